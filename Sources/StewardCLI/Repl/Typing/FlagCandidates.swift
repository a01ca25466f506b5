internal import LineEditing
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// Flags of commands, and their values.
enum FlagCandidates {
  static func flags(of place: InspectedPlace, besides given: Set<String>) -> [Candidate] {
    let parameters: [CommandParameter] =
      switch place.stage {
      case .command(let command, _): command.parameters
      case .definition(let definition): definition.parameters
      default: []
      }
    return parameters.filter { $0.style == .flag || $0.style == .toggle }
      .map { Candidate("--\($0.name)", description: description(of: $0)) }
      .filter { !given.contains($0.text) }
  }

  /// `INT  At most so many (default 20)`.
  private static func description(of parameter: CommandParameter) -> String {
    let value = parameter.style == .toggle ? "" : parameter.type.placeholder
    return [value, meaning(of: parameter)].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `At most so many (default 20)`.
  static func meaning(of parameter: CommandParameter) -> String {
    var remarks: [String] = []
    if parameter.isRequired, parameter.style == .flag { remarks.append("required") }
    if let value = parameter.defaultValue { remarks.append("default \(value)") }
    return remarks.isEmpty
      ? parameter.summary : "\(parameter.summary) (\(remarks.joined(separator: ", ")))"
  }

  /// Values of an enumeration, of a list of them, and truth.
  static func values(of type: DataType, _ typed: TypedPlace) -> [Candidate] {
    switch type {
    case .optional(let inner): return values(of: inner, typed)
    case .oneOf(let enumeration):
      return enumeration.values.map { Candidate($0).quoted(typed.quote) }
    case .bool: return typed.quote == nil ? ["true", "false"].map { Candidate($0) } : []
    case .list(let element): return elements(element, typed)
    default: return []
    }
  }

  /// `admin,billing`: what is there already stays.
  private static func elements(_ element: DataType, _ typed: TypedPlace) -> [Candidate] {
    guard typed.quote == nil, let comma = typed.partial.lastIndex(of: ",") else {
      return values(of: element, typed)
    }
    let head = typed.partial[...comma]
    let given = head.split(separator: ",").map(String.init)
    return values(of: element, typed).filter { !given.contains($0.text) }
      .map { Candidate(head + $0.text, description: $0.description) }
  }
}

extension Candidate {
  /// The same as text in quotes, if they are open.
  func quoted(_ quote: Character?) -> Candidate {
    guard let quote else { return self }
    return Candidate(
      QuotedName.text(text, quote),
      description: description,
      detail: detail,
      appendsBlank: appendsBlank
    )
  }
}

/// Names as they stand in a line.
enum QuotedName {
  /// In quotes if they are open, or needed.
  static func text(_ name: String, _ quote: Character?) -> String {
    switch quote {
    case "'" where !name.contains { $0 == "'" || $0.isNewline }: "'\(name)'"
    case nil where isWord(name): name
    default: CommandText.quoted(name)
    }
  }

  static func isWord(_ name: String) -> Bool {
    CommandText.isPlain(name) && !["true", "false", "null"].contains(name)
  }
}

/// What is grammar and no command.
enum Beginnings {
  static func candidates(behindPipe: Bool) -> [Candidate] {
    behindPipe
      ? QueryVerb.allCases.map { Candidate($0.rawValue, description: $0.summary) }
      : directives + PrefixPage.all.map { Candidate($0.name, description: $0.summary) } + keywords
  }

  private static let directives = [
    Candidate("help", description: "The help on anything"),
    Candidate("mode", description: "Whether changes are made, shown or refused"),
  ]

  private static let keywords = [
    ("let", "Names a value"), ("mut", "Names a value that may change"),
    ("const", "Names a value for good"), ("for", "Does something for each element"),
    ("while", "Does something while a condition is true"), ("if", "Does something on a condition"),
    ("match", "Chooses by a value"), ("try", "Goes on after an error"),
    ("def", "Makes a command"), ("source", "Takes over what a file defines"),
    ("use", "Takes over what a file defines, under a name"),
  ].map { Candidate($0.0, description: $0.1) }
}

/// The words behind `mode`.
enum ChangeModeWords {
  static let candidates = [
    Candidate(ChangeMode.readOnly.rawValue, description: "Changes are refused"),
    Candidate(ChangeMode.dryRun.rawValue, description: "Changes are shown, not made"),
    Candidate(ChangeMode.live.rawValue, description: "Changes are made"),
  ]
}

/// What `help` explains.
struct HelpCandidates {
  private let index: CommandIndex

  init(_ index: CommandIndex) { self.index = index }

  func topics(behind words: [String], _ typed: TypedPlace) -> [Candidate] {
    let topics = HelpTopic.all.map { $0.name.split(separator: " ").map(String.init) }
    let own = topics.filter { $0.count == words.count + 1 && $0.starts(with: words) }
      .compactMap { $0.last }.map { Candidate($0) }
    let commands = NamedCommand.next(behind: words, index.commands.map { NamedCommand($0) })
    // There are many of these; they are offered once one of them is meant.
    let further = words.isEmpty && !typed.partial.isEmpty ? others : []
    let taken = Set(own.map(\.text))
    return own + (commands + further).filter { !taken.contains($0.text) }
  }

  private var others: [Candidate] {
    QueryVerb.allCases.map { Candidate($0.rawValue, description: $0.summary) }
      + PrefixPage.all.map { Candidate($0.name, description: $0.summary) }
      + index.vocabulary.functions.map { Candidate($0.name, description: $0.summary) }
      + ErrorCode.all.map { Candidate($0.code, description: $0.title) }
  }
}
