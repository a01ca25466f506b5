internal import AdminAPI
internal import StewardValues

extension Operation {
  /// The first argument that is a name in place of an id; nil if all are ids.
  func name(in arguments: Arguments) -> String? {
    for (name, value) in arguments.entries {
      guard let type = parameter(name)?.type.unwrapped else { continue }
      switch type {
      case .id(let resource): if let name = resource.name(in: [value]) { return name }
      case .list(.id(let resource)):
        if let name = resource.name(in: value.list ?? []) { return name }
      default: continue
      }
    }
    return nil
  }
}

extension Resource {
  fileprivate func name(in values: some Sequence<Value>) -> String? {
    guard NaturalName(of: self) != nil else { return nil }
    return values.lazy.compactMap(\.string).first { isName($0) }
  }
}
