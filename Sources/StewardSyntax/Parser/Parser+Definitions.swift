/// `def`, its parameters, and the comments that document them.
extension Parser {
  mutating func parseDefinition() -> Statement.Kind {
    let documentation = documentation(above: Int(tokens.last?.range.lower ?? 0))
    let words = parseDefinedWords()
    let parameters = parseParameters()
    skipBlanks()
    var result: TypeExpression?
    if byte() == .colon { fail(.resultBehindColon(at: foundRange)) }
    if !isRecovering, consume(if: "->", as: .operator) { result = parseType() }
    let effects = parseEffects()
    let body = parseBlock()
    return .definition(
      Definition(
        documentation: documentation,
        words: words,
        parameters: parameters,
        result: result,
        effects: effects,
        body: body
      )
    )
  }

  private mutating func parseDefinedWords() -> [Name] {
    var words: [Name] = []
    while true {
      skipBlanks()
      let end = headEnd(from: position)
      guard end > position else { break }
      let start = position
      consume(end - start, as: .command)
      words.append(Name(text(start, end), range(from: start)))
    }
    if let first = words.first {
      if ReservedWords.isHead(first.text) { report(.reservedName(first)) }
    } else {
      fail(expected: "a name for the command")
    }
    return words
  }

  private mutating func parseEffects() -> [Name]? {
    skipBlanks()
    guard !isRecovering, consume(ifWord: "effects") else { return nil }
    return parseNames("an effect's name", as: .type)
  }

  // MARK: - Parameters

  private mutating func parseParameters() -> [ParameterDeclaration] {
    skipBlanks()
    guard byte() == .openParenthesis else {
      fail(expected: "`(`")
      return []
    }
    guard let bracket = openBracket() else { return [] }
    var parameters: [ParameterDeclaration] = []
    skipBlanks()
    if byte() != .closeParenthesis {
      repeat { parameters.append(parseParameter()) } while consumeComma()
    }
    close(bracket)
    return parameters
  }

  private mutating func parseParameter() -> ParameterDeclaration {
    skipBlanks()
    let start = position
    let documentation = documentation(above: start)
    var style = ParameterDeclaration.Style.positional
    if consume(if: "--", as: .flag) { style = .flag }
    if consume(if: "...", as: .operator) { style = .rest }
    let name = parseParameterName(allowsHyphens: style == .flag)
    let (type, defaultValue) = parseTypeAndDefault()
    return ParameterDeclaration(
      documentation: documentation,
      style: style,
      name: name,
      type: type,
      defaultValue: defaultValue,
      range: range(from: start)
    )
  }

  private mutating func parseParameterName(allowsHyphens: Bool) -> Name {
    let start = position
    guard allowsHyphens else { return parseNewName("a parameter's name") ?? Name("", here) }
    var end = start
    while byte(at: end).isHeadPart { end += 1 }
    guard byte().isNameStart else {
      fail(expected: "a flag's name")
      return Name("", here)
    }
    consume(end - start, as: .flag)
    let name = Name(text(start, end), range(from: start))
    if ReservedWords.names.contains(name.text) { report(.reservedName(name)) }
    return name
  }

  private mutating func parseTypeAndDefault() -> (TypeExpression?, Expression?) {
    skipBlanks()
    let type = !isRecovering && consume(if: ":", as: .punctuation) ? parseType() : nil
    skipBlanks()
    let hasDefault = !isRecovering && consume(if: "=", as: .operator)
    return (type, hasDefault ? parseExpression() : nil)
  }

  // MARK: - Documentation

  /// The lines of `##` that stand directly above a place, without their marks.
  func documentation(above start: Int) -> [String] {
    var lines: [String] = []
    var edge = start
    for comment in comments.reversed() {
      let lower = Int(comment.lower)
      guard at("##", from: lower), isDirectlyAbove(comment, edge) else { break }
      var textStart = lower + 2
      if byte(at: textStart) == 0x20 { textStart += 1 }
      lines.append(text(textStart, Int(comment.upper)))
      edge = lower
    }
    return lines.reversed()
  }

  /// True if only one line break separates a comment from a place, and it has its line to itself.
  private func isDirectlyAbove(_ comment: SourceRange, _ place: Int) -> Bool {
    guard Int(comment.upper) <= place else { return false }
    let between = bytes[Int(comment.upper)..<place]
    guard between.allSatisfy({ $0.isBlank || $0 == .newline }),
      between.count(where: { $0 == .newline }) == 1
    else { return false }
    let before = bytes[..<Int(comment.lower)].reversed().prefix { $0 != .newline }
    return before.allSatisfy { $0.isBlank }
  }

  // MARK: - Runbook headers

  /// `runbook "Title" { … }`, of which the first word was read.
  mutating func parseRunbookHeader(from start: Int) -> RunbookHeader {
    let title = parseExpectedString("the runbook's title in quotes")
    var header = RunbookHeader(
      range: range(from: start),
      title: title,
      parameters: [],
      effects: nil,
      guards: [],
      organization: nil
    )
    skipBlanks()
    guard byte() == .openBrace, let bracket = openBlock() else {
      fail(expected: "`{`")
      return header
    }
    skipTerminators()
    while !isAtEnd, !byte().isCloser { parseRunbookEntry(of: &header) }
    close(bracket)
    header.range = range(from: start)
    return header
  }

  private mutating func parseRunbookEntry(of header: inout RunbookHeader) {
    let start = position
    if consume(ifWord: "param") {
      header.parameters.append(parseRunbookParameter(from: start))
    } else if consume(ifWord: "effects") {
      header.effects = (header.effects ?? []) + parseNames("an effect's name", as: .type)
    } else if consume(ifWord: "guard") {
      if let limit = parseGuard(from: start) { header.guards.append(limit) }
    } else if consume(ifWord: "organization") {
      header.organization = parseExpectedString("the organization's name in quotes")
    } else {
      fail(expected: "`param`, `effects`, `guard` or `organization`")
    }
    finishRunbookEntry(from: start)
  }

  private mutating func finishRunbookEntry(from start: Int) {
    skipBlanks()
    let isEnd = isAtEnd || byte() == .newline || byte() == .semicolon || byte().isCloser
    if !isEnd, !isRecovering { fail(.unexpected(foundText, at: foundRange)) }
    if isRecovering { recoverToStatementEnd() }
    isRecovering = false
    if position == start { position += 1 }
    skipTerminators()
  }

  private mutating func parseRunbookParameter(from start: Int) -> ParameterDeclaration {
    let documentation = documentation(above: start)
    skipBlanks()
    let name = parseParameterName(allowsHyphens: true)
    let (type, defaultValue) = parseTypeAndDefault()
    if type == nil, !isRecovering { fail(expected: "`:` and a type") }
    return ParameterDeclaration(
      documentation: documentation,
      style: .flag,
      name: name,
      type: type,
      defaultValue: defaultValue,
      range: range(from: start)
    )
  }

  private mutating func parseGuard(from start: Int) -> RunbookHeader.Guard? {
    guard let effect = parseName("an effect's name", as: .type) else { return nil }
    guard expect("<=", as: .operator, "`<=`") else { return nil }
    skipBlanks()
    guard byte().isDigit else {
      fail(expected: "a whole number")
      return nil
    }
    let number = parseNumber()
    guard case .literal(.int(let limit)) = number.kind else {
      report(.expected("a whole number", found: "`\(source[number.range])`", at: number.range))
      return nil
    }
    return RunbookHeader.Guard(effect: effect, limit: limit, range: range(from: start))
  }
}
