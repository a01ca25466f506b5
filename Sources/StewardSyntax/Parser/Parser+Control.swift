/// `if`, `match` and `try`: values with blocks.
extension Parser {
  // MARK: - Blocks

  /// A block in braces. What follows a keyword is never a record.
  mutating func parseBlock(inMatch: Bool = false) -> Block {
    skipBlanks()
    let start = position
    guard byte() == .openBrace else {
      fail(.missingBlock(foundText, at: foundRange, isPartial: isAtEnd))
      return Block(statements: [], range: here)
    }
    if let record = recordInPlaceOfBlock(inMatch) { return record }
    isRecovering = false
    guard let bracket = openBlock() else { return Block(statements: [], range: here) }
    let statements = parseStatements()
    close(bracket)
    return Block(statements: statements, range: range(from: start))
  }

  /// A block that begins with `name :` was meant to be a record.
  private mutating func recordInPlaceOfBlock(_ inMatch: Bool) -> Block? {
    let first = positionAfterBlanks(from: position + 1, overNewlines: true)
    guard isRecordKey(at: first) || at("...", from: first) else { return nil }
    let start = position
    let known = diagnostics.count
    let record = parseRecord()
    if diagnostics.count == known {
      report(.recordAsBlock(source[record.range], at: record.range, inMatch: inMatch))
    }
    let stage = Stage(kind: .expression(record), range: record.range)
    let pipeline = Pipeline(stages: [stage], range: record.range)
    let statement = Statement(kind: .pipeline(pipeline), range: record.range)
    return Block(statements: [statement], range: range(from: start))
  }

  private func isRecordKey(at start: Int) -> Bool {
    var end = nameEnd(from: start)
    if byte(at: start) == .quote || byte(at: start) == .apostrophe { end = quotedEnd(from: start) }
    guard end > start else { return false }
    return byte(at: positionAfterBlanks(from: end, overNewlines: false)) == .colon
  }

  /// The expression between a keyword and its block.
  mutating func parseHead() -> Expression {
    let outer = context
    context.endsAtBlock = true
    context.isRow = false
    defer { context = outer }
    let head = parseExpression()
    if isRecovering { recoverToBlock() }
    return head
  }

  /// Skips to the `{` at the end of the line, so that the block is read although its head is wrong.
  private mutating func recoverToBlock() {
    var offset = position
    while offset < bytes.count, bytes[offset] != .newline, bytes[offset] != .openBrace {
      offset += 1
    }
    guard byte(at: offset) == .openBrace else { return }
    skip(to: offset)
    if position == offset { isRecovering = false }
  }

  /// Takes a word that may stand on the next line, behind the `}` of a block.
  private mutating func consume(wordBehindBlock word: StaticString) -> Bool {
    guard !isRecovering else { return false }
    let next = positionAfterBlanks(overNewlines: true)
    guard at(word: word, from: next), byte(at: lastEnd - 1) == .closeBrace else { return false }
    skipTrivia(overNewlines: true)
    return consume(ifWord: word)
  }

  // MARK: - If

  mutating func parseConditionalStage() -> Stage.Kind {
    guard depth < Self.nestingLimit else {
      fail(.nestedTooDeeply(at: foundRange))
      return .missing
    }
    consume(2, as: .keyword)
    let condition = parseHead()
    let then = parseBlock()
    let otherwise = consume(wordBehindBlock: "else") ? parseElse() : nil
    return .conditional(Conditional(condition: condition, then: then, otherwise: otherwise))
  }

  private mutating func parseElse() -> Block {
    skipBlanks()
    guard at(word: "if") else { return parseBlock() }
    let start = position
    depth += 1
    deepest = max(deepest, depth)
    let kind = parseConditionalStage()
    depth -= 1
    let range = range(from: start)
    let pipeline = Pipeline(stages: [Stage(kind: kind, range: range)], range: range)
    return Block(
      statements: [Statement(kind: .pipeline(pipeline), range: range)],
      range: range
    )
  }

  // MARK: - Match

  mutating func parseMatch() -> Match {
    let start = position
    consume(5, as: .keyword)
    let subject = parseHead()
    let headRange = range(from: start)
    skipBlanks()
    guard byte() == .openBrace, let bracket = openBlock() else {
      fail(expected: "`{`")
      return Match(subject: subject, arms: [], headRange: headRange)
    }
    let arms = parseArms()
    close(bracket)
    return Match(subject: subject, arms: arms, headRange: headRange)
  }

  private mutating func parseArms() -> [Match.Arm] {
    var arms: [Match.Arm] = []
    skipTerminators()
    while !isAtEnd, !byte().isCloser {
      let start = position
      arms.append(parseArm())
      finishArm()
      if position == start { consume(1, as: .punctuation) }
    }
    return arms
  }

