internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The help on one command: how it is written, what it takes, gives and does.
struct CommandPage {
  private let command: Command
  /// A call of which only the types are known: it may do all that any call may.
  private let call: CheckedCall

  init(_ command: Command) {
    self.command = command
    let arguments = command.parameters.map { parameter in
      let argument = CheckedCall.Argument(
        type: parameter.type,
        constant: nil,
        range: SourceRange(at: 0)
      )
      return (parameter.name, argument)
    }
    call = CheckedCall(
      arguments: Dictionary(arguments, uniquingKeysWith: { first, _ in first }),
      input: nil
    )
  }

  var text: String {
    var sections = [[command.name] + Columns.wrapped(command.summary, indent: 2)]
    sections.append(["USAGE"] + usage)
    if !command.parameters.isEmpty { sections.append(["PARAMETERS"] + parameters) }
    sections.append(Columns.table(facts, indent: 0))
    if let fields { sections.append(["FIELDS"] + fields) }
    for note in command.notes { sections.append(Columns.wrapped(note, indent: 2)) }
    if !command.examples.isEmpty { sections.append(["EXAMPLES"] + examples) }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: - Parts

  private var usage: [String] {
    let input: String? =
      switch command.input {
      case .none: nil
      case .rows: "ROWS |"
      case .value: "VALUE |"
      case .optionalValue: "[ROWS |]"
      }
    let required = command.parameters.filter { $0.style != .flag && $0.style != .toggle }
    let flags = command.parameters.filter { $0.style == .flag || $0.style == .toggle }
    let words = [input, command.name].compactMap(\.self) + (required + flags).map(Self.written)
    return Columns.wrapped(words.joined(separator: " "), indent: 2)
  }

  /// As the usage shows it. Blanks inside stay together.
  private static func written(_ parameter: CommandParameter) -> String {
    let name = name(of: parameter)
    switch parameter.style {
    case .positional: return parameter.isRequired ? name : "[\(name)]"
    case .rest: return parameter.isRequired ? "\(name) …" : "[\(name) …]"
    case .flag, .toggle: return parameter.isRequired ? name : "[\(name)]"
    }
  }

  private static func name(of parameter: CommandParameter) -> String {
    let placeholder = parameter.name.uppercased()
    switch parameter.style {
    case .positional, .rest: return placeholder
    case .toggle: return "--\(parameter.name)"
    case .flag: return "--\(parameter.name) \(placeholder)"
    }
  }

  private var parameters: [String] {
    Columns.table(
      command.parameters.map { parameter in
        (name: Self.name(of: parameter), meaning: Self.meaning(of: parameter))
      }
    )
  }

  private static func meaning(of parameter: CommandParameter) -> String {
    var facts = [parameter.summary]
    facts += [TypeWords.text(parameter.type)].filter { parameter.style != .toggle && !$0.isEmpty }
    if parameter.isNullable { facts.append("null takes it away") }
    if let value = parameter.defaultValue { facts.append("by default \(value)") }
    return facts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private var facts: [(name: String, meaning: String)] {
    let effects = command.effects(call)
    var facts = [(name: "GIVES", meaning: TypeWords.name(command.output(call)))]
    if !effects.isEmpty { facts.append(("EFFECTS", effects.description)) }
    if let requests = command.requests { facts.append(("REQUESTS", requests)) }
    return facts
  }

  /// The fields of a row or of the one object that it gives.
  private var fields: [String]? {
    let type = command.output(call).unwrapped
    guard case .record(let shape) = (type.element ?? type).unwrapped, !shape.fields.isEmpty else {
      return nil
    }
    return Columns.table(
      shape.fields.map { field in
        let parts = [TypeWords.text(field.type), field.summary].filter { !$0.isEmpty }
        return (name: field.name, meaning: parts.joined(separator: "; "))
      }
    )
  }

  private var examples: [String] {
    command.examples.flatMap { example in
      ["  \(example.code)"] + Columns.wrapped(example.summary, indent: 6)
    }
  }
}
