/// Command mode: a head word and its arguments, separated by blanks.
extension Parser {
  mutating func parseCommandStage() -> Stage.Kind {
    let start = position
    let head = headEnd(from: start)
    if let mistake = mistakenHead(from: start, head) {
      fail(mistake)
      return .missing
    }
    consume(head - start, as: .command)
    let name = Name(text(start, head), range(from: start))
    if let mistake = assignmentToBareName(name) {
      fail(mistake)
      return .missing
    }
    if !isAtBoundary, !at("=>") { report(.missingBlank(behind: name.text, at: foundRange)) }
    let arguments = parseArguments(of: name)
    return .command(CommandCall(head: name, arguments: arguments, range: range(from: start)))
  }

  // MARK: - Heads that are none

  private func mistakenHead(from start: Int, _ head: Int) -> Diagnostic? {
    let end = wordEnd(from: start)
    guard end > head else { return nil }
    let range = SourceRange(start, max(end, start + 1))
    let name = nameEnd(from: start)
    guard name > start, isSingleEquals(at: name) else {
      return .notACommandName(source[range], at: range)
    }
    if byte(at: end).isBlank, byte(at: positionAfterBlanks(from: end)).isNameStart {
      return .environmentAssignment(text(start, name), at: range)
    }
    return .bareAssignment(text(start, name), "=", at: SourceRange(start, name + 1))
  }

  /// `x = 5` and `x += 5`, of which the word was read.
  private func assignmentToBareName(_ name: Name) -> Diagnostic? {
    let next = positionAfterBlanks()
    guard next > position else { return nil }
    if name.text == "export" { return exportedAssignment(name, next) }
    let length = isSingleEquals(at: next) ? 1 : 2
    if at(":=", from: next) {
      return .bareAssignment(name.text, "=", at: SourceRange(name.range.lower, UInt32(next + 2)))
    }
    guard length == 1 || at("+=", from: next) || at("-=", from: next) else { return nil }
    guard !byte(at: next + length).isWordPart || length == 2 || byte(at: next + 1).isDigit else {
      return nil
    }
    let range = SourceRange(name.range.lower, UInt32(next + length))
    return .bareAssignment(name.text, text(next, next + length), at: range)
  }

  private func exportedAssignment(_ name: Name, _ next: Int) -> Diagnostic? {
    let end = nameEnd(from: next)
    guard end > next, isSingleEquals(at: end) else { return nil }
    let range = SourceRange(Int(name.range.lower), wordEnd(from: next))
    return .environmentAssignment(text(next, end), at: range)
  }

  // MARK: - Arguments

  private mutating func parseArguments(of head: Name) -> [Argument] {
    var arguments: [Argument] = []
    var hasReportedComma = false
    while !isRecovering {
      checkColourCode(behind: arguments.last)
      skipBlanks()
      if isAtStageEnd { break }
      if byte() == .comma {
        if !hasReportedComma { report(.commaBetweenArguments(at: foundRange)) }
        hasReportedComma = true
        consume(1, as: .punctuation)
      } else if let operation = misplacedOperator() {
        failAtOperator(operation, behind: arguments.last)
      } else {
        arguments.append(parseWholeArgument())
      }
    }
    return arguments
  }

  /// An argument up to a blank: what is glued to it makes no argument.
  private mutating func parseWholeArgument() -> Argument {
    let start = position
    let known = diagnostics.count
    let argument = parseArgument()
    guard !isAtBoundary, !isRecovering else { return argument }
    skipGlued()
    emit(.word, from: lastEnd)
    let range = SourceRange(start, position)
    if diagnostics.count == known { reportGlued(argument, range) }
    return Argument(kind: .value(Expression(kind: .missing, range: range)), range: range)
  }

  private mutating func parseArgument() -> Argument {
    let start = position
    switch byte() {
    case .quote, .apostrophe:
      let string = parseString()
      return value(Expression(kind: .string(string), range: string.range))
    case .openBrace: return value(parseBraces(isArgument: true))
    case .openParenthesis: return value(parsePrimary())
    case .openBracket: return value(parsePrimary())
    case .dollar: return value(parseArgumentPath())
    case .dot where at("..."): return parseSpread()
    case .minus where byte(1) == .minus: return parseFlagOrWord()
    default: return parseWord(from: start)
    }
  }

  private func value(_ expression: Expression) -> Argument {
    Argument(kind: .value(expression), range: expression.range)
  }

  /// `$name` with fields and indexes. In command mode nothing else can follow it.
  private mutating func parseArgumentPath() -> Expression {
    let outer = context
    context.isRow = false
    defer { context = outer }
    return parsePostfix()
  }

  private mutating func parseWord(from start: Int) -> Argument {
    let end = max(wordEnd(from: start), start + 1)
    consume(end - start, as: .word)
    return Argument(kind: .word(text(start, end)), range: range(from: start))
  }

  private mutating func parseSpread() -> Argument {
    let start = position
    consume(3, as: .operator)
    guard byte() == .dollar else {
      fail(.spreadWithoutVariable(at: SourceRange(start, start + 3)))
      return Argument(kind: .value(missing), range: range(from: start))
    }
    let value = parseArgumentPath()
    return Argument(kind: .spread(value), range: range(from: start))
  }

  private mutating func parseFlagOrWord() -> Argument {
    let start = position
    if isBoundary(at: start + 2) {
      consume(2, as: .flag)
      return Argument(kind: .endOfFlags, range: range(from: start))
    }
    guard byte(2).isLetter else { return parseWord(from: start) }
    var end = start + 2
    while byte(at: end).isHeadPart { end += 1 }
    consume(end - start, as: .flag)
    let name = Name(text(start + 2, end), range(from: start))
    let skipsNull = consume(if: "?", as: .flag)
    let value = byte() == .equals ? parseFlagValue() : nil
    let kind = Argument.Kind.flag(name, skipsNull: skipsNull, value: value)
    return Argument(kind: kind, range: range(from: start))
  }

