/// Values and what follows them without a blank: fields, indexes, slices.
extension Parser {
  mutating func parsePostfix() -> Expression {
    let before = measureDepth()
    defer { deepest = max(deepest, before) }
    var value = parsePrimary()
    while !isRecovering, isAtPostfix, sink() { value = parsePostfix(of: value) }
    return value
  }

  private var isAtPostfix: Bool {
    // A suffix touches its value: in `[$a [1]]` there are two elements.
    guard lastEnd == position else { return false }
    switch byte() {
    case .dot: return byte(1) != .dot
    case .question: return byte(1) == .dot
    case .openBracket, .openParenthesis: return true
    default: return false
    }
  }

  private mutating func parsePostfix(of value: Expression) -> Expression {
    switch byte() {
    case .dot: return parseMember(of: value, isOptional: false)
    case .question: return parseMember(of: value, isOptional: true)
    case .openBracket: return parseIndex(of: value)
    default:
      fail(.callOfValue(source[value.range], at: SourceRange(position, position + 1)))
      return value
    }
  }

  /// `.name`, `."name"` or `?.name`.
  mutating func parseMember(of value: Expression, isOptional: Bool) -> Expression {
    consume(isOptional ? 2 : 1, as: .punctuation)
    let name: Name
    if byte() == .quote || byte() == .apostrophe {
      name = parseConstantString()
    } else if byte().isNameStart {
      let start = position
      consume(nameEnd(from: start) - start, as: .field)
      name = Name(text(start, position), range(from: start))
    } else {
      fail(byte().isDigit ? .indexByDot(at: foundRange) : missingFieldName)
      name = Name("", here)
    }
    return Expression(
      kind: .member(value, name, isOptional: isOptional),
      range: range(from: value.range.lower)
    )
  }

  private var missingFieldName: Diagnostic {
    .expected("a field's name", found: foundText, at: foundRange, isPartial: isAtEnd)
  }

  private mutating func parseIndex(of value: Expression) -> Expression {
    guard let bracket = openBracket() else { return missing }
    skipBlanks()
    var lower: Expression?
    if !at("..") { lower = parseOperation(.sum) }
    let kind: Expression.Kind
    skipBlanks()
    if !isRecovering, byte() == .colon {
      fail(.colonInIndex(at: SourceRange(position, position + 1)))
    }
    if !isRecovering, isAtRange {
      kind = .slice(value, lower: lower, upper: parseUpperBound())
    } else {
      kind = .index(value, parseOperation(.or, after: lower ?? missing))
    }
    close(bracket)
    return Expression(kind: kind, range: range(from: value.range.lower))
  }

  private var isAtRange: Bool { at("..", from: positionAfterBlanks()) }

  private mutating func parseUpperBound() -> Expression? {
    skipBlanks()
    consume(2, as: .operator)
    skipBlanks()
    return byte() == .closeBracket ? nil : parseOperation(.sum)
  }

  /// A node for a value that is not there.
  var missing: Expression { Expression(kind: .missing, range: here) }

  private var missingVariableName: Diagnostic {
    .variableName(foundText, at: foundRange, isPartial: isAtEnd)
  }

  // MARK: - Primaries

  mutating func parsePrimary() -> Expression {
    skipBlanks()
    switch byte() {
    case .quote, .apostrophe:
      let string = parseString()
      return Expression(kind: .string(string), range: string.range)
    case .dollar: return parseVariable()
    case .atSign: return parseDatetime()
    case .openParenthesis: return parseParentheses()
    case .openBracket: return parseList()
    case .openBrace: return parseBraces()
    case .dot where byte(1) == .quote || byte(1) == .apostrophe || byte(1).isNameStart:
      return parseLeadingDot()
    case let byte where byte.isDigit: return parseNumberWithUnit()
    case let byte where byte.isNameStart: return parseWordOperand()
    case UInt8(ascii: "/"):
      fail(.patternInSlashes(at: foundRange))
      return missing
    default:
      fail(expected: "a value")
      return missing
    }
  }

