/// Stages joined by `|`.
extension Parser {
  /// A pipeline, of which the first value may have been read.
  mutating func parsePipeline(after first: Expression? = nil) -> Pipeline {
    skipBlanks()
    if first == nil, let prefix = PrefixKeyword(rawValue: headWord) { return parsePrefixed(prefix) }
    let start = first.map { Int($0.range.lower) } ?? position
    var stages = [parseFirstStage(after: first)]
    while startsNextStage() { stages.append(parseNextStage()) }
    return Pipeline(stages: stages, range: range(from: start))
  }

  /// A pipeline behind `plan`, `explain` or `as-curl`: all of it belongs to the prefix.
  private mutating func parsePrefixed(_ prefix: PrefixKeyword) -> Pipeline {
    let start = position
    consume(prefix.rawValue.utf8.count, as: .keyword)
    let name = Name(prefix.rawValue, range(from: start))
    skipBlanks()
    while let further = PrefixKeyword(rawValue: headWord) {
      let end = position + further.rawValue.utf8.count
      report(.secondPrefix(further.rawValue, behind: name.text, at: SourceRange(position, end)))
      consume(further.rawValue.utf8.count, as: .keyword)
      skipBlanks()
    }
    let stage = Stage(kind: .prefixed(name, parsePipeline()), range: range(from: start))
    return Pipeline(stages: [stage], range: stage.range)
  }

  /// At a prompt: `| where …` on the last result.
  mutating func parseContinuedPipeline() -> Pipeline {
    let start = position
    let last = Expression(kind: .variable("_"), range: here)
    var stages = [Stage(kind: .expression(last), range: here)]
    while startsNextStage() { stages.append(parseNextStage()) }
    return Pipeline(stages: stages, range: range(from: start))
  }

  /// Takes a `|` here or at the start of the next line.
  private mutating func startsNextStage() -> Bool {
    if isRecovering { recoverToStageEnd() }
    guard !isRecovering else { return false }
    skipBlanks()
    if byte() == .newline {
      let nextLine = positionAfterBlanks(overNewlines: true)
      guard byte(at: nextLine) == .bar else { return false }
      skipTrivia(overNewlines: true)
    }
    guard byte() == .bar else { return false }
    if byte(1) == .bar {
      fail(.shellOperator(.or, at: SourceRange(position, position + 2)))
      recoverToStatementEnd()
      return false
    }
    if let names = closureParametersOutside() {
      fail(.closureParametersOutside(source[names], at: names))
      return false
    }
    consume(1, as: .operator)
    skipTrivia(overNewlines: true)
    return true
  }

  /// `|x|` before the brace of a closure.
  private func closureParametersOutside() -> SourceRange? {
    var end = nameEnd(from: position + 1)
    guard end > position + 1 else { return nil }
    while byte(at: end) == .comma {
      end = nameEnd(from: positionAfterBlanks(from: end + 1))
    }
    guard byte(at: end) == .bar, byte(at: positionAfterBlanks(from: end + 1)) == .openBrace else {
      return nil
    }
    return SourceRange(position, end + 1)
  }

  // MARK: - Stages

  private mutating func parseFirstStage(after first: Expression?) -> Stage {
    let start = first.map { Int($0.range.lower) } ?? position
    let kind =
      first.map { .expression(parseOperation(.or, after: $0)) } ?? parseFirstStageKind()
    return Stage(kind: kind, range: range(from: start))
  }

  private mutating func parseFirstStageKind() -> Stage.Kind {
    guard byte().isNameStart else { return parseStageWithoutWord() }
    let word = headWord
    if let keyword = StageKeyword(rawValue: word) { return parseBlockStage(keyword) }
    if ["true", "false", "null", "not"].contains(word) { return .expression(parseExpression()) }
    if ReservedWords.isMisplaced(word) {
      fail(.misplacedKeyword(word, at: SourceRange(position, position + word.utf8.count)))
      return .missing
    }
    if isAtCall { return .expression(parseExpression()) }
    guard let verb = QueryVerb(rawValue: word) else { return parseCommandStage() }
    report(.queryWithoutInput(word, at: SourceRange(position, position + word.utf8.count)))
    let known = diagnostics.count
    let query = parseQuery(verb)
    // What does not go on as the stage does was never meant as one.
    if diagnostics.count == known, !isAtStageEnd { isRecovering = true }
    return .query(query)
  }

  private mutating func parseStageWithoutWord() -> Stage.Kind {
    switch byte() {
    case .bar:
      fail(expected: "a command or a value")
      return .missing
    case let byte where startsExpression(byte): return .expression(parseExpression())
    case let byte where byte.isWordPart && !at("=>"): return parseCommandStage()
    default:
      fail(expected: "a command or a value")
      return .missing
    }
  }

  private func startsExpression(_ byte: UInt8) -> Bool {
    switch byte {
    case .quote, .apostrophe, .dollar, .openParenthesis, .openBracket, .openBrace, .minus, .atSign,
      UInt8(ascii: "!"):
      true
    default: byte.isDigit
    }
  }

  private mutating func parseNextStage() -> Stage {
    let start = position
    let kind = parseNextStageKind()
    return Stage(kind: kind, range: range(from: start))
  }

  private mutating func parseNextStageKind() -> Stage.Kind {
    guard byte().isNameStart else {
      if startsExpression(byte()) { return parseStageWithoutInput() }
      return parseStageWithoutWord()
    }
    let word = headWord
    if let verb = QueryVerb(rawValue: word) { return .query(parseQuery(verb)) }
    let isValue = ["true", "false", "null", "not"].contains(word)
    if isValue || StageKeyword(rawValue: word) != nil || isAtCall {
      return parseStageWithoutInput()
    }
    return parseFirstStageKind()
  }

  /// An expression or a block stage behind a `|`.
  private mutating func parseStageWithoutInput() -> Stage.Kind {
    let start = position
    let known = diagnostics.count
    let wasRecovering = isRecovering
    let kind = parseFirstStageKind()
    guard diagnostics.count == known, !wasRecovering else { return kind }
    isRecovering = false
    report(.takesNoInput(at: range(from: start)))
    return kind
  }

  /// `if`, `match` and `try`.
  mutating func parseBlockStage(_ keyword: StageKeyword) -> Stage.Kind {
    switch keyword {
    case .if: parseConditionalStage()
    case .match: .match(parseMatch())
    case .try: .attempt(parseAttempt())
    }
  }
}
