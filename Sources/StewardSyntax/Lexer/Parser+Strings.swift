/// `"…"`, `'…'`, `"""…"""` and `'''…'''`.
extension Parser {
  mutating func parseString() -> StringLiteral {
    var reader = StringReader(start: position, quote: byte())
    reader.isMultiline = byte(1) == reader.quote && byte(2) == reader.quote
    position += reader.isMultiline ? 3 : 1
    if reader.isMultiline { skipFirstLineBreak() }
    reader.beginLine(self)
    while !readEnd(of: &reader) { readPiece(of: &reader) }
    emit(.string, from: reader.tokenStart)
    return StringLiteral(segments: reader.segments, range: range(from: reader.start))
  }

  /// A string that may stand where a name is wanted, so that nothing in it can be interpolated.
  mutating func parseConstantString() -> Name {
    let string = parseString()
    if string.constant == nil { report(.interpolatedName(at: string.range)) }
    return Name(string.constant ?? "", string.range)
  }

  /// A title or a path: it must be there before the script runs.
  mutating func parseExpectedString(_ what: String) -> StringLiteral {
    skipBlanks()
    guard byte() == .quote || byte() == .apostrophe else {
      fail(expected: what)
      return StringLiteral(segments: [], range: here)
    }
    return parseString()
  }

  private mutating func skipFirstLineBreak() {
    if at("\r\n") { position += 2 } else if byte() == .newline { position += 1 }
  }

  // MARK: - Pieces

  /// True at the end of the string, closed or not.
  private mutating func readEnd(of reader: inout StringReader) -> Bool {
    if isAtEnd || (!reader.isMultiline && byte() == .newline) {
      reader.closeText()
      reportUnterminated(reader)
      return true
    }
    guard byte() == reader.quote else { return false }
    if reader.isMultiline {
      guard byte(1) == reader.quote, byte(2) == reader.quote else { return false }
      reader.removeIndentation()
    }
    position += reader.isMultiline ? 3 : 1
    reader.closeText()
    return true
  }

  private mutating func reportUnterminated(_ reader: StringReader) {
    if !reader.isMultiline, let opening = context.interpolation {
      return fail(.notClosed("$(", at: opening, isPartial: isAtEnd))
    }
    let end = reader.isMultiline ? reader.start + 3 : position
    let range = SourceRange(reader.start, min(end, bytes.count))
    fail(.unterminatedString(at: range, isMultiline: reader.isMultiline, isPartial: isAtEnd))
  }

  private mutating func readPiece(of reader: inout StringReader) {
    switch byte() {
    case .newline:
      reader.append(.newline)
      position += 1
      reader.beginLine(self)
    case .carriageReturn where byte(1) == .newline: position += 1
    case .backslash where reader.interpolates: readEscape(of: &reader)
    case .dollar where reader.interpolates: readDollar(of: &reader)
    default:
      reader.append(byte())
      position += 1
    }
  }

  private mutating func readDollar(of reader: inout StringReader) {
    if byte(1) == .openParenthesis { return readInterpolation(of: &reader) }
    if byte(1).isNameStart { return readVariable(of: &reader) }
    if byte(1) == .openBrace { reportShellInterpolation() }
    reader.append(.dollar)
    position += 1
  }

  /// `$name.field.field`: a dot that no name follows is text.
  private mutating func readVariable(of reader: inout StringReader) {
    emit(.string, from: reader.tokenStart)
    var value = parseVariable()
    let before = measureDepth()
    while byte() == .dot, byte(1).isNameStart, sink() {
      value = parseMember(of: value, isOptional: false)
    }
    deepest = max(deepest, before)
    reader.append(.expression(value))
    reader.tokenStart = position
  }

  private mutating func readInterpolation(of reader: inout StringReader) {
    emit(.string, from: reader.tokenStart)
    guard let bracket = openBracket(length: 2) else {
      reader.tokenStart = position
      return
    }
    if !reader.isMultiline { context.interpolation = context.interpolation ?? bracket.range }
    skipBlanks()
    if context.isRow {
      reader.append(.expression(parseExpression()))
    } else {
      reader.append(.pipeline(parsePipeline()))
    }
    closeInterpolation(bracket, isMultiline: reader.isMultiline)
    reader.tokenStart = position
  }

  private mutating func closeInterpolation(_ bracket: OpenBracket, isMultiline: Bool) {
    skipTrivia(overNewlines: true)
    if byte() != bracket.closer, isRecovering, !isMultiline {
      skip(to: min(balancedEnd(stops: []), lineEnd(from: position)))
    }
    if byte() == bracket.closer || isMultiline { return close(bracket) }
    openBrackets.removeLast()
    depth -= 1
    context = bracket.outer
    fail(.notClosed("$(", at: bracket.range, isPartial: isAtEnd))
    // What was skipped in search of the bracket is read again as text.
    rewind(to: max(lastEnd, Int(bracket.range.upper)))
    while !isAtEnd, byte() != .newline, byte() != .quote { position += 1 }
  }