  /// A number, behind which a unit may stand that should have touched it: `30 days`, `5.00 USD`.
  private mutating func parseNumberWithUnit() -> Expression {
    let start = position
    let number = parseNumber()
    let next = positionAfterBlanks()
    guard !isRecovering, next > position, byte(at: next).isNameStart else { return number }
    let end = nameEnd(from: next)
    guard let unit = Self.unit(text(next, end)) else { return number }
    let isAgo =
      text(positionAfterBlanks(from: end), nameEnd(from: positionAfterBlanks(from: end))) == "ago"
    fail(.spacedUnit(source[number.range], unit, isAgo: isAgo, at: SourceRange(start, end)))
    return number
  }

  private static func unit(_ word: String) -> String? {
    if ["USD", "EUR", "GBP"].contains(word) { return word }
    let singular = word.hasSuffix("s") && word.utf8.count > 2 ? String(word.dropLast()) : word
    return [
      "second": "s", "sec": "s", "minute": "m", "min": "m", "hour": "h", "day": "d", "week": "w",
      "month": "mo",
    ][singular.lowercased()]
  }

  mutating func parseVariable() -> Expression {
    let start = position
    let end = nameEnd(from: start + 1)
    guard end > start + 1 else {
      consume(1, as: .variable)
      let dollar = range(from: start)
      fail(byte() == .openParenthesis ? .interpolationOutsideString(dollar) : missingVariableName)
      return missing
    }
    consume(end - start, as: .variable)
    return Expression(kind: .variable(text(start + 1, end)), range: range(from: start))
  }

  /// In a row expression parentheses group; elsewhere they hold a pipeline.
  mutating func parseParentheses() -> Expression {
    let start = position
    if context.isRow, let command = commandInRowParentheses() {
      report(.commandInRowExpression(at: command))
      skip(to: Int(command.upper))
      consume(1, as: .punctuation)
      return Expression(kind: .missing, range: range(from: start))
    }
    guard let bracket = openBracket() else { return missing }
    skipBlanks()
    let kind: Expression.Kind =
      context.isRow ? .parenthesized(parseExpression()) : .pipeline(parsePipeline())
    close(bracket)
    return Expression(kind: kind, range: range(from: start))
  }

  /// What stands in the parentheses here, if it can only be meant as a command.
  private mutating func commandInRowParentheses() -> SourceRange? {
    let start = positionAfterBlanks(from: position + 1, overNewlines: true)
    let head = headEnd(from: start)
    guard head > start, byte(at: head).isBlank || byte(at: head) == .newline else { return nil }
    let next = positionAfterBlanks(from: head, overNewlines: true)
    guard isArgumentOfCommand(at: next) else { return nil }
    let closing = closingParenthesis()
    return closing.map { SourceRange(start, $0) }
  }

  private func isArgumentOfCommand(at offset: Int) -> Bool {
    switch byte(at: offset) {
    case .quote, .apostrophe, .dollar: return true
    case .openBrace: return !context.endsAtBlock
    case .bar: return byte(at: offset + 1) != .bar
    case .minus: return byte(at: offset + 1) == .minus && byte(at: offset + 2).isLetter
    case let byte where byte.isNameStart || byte.isDigit: break
    default: return false
    }
    return !["and", "or", "in", "not"].contains(text(offset, nameEnd(from: offset)))
  }

  /// The place of the `)` that belongs to the `(` at the position.
  private mutating func closingParenthesis() -> Int? {
    let start = position
    let outer = context
    position += 1
    context.newlinesAreBlanks = true
    openBrackets.append(.closeParenthesis)
    let end = balancedEnd(stops: [])
    openBrackets.removeLast()
    context = outer
    position = start
    return byte(at: end) == .closeParenthesis ? end : nil
  }

  /// `."Work Email"` is a field of the row; `.role` is written without the dot.
  private mutating func parseLeadingDot() -> Expression {
    let start = position
    if !context.isRow || byte(1).isNameStart {
      report(.leadingDot(at: SourceRange(start, start + 1), isRow: context.isRow))
    }
    consume(1, as: .punctuation)
    if byte().isNameStart { return parseFieldName() }
    let name = parseConstantString()
    return Expression(kind: .field(name.text), range: range(from: start))
  }

