/// Lists, records and closures.
extension Parser {
  mutating func parseList() -> Expression {
    let start = position
    guard let bracket = openBracket() else { return missing }
    var elements: [Element] = []
    skipBlanks()
    if byte() != .closeBracket {
      repeat { elements.append(parseElement()) } while consumeComma(before: .closeBracket)
    }
    close(bracket)
    return Expression(kind: .list(elements), range: range(from: start))
  }

  private mutating func parseElement() -> Element {
    skipBlanks()
    let isSpread = consume(if: "...", as: .operator)
    return Element(value: parseExpression(), isSpread: isSpread)
  }

  /// A comma with an element behind it; one at the end is reported and taken.
  private mutating func consumeComma(before closer: UInt8) -> Bool {
    let comma = positionAfterBlanks()
    guard consumeComma() else { return false }
    guard byte() == closer else { return true }
    report(.trailingComma(at: SourceRange(comma, comma + 1)))
    return false
  }

  // MARK: - Braces

  /// What the braces of a value hold.
  private enum Braces {
    case record, closure
    /// Statements without `|…|`.
    case block
    /// Nothing was written yet.
    case unfinished
  }

  mutating func parseBraces(isArgument: Bool = false) -> Expression {
    switch bracesKind(isArgument: isArgument) {
    case .closure: return parseClosure()
    case .block: return parseBlockAsClosure()
    case .record, .unfinished: return parseRecord()
    }
  }

  private func bracesKind(isArgument: Bool) -> Braces {
    let start = positionAfterBlanks(from: position + 1, overNewlines: true)
    switch byte(at: start) {
    case .bar: return .closure
    case .closeBrace: return .record
    case .quote, .apostrophe: return .record
    case .dot where at("...", from: start): return .record
    default: break
    }
    guard start < bytes.count else { return .unfinished }
    let end = max(headEnd(from: start), wordRunOfDigits(from: start))
    guard end > start else { return isRecordKeyByte(start) ? .record : .block }
    let next = positionAfterBlanks(from: end, overNewlines: true)
    if next >= bytes.count || byte(at: next) == .colon || byte(at: next) == .comma {
      return .record
    }
    return isArgument && !byte(at: next).isDigit ? .block : .record
  }

  private func wordRunOfDigits(from start: Int) -> Int {
    var end = start
    while byte(at: end).isDigit { end += 1 }
    return end
  }

  private func isRecordKeyByte(_ offset: Int) -> Bool { byte(at: offset) == .colon }

  mutating func parseRecord() -> Expression {
    let start = position
    guard let bracket = openBracket() else { return missing }
    var entries: [Entry] = []
    skipBlanks()
    if byte() != .closeBrace, !isAtEnd {
      repeat { entries.append(parseEntry()) } while consumeComma(before: .closeBrace)
    }
    close(bracket)
    return Expression(kind: .record(entries), range: range(from: start))
  }

  private mutating func parseEntry() -> Entry {
    skipBlanks()
    if consume(if: "...", as: .operator) { return .spread(parseExpression()) }
    let name = parseKey()
    skipBlanks()
    guard consume(if: ":", as: .punctuation) else {
      failAtMissingColon(name)
      return .field(name, missing)
    }
    return .field(name, parseExpression())
  }

  private mutating func failAtMissingColon(_ name: Name) {
    if isAtEnd { return fail(expected: "`:`") }
    fail(.missingColon(behind: name.text, at: foundRange, insertion: name.range.upper))
  }

  private mutating func parseKey() -> Name {
    if byte() == .quote || byte() == .apostrophe { return parseConstantString() }
    let start = position
    let end = keyEnd(from: start)
    guard end > start else {
      fail(expected: "a field's name")
      return Name("", here)
    }
    consume(end - start, as: .name)
    let name = Name(text(start, end), range(from: start))
    if end != nameEnd(from: start) { report(.unquotedKey(name)) }
    return name
  }

  private func keyEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isWordPart, bytes[end] != .colon { end += 1 }
    return end
  }

  // MARK: - Closures

  private mutating func parseClosure() -> Expression {
    let start = position
    guard let bracket = openBlock() else { return missing }
    skipTrivia(overNewlines: true)
    consume(1, as: .punctuation)
    let parameters = parseClosureParameters()
    return finishClosure(parameters, bracket, from: start)
  }

  private mutating func parseClosureParameters() -> [(name: Name, type: TypeExpression?)] {
    var parameters: [(name: Name, type: TypeExpression?)] = []
    skipBlanks()
    if byte() != .bar {
      repeat {
        guard let name = parseNewName("a parameter's name") else { break }
        skipBlanks()
        let isTyped = consume(if: ":", as: .punctuation)
        parameters.append((name, isTyped ? parseType(allowsUnion: false) : nil))
      } while consumeComma()
    }
    expect("|", as: .punctuation, "`|` behind the closure's parameters")
    return parameters
  }

  private mutating func finishClosure(
    _ parameters: [(name: Name, type: TypeExpression?)],
    _ bracket: OpenBracket,
    from start: Int
  ) -> Expression {
    if isRecovering { recoverToStatementEnd() }
    let body = parseStatements()
    close(bracket)
    let closure = Closure(parameters: parameters, body: body, range: range(from: start))
    return Expression(kind: .closure(closure), range: closure.range)
  }

  /// `{ users get $it.id }`, which wants to be a closure.
  private mutating func parseBlockAsClosure() -> Expression {
    let start = position
    let brace = SourceRange(start, start + 1)
    report(.blockAsValue(at: brace))
    guard let bracket = openBlock() else { return missing }
    return finishClosure([], bracket, from: start)
  }
}