  private mutating func parseFlagValue() -> Argument? {
    consume(1, as: .operator)
    guard !isAtBoundary else {
      fail(expected: "a value right behind `=`")
      return nil
    }
    return parseArgument()
  }

  // MARK: - Ends

  private var isAtBoundary: Bool { isBoundary(at: position) }

  /// True where a word or value can end.
  private func isBoundary(at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case .newline, .semicolon, .bar, .comma: return true
    case .backslash: return lineContinuationEnd(at: offset) != nil
    case let byte: return byte.isBlank || byte.isCloser
    }
  }

  private mutating func skipGlued() {
    while !isAtBoundary {
      if byte().closer != nil {
        skipBrackets()
      } else if byte() == .quote || byte() == .apostrophe {
        position = quotedEnd(from: position)
      } else {
        position = max(wordEnd(from: position), position + 1)
      }
    }
  }

  private mutating func skipBrackets() {
    guard let closer = byte().closer else { return }
    position += 1
    openBrackets.append(closer)
    position = balancedEnd(stops: [.newline])
    openBrackets.removeLast()
    if byte() == closer { position += 1 }
  }

  // MARK: - Mistakes

  private mutating func reportGlued(_ argument: Argument, _ range: SourceRange) {
    let written = source[range]
    let isOperation: Bool
    switch argument.kind {
    case .value: isOperation = looksLikeOperation(behind: argument.range)
    case .word("-"): isOperation = true
    case .flag(_, _, let value?):
      return reportGlued(value, SourceRange(value.range.lower, range.upper))
    case .flag: return report(.gluedFlag(written, at: range))
    default: isOperation = byte(at: Int(argument.range.upper) - 1).isOperatorPart
    }
    if isOperation {
      report(.operationInCommand(written, at: range))
    } else {
      report(.gluedWord(written, at: range))
    }
  }

  /// `$x-1` and `$a/$b`, but not `$name-old`.
  private func looksLikeOperation(behind range: SourceRange) -> Bool {
    var offset = Int(range.upper)
    guard byte(at: offset).isOperatorPart || byte(at: offset) == .minus else { return false }
    while byte(at: offset).isOperatorPart || byte(at: offset) == .minus { offset += 1 }
    let operand = byte(at: offset)
    return operand.isDigit || operand == .dollar || operand == .openParenthesis
  }

  /// A word of operator characters, which is no word.
  private func misplacedOperator() -> SourceRange? {
    let end = wordEnd(from: position)
    let word = bytes[position..<end]
    guard let first = word.first else { return nil }
    let isOperator =
      word.allSatisfy { $0.isOperatorPart } || at("=>") || word.elementsEqual([0x2E, 0x2E])
    if isOperator { return SourceRange(position, end) }
    return first == UInt8(ascii: ">") ? SourceRange(position, position + 1) : nil
  }

  private mutating func failAtOperator(_ range: SourceRange, behind argument: Argument?) {
    let start = position
    if at("=>") {
      fail(.arrowInCommand(at: SourceRange(start, start + 2)))
      return consume(2, as: .operator)
    }
    if source[range] == "//" {
      fail(.commentOfSlashes(at: range))
      return consume(2, as: .operator)
    }
    if let operation = ShellOperator(rawValue: source[range]) {
      fail(.shellOperator(operation, at: range))
      return consume(range.length, as: .operator)
    }
    consume(range.length, as: .operator)
    if let verb = queryVerb(before: argument) { return fail(.stageWithoutPipe(verb)) }
    let end = trimmedEnd(balancedEnd(stops: [.newline, .semicolon, .bar]))
    let operation = argument.map { SourceRange($0.range.lower, UInt32(max(end, start))) }
    fail(.operatorInCommand(source[range], at: range, operation: operation, in: source))
  }

  /// `users list where role == …`: the word of a stage that has no pipe before it.
  private func queryVerb(before argument: Argument?) -> Name? {
    guard let argument,
      let word = tokens.last(where: { $0.range.upper <= argument.range.lower }), word.kind == .word,
      QueryVerb(rawValue: source[word.range]) != nil
    else { return nil }
    return Name(source[word.range], word.range)
  }

  private func trimmedEnd(_ end: Int) -> Int {
    var end = end
    while end > position, bytes[end - 1].isBlank || bytes[end - 1] == .newline { end -= 1 }
    return end
  }

  /// `--color #6C5BB9`, of which the value is a comment.
  private mutating func checkColourCode(behind argument: Argument?) {
    var start = position
    while byte(at: start).isBlank, start < bytes.count { start += 1 }
    guard byte(at: start) == .hash, startsComment(at: start) else { return }
    var end = start + 1
    while byte(at: end).isHexDigit { end += 1 }
    guard isBoundary(at: end), isColourCode(start + 1, end, behind: argument) else { return }
    report(.colourCode(text(start, end), at: SourceRange(start, end)))
  }

  private func isColourCode(_ start: Int, _ end: Int, behind argument: Argument?) -> Bool {
    var isBehindFlag = false
    if case .flag(_, _, value: nil)? = argument?.kind { isBehindFlag = true }
    switch end - start {
    case 6, 8: return isBehindFlag || bytes[start..<end].contains { $0.isDigit }
    case 3, 4: return isBehindFlag
    default: return false
    }
  }
}

/// What other shells write between commands.
enum ShellOperator: String {
  case and = "&&"
  case or = "||"
  case background = "&"
  case redirect = ">"
  case append = ">>"
  case input = "<"
}
