internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The help on one command: how it is written, what it takes, gives and does.
struct CommandPage {
  private let command: Command
  private let related: [String]
  /// A call of which only the types are known: it may do all that any call may.
  private let call: CheckedCall

  /// `related` are the names of commands that a reader may want instead.
  init(_ command: Command, related: [String] = []) {
    self.command = command
    self.related = related
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

  /// The fields of what it gives have pages of their own in a reference.
  func page(withFields: Bool = true) -> HelpPage {
    var sections = [HelpSection("usage", [.usage(usage)])]
    if !command.parameters.isEmpty {
      sections.append(HelpSection("parameters", [.terms(command.parameters.map(Self.term))]))
    }
    sections.append(HelpSection(nil, [.terms(facts)]))
    if withFields, let shape { sections.append(ObjectPage.fields(of: shape)) }
    if !command.notes.isEmpty {
      sections.append(HelpSection("notes", command.notes.map(HelpPart.paragraph)))
    }
    if !command.examples.isEmpty { sections.append(HelpSection("examples", [.examples(examples)])) }
    if !related.isEmpty { sections.append(HelpSection("see also", [.pages(related)])) }
    var page = HelpPage(.command, command.name, command.summary, sections)
    page.words = command.searchTerms.joined(separator: " ")
    return page
  }

  // MARK: - Usage

  private var usage: [String] {
    let input: String? =
      switch command.input {
      case .none: nil
      case .rows: "ROWS |"
      case .value: "VALUE |"
      case .optionalValue: "[VALUE |]"
      }
    let required = command.parameters.filter { $0.style != .flag && $0.style != .toggle }
    let flags = command.parameters.filter { $0.style == .flag || $0.style == .toggle }
    return [input, command.name].compactMap(\.self) + (required + flags).map(Self.written)
  }

  private static func written(_ parameter: CommandParameter) -> String {
    let more = parameter.style == .rest ? " …" : ""
    return parameter.isRequired ? name(of: parameter) + more : "[\(name(of: parameter))\(more)]"
  }

  private static func name(of parameter: CommandParameter) -> String {
    let placeholder = parameter.name.uppercased()
    switch parameter.style {
    case .positional, .rest: return placeholder
    case .toggle: return "--\(parameter.name)"
    case .flag: return "--\(parameter.name) \(placeholder)"
    }
  }

  // MARK: - Parameters

  private static func term(_ parameter: CommandParameter) -> HelpTerm {
    var remarks: [String] = []
    if parameter.isRequired, parameter.style == .flag { remarks.append("required") }
    // What null means differs: it takes a name away, and leaves a role as it is.
    if parameter.isNullable, !parameter.summary.contains("null") { remarks.append("may be null") }
    if let value = parameter.defaultValue { remarks.append("by default \(value)") }
    return HelpTerm(
      name(of: parameter),
      parameter.summary,
      type: parameter.style == .toggle ? "" : TypeWords.text(parameter.type),
      remarks: remarks
    )
  }

  // MARK: - What it gives and does

  private var facts: [HelpTerm] {
    let output = command.output(call)
    let effects = command.effects(call)
    var facts = [HelpTerm("gives", "", type: TypeWords.name(output))]
    if !effects.isEmpty { facts.append(HelpTerm("effects", effects.description)) }
    if let requests = command.requests { facts.append(HelpTerm("requests", requests)) }
    return facts
  }

  /// Of a row or of the one object that it gives.
  private var shape: Shape? {
    let type = command.output(call).unwrapped
    guard case .record(let shape) = (type.element ?? type).unwrapped, !shape.fields.isEmpty else {
      return nil
    }
    return shape
  }

  /// An example that only says what the summary says needs no words.
  private var examples: [(code: String, meaning: String)] {
    command.examples.map { example in
      (code: example.code, meaning: example.summary == command.summary ? "" : example.summary)
    }
  }
}
