internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// A literal of a session that may become a parameter of its runbook, with all places of it.
struct ParameterCandidate {
  /// What makes two literals the same.
  enum Kind: Hashable {
    case text, moment, secret
    case choice(String)
  }

  let kind: Kind
  let value: Value
  /// How the parameter should be called, in kebab case.
  private(set) var name: String
  /// What it is, in the words of its doc comment: `a user`.
  private(set) var meaning: String
  private var types: [DataType] = []
  private var resource: Resource?
  /// Whether it stands where nobody says what it is for, as in `let who = "…"`.
  private var isBound = false
  private(set) var places: [(range: SourceRange, isInList: Bool)] = []

  /// How it can be declared: the first type with which the runbook checks is taken.
  var declarations: [String] {
    guard case .text = kind else { return [types.first.map(\.description) ?? "string"] }
    guard let resource else {
      // A text that is computed is never looked up.
      return looksLikeEmail && isBound ? ["name<user>", "string"] : ["string"]
    }
    let isID = resource.prefix.map { value.plainText.hasPrefix($0) } ?? true
    return isID ? ["id<\(resource.name)>"] : ["name<\(resource.name)>"]
  }

  var looksLikeEmail: Bool { value.string.map(EmailText.looksLikeOne) ?? false }

  /// As the language writes it.
  var written: String {
    switch value {
    case .date, .datetime: "@\(value.plainText)"
    default: CommandText.quoted(value.plainText)
    }
  }

  // MARK: - From literals

  /// The candidates among a program's literals, in the order of the text.
  static func all(in program: Program, _ vocabulary: Vocabulary) -> [ParameterCandidate] {
    var found: [ParameterCandidate] = []
    for use in program.literals {
      for part in LiteralPart.parts(of: use) {
        guard let new = ParameterCandidate(part, program, vocabulary) else { continue }
        if let index = found.firstIndex(where: { $0.kind == new.kind && $0.isSame(new) }) {
          found[index].join(new)
        } else {
          found.append(new)
        }
      }
    }
    return found
  }

  private func isSame(_ other: ParameterCandidate) -> Bool {
    kind != .secret && value.plainText == other.value.plainText
      && (resource == nil || other.resource == nil || resource == other.resource)
  }

  /// The same literal elsewhere, where more may be known of it.
  private mutating func join(_ other: ParameterCandidate) {
    places += other.places
    types += other.types
    isBound = isBound || other.isBound
    guard resource == nil, other.resource != nil else { return }
    resource = other.resource
    name = other.name
    meaning = other.meaning
  }

  private init?(_ part: LiteralPart, _ program: Program, _ vocabulary: Vocabulary) {
    let use = part.use
    value = part.value
    types = [part.type]
    if case .elsewhere = use.place { isBound = true }
    places = [(use.range, part.isInList)]
    switch (part.type, part.value) {
    case (_, .secret):
      kind = .secret
      (name, meaning) = (part.name ?? "secret", "a secret")
    case (_, .date), (_, .datetime):
      guard let field = part.name else { return nil }
      kind = .moment
      (name, meaning) = (field, "a day or a moment, in UTC")
    case (.oneOf(let enumeration), .string):
      guard let argument = part.argument, use.isInChange(of: program) else { return nil }
      kind = .choice(enumeration.name)
      (name, meaning) = (argument, enumeration.name)
    case (_, .string):
      kind = .text
      guard let known = KnownText(part, vocabulary) else { return nil }
      (name, meaning, resource) = (known.name, known.meaning, known.resource)
    default: return nil
    }
  }
}

/// One text or time of a literal, which may be a list of them.
struct LiteralPart {
  let use: LiteralUse
  let value: Value
  let type: DataType
  /// Written without brackets where a list is expected: `--user-ids a,b`.
  let isInList: Bool

  static func parts(of use: LiteralUse) -> [LiteralPart] {
    guard let element = use.type.unwrapped.element else {
      return [LiteralPart(use: use, value: use.value, type: use.type.unwrapped, isInList: false)]
    }
    return (use.value.list ?? [use.value]).map {
      LiteralPart(use: use, value: $0, type: element.unwrapped, isInList: true)
    }
  }

  /// The parameter that it is given for.
  var argument: String? {
    if case .argument(let name) = use.place { name } else { nil }
  }

  /// The parameter or the field, in kebab case.
  var name: String? {
    switch use.place {
    case .argument(let name): name
    case .comparison(let field, _): field.split(separator: "_").joined(separator: "-")
    case .elsewhere: nil
    }
  }
}

extension LiteralUse {
  /// Whether the command that it is given to changes something.
  fileprivate func isInChange(of program: Program) -> Bool {
    program.effectRows.contains { row in
      row.range.lower <= range.lower && range.upper <= row.range.upper
        && !row.effects.isDisjoint(with: .changes)
    }
  }
}