  private mutating func reportShellInterpolation() {
    let name = text(position + 2, nameEnd(from: position + 2))
    let end = position + 2 + name.utf8.count
    let isWhole = !name.isEmpty && byte(at: end) == .closeBrace
    report(
      .shellInterpolation(
        name,
        at: SourceRange(position, position + 2),
        whole: isWhole ? SourceRange(position, end + 1) : nil
      )
    )
  }

  // MARK: - Escapes

  private mutating func readEscape(of reader: inout StringReader) {
    let start = position
    switch byte(1) {
    case UInt8(ascii: "n"): reader.append(.newline)
    case UInt8(ascii: "t"): reader.append(UInt8(ascii: "\t"))
    case .quote, .backslash, .dollar: reader.append(byte(1))
    case UInt8(ascii: "u") where byte(2) == .openBrace: return readScalar(of: &reader)
    default: return readUnknownEscape(of: &reader, from: start)
    }
    position += 2
  }

  private mutating func readScalar(of reader: inout StringReader) {
    let start = position + 3
    var end = start
    while byte(at: end).isHexDigit { end += 1 }
    guard
      byte(at: end) == .closeBrace, (1...6).contains(end - start),
      let scalar = UInt32(text(start, end), radix: 16).flatMap(Unicode.Scalar.init)
    else {
      report(.malformedScalar(at: SourceRange(position, max(end, start))))
      position = max(end, start)
      return
    }
    for byte in String(Character(scalar)).utf8 { reader.append(byte) }
    position = end + 1
  }

  private mutating func readUnknownEscape(of reader: inout StringReader, from start: Int) {
    reader.append(.backslash)
    position += 1
    guard !isAtEnd, byte() != .newline else { return }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    report(.unknownEscape(text(start, end), at: SourceRange(start, end)))
  }
}

/// A string while it is read.
private struct StringReader {
  let start: Int
  let quote: UInt8
  var isMultiline = false
  /// Where the token began that the text at the position belongs to.
  var tokenStart: Int
  private(set) var segments: [StringLiteral.Segment] = []
  private var pieces: [Piece] = []
  private var text: [UInt8] = []
  /// Where in `text` a line of the source begins.
  private var lineStarts: [Int] = []
  /// The blanks at the start of the last line.
  private var indentation: [UInt8] = []

  private enum Piece {
    case text([UInt8], lineStarts: [Int])
    case segment(StringLiteral.Segment)
  }

  init(start: Int, quote: UInt8) {
    self.start = start
    self.quote = quote
    tokenStart = start
  }

  var interpolates: Bool { quote == .quote }

  mutating func append(_ byte: UInt8) { text.append(byte) }

  mutating func append(_ segment: StringLiteral.Segment) {
    closePiece()
    pieces.append(.segment(segment))
  }

  /// Remembers that a line of the source begins at the parser's position.
  mutating func beginLine(_ parser: borrowing Parser) {
    guard isMultiline else { return }
    lineStarts.append(text.count)
    var end = parser.position
    while parser.byte(at: end) == 0x20 || parser.byte(at: end) == 0x09 { end += 1 }
    indentation = Array(parser.bytes[parser.position..<end])
  }

  private mutating func closePiece() {
    pieces.append(.text(text, lineStarts: lineStarts))
    text = []
    lineStarts = []
  }

  /// Takes the closing line's indentation from every line, if nothing but blanks stands on it.
  mutating func removeIndentation() {
    guard let last = lineStarts.last, text[last...].elementsEqual(indentation) else { return }
    closePiece()
    pieces = pieces.map { piece in
      guard case .text(let text, let lineStarts) = piece else { return piece }
      return .text(unindented(text, lineStarts), lineStarts: [])
    }
  }

  private func unindented(_ text: [UInt8], _ lineStarts: [Int]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    for start in lineStarts {
      result += text[copied..<start]
      let shared = zip(text[start...], indentation).prefix { $0 == $1 }.count
      copied = start + shared
    }
    return result + text[copied...]
  }

  /// Makes the segments of what was read.
  mutating func closeText() {
    closePiece()
    for piece in pieces {
      switch piece {
      case .segment(let segment): segments.append(segment)
      case .text(let text, _) where text.isEmpty: continue
      case .text(let text, _): addText(String(decoding: text, as: UTF8.self))
      }
    }
  }

  private mutating func addText(_ text: String) {
    if case .text(let before)? = segments.last {
      segments[segments.count - 1] = .text(before + text)
    } else {
      segments.append(.text(text))
    }
  }
}
