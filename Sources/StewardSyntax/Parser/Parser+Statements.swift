/// Statements and what separates them.
extension Parser {
  /// Statements up to a closing bracket or the end.
  mutating func parseStatements() -> [Statement] {
    var statements: [Statement] = []
    skipTerminators()
    while !isAtEnd, !isAtOuterCloser {
      let start = position
      if reportStrayCloser() { continue }
      statements.append(parseStatement())
      finishStatement()
      if position == start { position += 1 }
      skipTerminators()
    }
    return statements
  }

  private var isAtOuterCloser: Bool { byte().isCloser && openBrackets.contains(byte()) }

  private mutating func reportStrayCloser() -> Bool {
    guard byte().isCloser else { return false }
    report(.strayCloser(foundText, at: foundRange))
    consume(1, as: .punctuation)
    skipTerminators()
    return true
  }

  mutating func parseStatement() -> Statement {
    let start = position
    let kind = parseStatementKind()
    return Statement(kind: kind, range: range(from: start))
  }

  /// Takes nothing; reports and skips what stands between a statement and its end.
  mutating func finishStatement() {
    if !isRecovering {
      skipBlanks()
      guard !isAtStatementEnd else { return }
      if byte().isCloser { return isRecovering = false }
      fail(
        at("? ") ? .conditionalOperator(at: foundRange) : .unexpected(foundText, at: foundRange)
      )
    }
    recoverToStatementEnd()
    isRecovering = false
  }

  private var isAtStatementEnd: Bool {
    isAtEnd || byte() == .newline || byte() == .semicolon || isAtOuterCloser
  }

  private mutating func parseStatementKind() -> Statement.Kind {
    if byte() == .dollar { return parseVariableStatement() }
    guard byte().isNameStart else { return .pipeline(parsePipeline()) }
    guard let keyword = StatementKeyword(rawValue: headWord) else {
      return .pipeline(parsePipeline())
    }
    let start = position
    consume(keyword.rawValue.utf8.count, as: .keyword)
    let word = Name(keyword.rawValue, range(from: start))
    switch keyword {
    case .let: return parseBinding(.let)
    case .mut: return parseBinding(.mut)
    case .const: return parseBinding(.const)
    case .def: return parseDefinition()
    case .for: return parseForLoop()
    case .while: return parseWhileLoop()
    case .return: return parseReturn()
    case .break: return .breaking
    case .continue: return .continuing
    case .throw: return .throwing(parseExpression())
    case .source: return .source(parseExpectedString("a file's name in quotes"))
    case .use: return parseUse()
    case .runbook: return parseLateRunbook(word)
    }
  }

  // MARK: - Bindings and assignments

  private mutating func parseBinding(_ keyword: Binding.Keyword) -> Statement.Kind {
    guard let name = parseNewName("a variable's name") else { return .missing }
    skipBlanks()
    let type = consume(if: ":", as: .punctuation) ? parseType() : nil
    guard expect("=", as: .operator, "`=`") else { return .missing }
    let value = parsePipeline()
    return .binding(Binding(keyword: keyword, name: name, type: type, value: value))
  }

  private mutating func parseVariableStatement() -> Statement.Kind {
    let target = parsePostfix()
    let next = positionAfterBlanks()
    if let operation = assignmentOperator(at: next) {
      return parseAssignment(to: target, operation)
    }
    if let mistake = foreignAssignment(to: target, at: next) {
      fail(mistake)
      return .missing
    }
    return .pipeline(parsePipeline(after: target))
  }

  private func assignmentOperator(at offset: Int) -> Assignment.Operator? {
    if isSingleEquals(at: offset) { return .set }
    if at("+=", from: offset) { return .add }
    return at("-=", from: offset) ? .subtract : nil
  }

  private mutating func parseAssignment(
    to target: Expression,
    _ operation: Assignment.Operator
  ) -> Statement.Kind {
    skipBlanks()
    let start = position
    consume(operation.rawValue.utf8.count, as: .operator)
    let operatorRange = range(from: start)
    let value = parsePipeline()
    return .assignment(
      Assignment(target: target, operation: operation, operatorRange: operatorRange, value: value)
    )
  }

  /// `$i++`, `$x *= 2`.
  private func foreignAssignment(to target: Expression, at offset: Int) -> Diagnostic? {
    guard !isRecovering else { return nil }
    let name = source[target.range]
    for step: StaticString in ["++", "--"] where at(step, from: offset) {
      guard endsStatement(at: offset + 2) else { return nil }
      let sign = step.description.prefix(1)
      let range = target.range.union(SourceRange(offset, offset + 2))
      return .foreignAssignment("\(step)", "\(name) \(sign)= 1", at: range, isWhole: true)
    }
    for assigned: StaticString in ["*=", "/=", "//=", "%=", "??="] where at(assigned, from: offset)
    {
      let length = assigned.utf8CodeUnitCount
      let operation = assigned.description.dropLast()
      let range = SourceRange(offset, offset + length)
      let replacement = "\(name) = \(name) \(operation) …"
      return .foreignAssignment("\(assigned)", replacement, at: range, isWhole: false)
    }
    return nil
  }

  private func endsStatement(at offset: Int) -> Bool {
    let next = positionAfterBlanks(from: offset)
    guard next < bytes.count else { return true }
    return bytes[next] == .newline || bytes[next] == .semicolon || bytes[next].isCloser
  }

  // MARK: - Loops and jumps

  private mutating func parseForLoop() -> Statement.Kind {
    skipBlanks()
    if byte() == .openParenthesis { fail(.countingLoop(at: foundRange)) }
    guard let first = parseNewName("a variable's name") else { return .missing }
    let second = consumeComma() ? parseNewName("a second variable's name") : nil
    guard expect(keyword: "in") else { return .missing }
    let sequence = parseHead()
    let body = parseBlock()
    return .forLoop(ForLoop(first: first, second: second, sequence: sequence, body: body))
  }

  private mutating func parseWhileLoop() -> Statement.Kind {
    let condition = parseHead()
    return .whileLoop(condition: condition, body: parseBlock())
  }

  private mutating func parseReturn() -> Statement.Kind {
    skipBlanks()
    return .returning(isAtStageEnd ? nil : parsePipeline())
  }

  private mutating func parseUse() -> Statement.Kind {
    let file = parseExpectedString("a file's name in quotes")
    guard expect(keyword: "as"), let name = parseName("a name for the module") else {
      return .missing
    }
    return .use(file, as: name)
  }

  private mutating func parseLateRunbook(_ word: Name) -> Statement.Kind {
    report(.lateRunbook(at: word.range))
    _ = parseRunbookHeader(from: Int(word.range.lower))
    return .missing
  }
}