  private mutating func parseArm() -> Match.Arm {
    let start = position
    let patterns = parsePatterns()
    skipBlanks()
    let condition = consume(ifWord: "if") ? parseExpression() : nil
    expect("=>", as: .operator, "`=>`")
    let body = isRecovering ? Block(statements: [], range: here) : parseArmBody()
    return Match.Arm(
      patterns: patterns,
      condition: condition,
      body: body,
      range: range(from: start)
    )
  }

  private mutating func parseArmBody() -> Block {
    skipTrivia(overNewlines: true)
    let next = byte(at: positionAfterBlanks(from: position + 1, overNewlines: true))
    if byte() == .openBrace, next != .bar { return parseBlock(inMatch: true) }
    context.isMatchArm = true
    defer { context.isMatchArm = false }
    let statement = parseStatement()
    return Block(statements: [statement], range: statement.range)
  }

  /// Takes the comma and the line breaks behind an arm.
  private mutating func finishArm() {
    skipBlanks()
    if !isAtStageEnd, byte() != .comma, byte(at: lastEnd - 1) != .closeBrace {
      fail(.unexpected(foundText, at: foundRange))
    }
    if isRecovering {
      context.isMatchArm = true
      recoverToStatementEnd()
      context.isMatchArm = false
      isRecovering = false
    }
    if byte() == .comma { consume(1, as: .punctuation) }
    skipTerminators()
  }

  private mutating func parsePatterns() -> [Pattern] {
    var patterns: [Pattern] = []
    repeat {
      skipTrivia(overNewlines: true)
      patterns.append(parsePattern())
      skipTrivia(overNewlines: byte(at: positionAfterBlanks(overNewlines: true)) == .bar)
    } while consume(if: "|", as: .operator)
    return patterns
  }

  private mutating func parsePattern() -> Pattern {
    let start = position
    for word in ["case", "default", "else"] where text(start, nameEnd(from: start)) == word {
      fail(.arrowOfCase(at: foundRange, word))
      return Pattern(kind: .literal(missing), range: here)
    }
    if at(word: "_") {
      consume(1, as: .keyword)
      return Pattern(kind: .wildcard, range: range(from: start))
    }
    let lower = parsePatternLiteral()
    skipBlanks()
    guard at("..") else { return Pattern(kind: .literal(lower), range: range(from: start)) }
    consume(2, as: .operator)
    skipBlanks()
    let upper = parsePatternLiteral()
    return Pattern(kind: .range(lower, upper), range: range(from: start))
  }

  private mutating func parsePatternLiteral() -> Expression {
    let start = position
    if byte() == .minus, byte(1).isDigit { return parseOperation(.unary) }
    switch byte() {
    case .quote, .apostrophe, .atSign: return parsePrimary()
    case let byte where byte.isDigit || byte.isNameStart: return parsePrimary()
    default:
      fail(expected: "a pattern: a literal or `_`")
      return Expression(kind: .missing, range: range(from: start))
    }
  }

  // MARK: - Try

  mutating func parseAttempt() -> Attempt {
    let start = position
    consume(3, as: .keyword)
    let body = parseBlock()
    var attempt = Attempt(body: body, catches: [], finally: nil)
    while true {
      let start = positionAfterBlanks(overNewlines: true)
      guard consume(wordBehindBlock: "catch") else { break }
      attempt.catches.append(parseCatch(from: start))
    }
    if consume(wordBehindBlock: "finally") { attempt.finally = parseBlock() }
    if let word = foreignCatch {
      fail(.foreignCatch(source[word], at: word))
      return attempt
    }
    if attempt.catches.isEmpty, attempt.finally == nil {
      let isPartial = positionAfterBlanks(overNewlines: true) >= bytes.count
      report(.tryWithoutCatch(at: SourceRange(start, start + 3), isPartial: isPartial))
    }
    return attempt
  }

  /// `except` and `rescue` in the line of the block.
  private var foreignCatch: SourceRange? {
    guard !isRecovering, byte(at: lastEnd - 1) == .closeBrace else { return nil }
    let next = positionAfterBlanks()
    let word = SourceRange(next, nameEnd(from: next))
    return ["except", "rescue"].contains(source[word]) ? word : nil
  }

  private mutating func parseCatch(from start: Int) -> Attempt.Catch {
    skipBlanks()
    var name: Name?
    var condition: Expression?
    if byte() == .openParenthesis { fail(.parenthesizedError(at: foundRange)) }
    if byte() != .openBrace {
      name = parseNewName("a name for the error, or `{`")
      skipBlanks()
      if consume(ifWord: "if") { condition = parseHead() }
    }
    let body = parseBlock()
    return Attempt.Catch(name: name, condition: condition, body: body, range: range(from: start))
  }
}
