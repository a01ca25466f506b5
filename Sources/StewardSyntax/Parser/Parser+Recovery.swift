/// Brackets, how deep they may be nested, and where reading starts again after an error.
extension Parser {
  /// A bracket that was opened, and what held outside it.
  struct OpenBracket {
    let range: SourceRange
    let closer: UInt8
    let outer: Context
  }

  /// Opens a bracket inside which line breaks mean nothing. Nothing if it is nested too deeply.
  mutating func openBracket(length: Int = 1) -> OpenBracket? {
    var inner = Context()
    inner.isRow = context.isRow
    inner.newlinesAreBlanks = true
    return open(length: length, context: inner)
  }

  /// Opens the brace of a block, in which statements are separated by line breaks.
  mutating func openBlock() -> OpenBracket? {
    open(length: 1, context: Context())
  }

  private mutating func open(length: Int, context inner: Context) -> OpenBracket? {
    let start = position
    guard let closer = byte(length - 1).closer else { return nil }
    consume(length, as: .punctuation)
    let range = SourceRange(start, position)
    guard depth < Self.nestingLimit else {
      skipTooDeep(range, closer)
      return nil
    }
    let outer = context
    context = inner
    context.interpolation = outer.interpolation
    openBrackets.append(closer)
    depth += 1
    deepest = max(deepest, depth)
    return OpenBracket(range: range, closer: closer, outer: outer)
  }

  private mutating func skipTooDeep(_ range: SourceRange, _ closer: UInt8) {
    report(.nestedTooDeeply(at: range))
    isRecovering = true
    skip(to: balancedEnd(stops: []))
    if byte() == closer { consume(1, as: .punctuation) }
  }

  /// Starts to measure how deep the tree becomes; gives what was measured before.
  mutating func measureDepth() -> Int {
    let before = deepest
    deepest = depth
    return before
  }

  /// What was read becomes an operand of the next node. False, with a diagnostic, if the tree
  /// becomes too deep for those who walk it.
  mutating func sink() -> Bool {
    deepest += 1
    if deepest <= Self.nestingLimit { return true }
    fail(.nestedTooDeeply(at: foundRange))
    return false
  }

  /// Takes the closing bracket, or says what stands in its place and looks for it.
  mutating func close(_ bracket: OpenBracket) {
    skipTrivia(overNewlines: true)
    openBrackets.removeLast()
    depth -= 1
    context = bracket.outer
    if byte() == bracket.closer {
      consume(1, as: .punctuation)
      isRecovering = false
    } else if isAtEnd || isOutdated(bracket) {
      fail(.notClosed(source[bracket.range], at: bracket.range, isPartial: isAtEnd))
      rewindToLastLine()
    } else {
      fail(
        .unexpectedInBrackets(foundText, at: foundRange, closer: bracket.closer, bracket.range)
      )
      skip(to: balancedEnd(stops: []))
      guard byte() == bracket.closer else { return }
      consume(1, as: .punctuation)
      isRecovering = false
    }
  }

  /// True if what stands here belongs outside the bracket: another line or an outer bracket's end.
  private func isOutdated(_ bracket: OpenBracket) -> Bool {
    if byte().isCloser, openBrackets.contains(byte()) { return true }
    return !isRecovering && bytes[lastEnd..<position].contains(.newline)
  }

  /// Back behind the last token, so that the line break ends the statement.
  private mutating func rewindToLastLine() {
    guard !isAtEnd, bytes[lastEnd..<position].contains(.newline) else { return }
    rewind(to: lastEnd)
    isRecovering = false
  }

  /// Skips to where the next stage or statement can start.
  mutating func recoverToStageEnd() {
    skip(to: balancedEnd(stops: [.newline, .semicolon, .bar]))
    if byte() == .bar, byte(1) == .bar { recoverToStatementEnd() }
    if byte() == .bar { isRecovering = false }
  }

  mutating func recoverToStatementEnd() {
    skip(to: balancedEnd(stops: [.newline, .semicolon]))
  }

  /// Moves on without reading; comments on the way are kept.
  mutating func skip(to end: Int) {
    while position < end {
      if byte() == .hash, startsComment(at: position) {
        let start = position
        position = min(commentEnd(from: position), end)
        addComment(from: start)
      } else if byte() == .quote || byte() == .apostrophe {
        let start = position
        position = min(quotedEnd(from: position), end)
        tokens.append(Token(.string, SourceRange(start, position)))
      } else {
        position += 1
      }
    }
  }

  /// The next of some bytes, or a closing bracket that was opened before, not counting what stands
  /// in brackets and strings on the way. What stands in a string of one line ends with the line.
  mutating func balancedEnd(stops: Set<UInt8>) -> Int {
    let limit = context.interpolation == nil ? bytes.count : lineEnd(from: position)
    var stops = stops
    if context.newlinesAreBlanks { stops.remove(.newline) }
    if context.isMatchArm, !stops.isEmpty { stops.insert(.comma) }
    var scan = BracketScan(start: position)
    while scan.offset < limit {
      let byte = bytes[scan.offset]
      if scan.isBalanced, stops.contains(byte) { return scan.offset }
      if byte == .hash, startsComment(at: scan.offset) {
        scan.offset = commentEnd(from: scan.offset)
      } else if byte == .quote || byte == .apostrophe {
        scan.offset = quotedEnd(from: scan.offset)
      } else if byte == .newline, recoversByLine, stops.contains(.newline) {
        return scan.offset
      } else if scan.isEnd(byte, openBrackets) {
        return scan.offset
      } else {
        scan.step(over: byte)
      }
    }
    guard !scan.isBalanced, stops.contains(.newline) else { return limit }
    recoversByLine = true
    return lineEnd(from: position)
  }

  /// Behind the string that begins here; a string that is not closed ends with its line.
  func quotedEnd(from start: Int) -> Int {
    let quote = bytes[start]
    if byte(at: start + 1) == quote, byte(at: start + 2) == quote {
      return tripleQuotedEnd(from: start + 3, quote)
    }
    var offset = start + 1
    while offset < bytes.count, bytes[offset] != .newline {
      if bytes[offset] == quote { return offset + 1 }
      offset += bytes[offset] == .backslash && quote == .quote ? 2 : 1
    }
    return min(offset, bytes.count)
  }

  private func tripleQuotedEnd(from start: Int, _ quote: UInt8) -> Int {
    var offset = start
    while offset + 2 < bytes.count {
      if bytes[offset] == quote, bytes[offset + 1] == quote, bytes[offset + 2] == quote {
        return offset + 3
      }
      offset += bytes[offset] == .backslash && quote == .quote ? 2 : 1
    }
    return bytes.count
  }
}

/// A walk over brackets that needs no recursion.
private struct BracketScan {
  var offset: Int
  private var closers: [UInt8] = []
  private var counts: [UInt8: Int] = [:]

  init(start: Int) { offset = start }

  var isBalanced: Bool { closers.isEmpty }

  /// True for a closing bracket that was opened before the walk.
  func isEnd(_ byte: UInt8, _ outer: [UInt8]) -> Bool {
    guard byte.isCloser else { return false }
    return closers.isEmpty || (counts[byte, default: 0] == 0 && outer.contains(byte))
  }

  mutating func step(over byte: UInt8) {
    offset += 1
    if let closer = byte.closer {
      closers.append(closer)
      counts[closer, default: 0] += 1
    } else if byte.isCloser, counts[byte, default: 0] > 0 {
      closeUp(to: byte)
    }
  }

  private mutating func closeUp(to closer: UInt8) {
    while let last = closers.popLast() {
      counts[last, default: 1] -= 1
      if last == closer { return }
    }
  }
}
