internal import AdminAPI
internal import StewardValues

/// A name that a call has in place of an id.
struct CalledName {
  /// By the API's name.
  let parameter: String
  let name: String
}

extension Operation {
  /// The arguments that are names in place of ids.
  func names(in arguments: Arguments) -> [CalledName] {
    arguments.entries.flatMap { name, value -> [CalledName] in
      guard let type = parameter(name)?.type.unwrapped else { return [] }
      return switch type {
      case .id(let resource): resource.names(in: [value], of: name)
      case .list(.id(let resource)): resource.names(in: value.list ?? [], of: name)
      default: []
      }
    }
  }
}

extension Resource {
  fileprivate func names(in values: some Sequence<Value>, of parameter: String) -> [CalledName] {
    guard NaturalName(of: self) != nil else { return [] }
    return values.compactMap(\.string).filter(isName).map {
      CalledName(parameter: parameter, name: $0)
    }
  }
}
