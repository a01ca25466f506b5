internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax

/// What the grammar has behind something that is whole: `desc` behind what is sorted by, `and`
/// behind a comparison, a type behind a colon.
struct Continuations {
  private let typed: TypedPlace
  /// The parts of the innermost stage, without what is being typed.
  private let tokens: ArraySlice<Token>
  private let verb: QueryVerb?
  private let isInExpression: Bool

  init(_ typed: TypedPlace, _ place: InspectedPlace) {
    self.typed = typed
    let start = place.stageStart ?? 0
    tokens = typed.tokens.drop { Int($0.range.lower) < start }
    switch place.stage {
    case .query(let verb, _): (self.verb, isInExpression) = (verb, false)
    case nil, .expression: (verb, isInExpression) = (nil, true)
    case .command, .definition, .words: (verb, isInExpression) = (nil, false)
    }
  }

  /// Nil where it is not the grammar that says what may follow.
  func candidates(_ vocabulary: Vocabulary) -> [Candidate]? {
    if isAtType { return TypesPage.names(vocabulary) }
    guard let verb else { return statement }
    if verb == .join { return join }
    guard isBehindOperand else { return nil }
    return switch verb {
    case .where: condition
    case .sort: Self.orders + [Self.pipe]
    case .group where !isInBraces: Self.aggregates + [Self.pipe]
    case .select, .drop, .extend: [Self.pipe]
    case .group, .agg, .sum, .avg, .min, .max, .join: nil
    }
  }

  // MARK: - Where it stands

  /// Behind the name of a binding or of a parameter and a colon, or in a type's angle brackets.
  private var isAtType: Bool {
    let before = Array(typed.tokens.suffix(2))
    guard before.count == 2 else { return false }
    if text(before[1]) == "<", before[0].kind == .type { return true }
    guard text(before[1]) == ":", before[0].kind == .variable || before[0].kind == .flag else {
      return false
    }
    let statement = typed.tokens.dropLast(2)
    return statement.last.map { Self.bindings.contains(text($0)) } == true || isInParameters
  }

  private var isInParameters: Bool {
    guard let opening = typed.tokens.last(where: { text($0) == "(" || text($0) == "{" }) else {
      return false
    }
    let before = typed.tokens.prefix { $0.range.lower < opening.range.lower }
    return text(opening) == "(" && before.contains { $0.kind == .keyword && text($0) == "def" }
      && !before.contains { text($0) == "{" }
  }

  private var isBehindOperand: Bool {
    // The verb is not sorted by.
    guard let last = (verb == nil ? tokens : tokens.dropFirst()).last else { return false }
    switch last.kind {
    case .field, .variable, .string, .number: return true
    case .keyword: return ["true", "false", "null"].contains(text(last))
    case .punctuation: return [")", "]"].contains(text(last))
    default: return false
    }
  }

  private var isInBraces: Bool { tokens.contains { text($0) == "{" } }

  // MARK: - What follows

  /// Behind what is whole and in no stage. No statement begins there.
  private var statement: [Candidate]? {
    guard isInExpression, !typed.isOnNewLine, isBehindOperand || typed.tokens.count == 2 else {
      return nil
    }
    let words = typed.tokens.suffix(2).map { text($0) }
    if words.count == 2, typed.tokens.last?.kind == .variable {
      if words[0] == "for" { return [Candidate("in", description: "A list, a range or rows")] }
      if Self.bindings.contains(words[0]) { return Self.definitions }
    }
    guard isBehindOperand else { return nil }
    let head = typed.tokens.reversed().prefix { text($0) != "{" && text($0) != "}" }
    let opensBlock = head.contains { ["if", "while", "for", "match"].contains(text($0)) }
    return [opensBlock ? Candidate("{", description: "What is done") : Self.pipe]
  }

  private var condition: [Candidate] {
    let clause = tokens.reversed().prefix { !["and", "or"].contains(text($0)) }
    let isCompared = clause.contains { token in Self.comparisons.contains { $0.text == text(token) }
    }
    return isCompared ? Self.conjunctions + [Self.pipe] : Self.comparisons
  }

  private var join: [Candidate]? {
    let words = tokens.dropFirst()
    if words.isEmpty { return Self.joinKinds }
    if words.contains(where: { text($0) == "on" }) { return nil }
    guard let name = words.lastIndex(where: { text($0) == "as" }) else {
      return isBehindOperand ? [Candidate("as", description: "A name for the joined row")] : nil
    }
    return name == words.endIndex - 1
      ? nil : [Candidate("on", description: "Which rows match: FIELD == NAME.FIELD")]
  }

  private func text(_ token: Token) -> String { typed.source[token.range] }

  private static let bindings: Set<String> = ["let", "mut", "const"]

  private static let pipe = Candidate("|", description: "Goes on with these rows")

  private static let definitions = [
    Candidate("=", description: "The value"),
    Candidate(":", description: "A type, and then the value"),
  ]

  private static let orders = [
    Candidate("desc", description: "The greatest first", appendsBlank: false),
    Candidate(
      "asc",
      description: "The least first, which is meant without a word",
      appendsBlank: false
    ),
  ]

  private static let aggregates = [
    Candidate("{", description: "What is said of each group: { n = count() }")
  ]

  private static let conjunctions = [
    Candidate("and", description: "Both are true"), Candidate("or", description: "One is true"),
  ]

  private static let comparisons = [
    Candidate("==", description: "equal"), Candidate("!=", description: "not equal"),
    Candidate("in", description: "one of a list: in [\"a\", \"b\"]"),
    Candidate("=~", description: "text that has a pattern in it"),
    Candidate("<", description: "less, or earlier"), Candidate("<=", description: "at most"),
    Candidate(">", description: "more, or later"), Candidate(">=", description: "at least"),
  ]

  private static let joinKinds = Join.Kind.allCases.map {
    Candidate($0.rawValue, description: $0.summary)
  }
}

extension Join.Kind {
  fileprivate var summary: String {
    switch self {
    case .inner: "Rows with a match, which is meant without a word"
    case .left: "All rows, with null where nothing matches"
    case .full: "All rows of both sides"
    case .semi: "The rows that have a match, as they are"
    case .anti: "The rows that have no match, as they are"
    }
  }
}
