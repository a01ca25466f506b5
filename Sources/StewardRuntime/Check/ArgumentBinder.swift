internal import StewardSyntax
package import StewardValues

/// Collects the arguments of one call by their parameters' places.
struct ArgumentBinder {
  let name: String
  let parameters: [CommandParameter]
  /// The words of the command.
  let head: SourceRange
  var codes: [ArgumentCode?]
  /// What the checker knows of each argument, by parameter name.
  var known: [String: CheckedCall.Argument] = [:]
  var rest: [(value: Typed, isSpread: Bool)] = []
  /// One argument too many was reported; more of them say nothing new.
  var hasExtra = false
  /// Flags that the call has, wherever they stand in it.
  var writtenFlags: Set<String> = []
  private var nextPositional = 0

  init(name: String, parameters: [CommandParameter], head: SourceRange) {
    self.name = name
    self.parameters = parameters
    self.head = head
    codes = Array(repeating: nil, count: parameters.count)
  }

  /// The place of the next positional parameter; nil if all have an argument.
  mutating func takePositional() -> Int? {
    while nextPositional < parameters.count {
      switch parameters[nextPositional].style {
      case .positional:
        defer { nextPositional += 1 }
        return nextPositional
      case .rest: return nextPositional
      case .flag, .toggle: nextPositional += 1
      }
    }
    return nil
  }

  func flag(_ name: String) -> Int? {
    parameters.firstIndex { parameter in
      (parameter.style == .flag || parameter.style == .toggle) && parameter.name == name
    }
  }

  /// The flag that somebody means who writes `role=developer`, `-r`, or the value alone.
  func flag(meantBy text: String) -> Int? {
    flag(named: text) ?? flag(takingAlone: text)
  }

  /// The flag that is needed, is not there, and could have the value: before all others one that
  /// has it among its words.
  func flag(takingAlone text: String) -> Int? {
    guard !text.hasPrefix("-"), !text.contains("=") else { return nil }
    let needed = parameters.indices.filter { index in
      let parameter = parameters[index]
      return parameter.style == .flag && parameter.isRequired && codes[index] == nil
        && !writtenFlags.contains(parameter.name)
    }
    func words(_ index: Int) -> [String]? {
      guard case .oneOf(let enumeration) = parameters[index].type.unwrapped else { return nil }
      return enumeration.values
    }
    return needed.first { words($0)?.contains(text) == true } ?? needed.first { words($0) == nil }
  }

  private func flag(named text: String) -> Int? {
    if let equals = text.firstIndex(of: "=") {
      let name = String(text[..<equals])
      return flag(name) ?? flag(name + "s")
    }
    guard text.hasPrefix("-"), text.utf8.count == 2, let letter = text.last else { return nil }
    return flagNames.first { $0.first == letter }.flatMap { flag($0) }
  }

  var flagNames: [String] {
    parameters.filter { $0.style == .flag || $0.style == .toggle }.map(\.name)
  }

  var missing: [CommandParameter] {
    zip(parameters, codes).filter { $0.0.isRequired && $0.1 == nil && $0.0.style != .rest }
      .map(\.0)
  }

  /// How the command is written: `users update USER_ID --role ROLE`.
  var usage: String { CommandUsage.line(name, parameters) }
}

extension CommandParameter {
  /// As a script names it.
  package var label: String {
    switch style {
    case .flag, .toggle: "--\(name)"
    case .positional, .rest: name.uppercased().split(separator: "-").joined(separator: "_")
    }
  }
}

/// One line that shows how a command is written.
package enum CommandUsage {
  package static func line(_ name: String, _ parameters: [CommandParameter]) -> String {
    ([name] + parameters.map(part)).joined(separator: " ")
  }

  /// One parameter, in brackets if it may be left out.
  package static func part(_ parameter: CommandParameter) -> String {
    let text: String =
      switch parameter.style {
      case .positional: parameter.label
      case .rest: "\(parameter.label)…"
      case .toggle: "--\(parameter.name)"
      case .flag: "--\(parameter.name) \(parameter.type.placeholder)"
      }
    return parameter.isRequired ? text : "[\(text)]"
  }
}

extension DataType {
  /// What stands for a value in a usage line.
  package var placeholder: String {
    switch unwrapped {
    case .oneOf(let enumeration) where enumeration.values.count <= 4:
      enumeration.values.joined(separator: "|")
    case .oneOf: "WORD"
    case .list(let element): "\(element.placeholder),…"
    case .id(let resource): "\(resource.name.uppercased())_ID"
    case .record, .map: "RECORD"
    default: "\(self)".uppercased()
    }
  }
}