  // MARK: - Words

  private mutating func parseWordOperand() -> Expression {
    let start = position
    let word = text(start, nameEnd(from: start))
    switch word {
    case "true": return parseLiteral(.bool(true), length: 4)
    case "false": return parseLiteral(.bool(false), length: 5)
    case "null": return parseLiteral(.null, length: 4)
    default: break
    }
    if isAtCall { return parseCall(word) }
    if context.isRow, !touchesForeignByte(nameEnd(from: start)) { return parseFieldName() }
    return parseBareWord()
  }

  private mutating func parseLiteral(_ literal: Literal, length: Int) -> Expression {
    let start = position
    consume(length, as: .keyword)
    return Expression(kind: .literal(literal), range: range(from: start))
  }

  private mutating func parseFieldName() -> Expression {
    let start = position
    consume(nameEnd(from: start) - start, as: .field)
    let name = text(start, position)
    return Expression(kind: name == "_" ? .row : .field(name), range: range(from: start))
  }

  /// `jane@acme.example`: what is glued to a name that no operator can be.
  private func touchesForeignByte(_ end: Int) -> Bool {
    switch byte(at: end) {
    case .atSign, .colon, .hash, .backslash, UInt8(ascii: "~"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), 0x80...:
      byte(at: end + 1).isWordPart
    default: false
    }
  }

  private mutating func parseCall(_ name: String) -> Expression {
    let start = position
    consume(nameEnd(from: start) - start, as: .function)
    let name = Name(name, range(from: start))
    guard let bracket = openBracket() else { return missing }
    var arguments: [Expression] = []
    skipBlanks()
    if byte() != .closeParenthesis {
      repeat { arguments.append(parseExpression()) } while consumeComma()
    }
    close(bracket)
    return Expression(kind: .call(name, arguments), range: range(from: start))
  }

  /// A word where a value is wanted: text without quotes, a variable without `$`, or a command
  /// without parentheses.
  private mutating func parseBareWord() -> Expression {
    let start = position
    let end = bareWordEnd(from: start)
    let range = SourceRange(start, end)
    if let command = commandWithoutParentheses(from: start, wordEnd: end) {
      report(.commandWithoutParentheses(source[command], at: command))
      position = Int(command.upper)
      emit(.word, from: start)
      return Expression(kind: .missing, range: command)
    }
    report(.bareWord(source[range], at: range, isRow: context.isRow))
    consume(end - start, as: .word)
    if isFollowedByArgument { isRecovering = true }
    return Expression(kind: .missing, range: range)
  }

  private func bareWordEnd(from start: Int) -> Int {
    let name = headEnd(from: start)
    // `a*b` is an operation on two bare words, `jane@acme.example` is one.
    guard touchesForeignByte(nameEnd(from: start)) || touchesForeignByte(name) else { return name }
    return wordEnd(from: start)
  }

  private var isFollowedByArgument: Bool { isArgumentOfCommand(at: positionAfterBlanks()) }

  /// `users list` in `for x in users list {`, which ends at the block or before a comparison.
  private func commandWithoutParentheses(from start: Int, wordEnd: Int) -> SourceRange? {
    guard context.endsAtBlock, !context.isRow, byte(at: wordEnd).isBlank else { return nil }
    guard let end = endBeforeBlock(from: start) else { return nil }
    let range = SourceRange(start, end)
    return source[range].utf8.contains { $0.isBlank } ? range : nil
  }

  private func endBeforeBlock(from start: Int) -> Int? {
    var end = start
    var offset = start
    while offset < bytes.count, bytes[offset] != .newline, bytes[offset] != .openBrace {
      if bytes[offset].isBlank {
        offset += 1
        continue
      }
      let word = max(wordEnd(from: offset), offset + 1)
      if ["==", "!=", "<", "<=", ">", ">=", "and", "or"].contains(text(offset, word)) {
        return end
      }
      (offset, end) = (word, word)
    }
    return byte(at: offset) == .openBrace ? end : nil
  }
}
