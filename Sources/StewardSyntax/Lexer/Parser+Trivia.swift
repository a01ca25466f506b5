/// Blanks, comments and line breaks: what stands between tokens.
extension Parser {
  /// Skips blanks and comments; line breaks too where they mean nothing.
  mutating func skipBlanks() {
    skipTrivia(overNewlines: context.newlinesAreBlanks)
  }

  mutating func skipTrivia(overNewlines: Bool) {
    while let next = triviaEnd(at: position, overNewlines: overNewlines) {
      let start = position
      position = next
      if bytes[start] == .hash {
        addComment(from: start)
      } else if bytes[start] == .backslash, isAtEnd {
        report(.continuationAtEnd(at: SourceRange(start, start + 1)))
      }
    }
  }

  /// Skips line breaks and `;` between statements.
  mutating func skipTerminators() {
    skipTrivia(overNewlines: true)
    while byte() == .semicolon {
      consume(1, as: .punctuation)
      skipTrivia(overNewlines: true)
    }
  }

  mutating func addComment(from start: Int) {
    let range = SourceRange(start, position)
    comments.append(range)
    tokens.append(Token(.comment, range))
  }

  /// Where the text goes on behind blanks and comments, without moving.
  func positionAfterBlanks(from start: Int? = nil, overNewlines: Bool? = nil) -> Int {
    var offset = start ?? position
    let overNewlines = overNewlines ?? context.newlinesAreBlanks
    while let next = triviaEnd(at: offset, overNewlines: overNewlines) { offset = next }
    return offset
  }

  /// The end of one blank, comment, line break or continued line that begins here.
  private func triviaEnd(at offset: Int, overNewlines: Bool) -> Int? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case .newline: return overNewlines ? offset + 1 : nil
    case .backslash: return lineContinuationEnd(at: offset)
    case .hash: return startsComment(at: offset) ? commentEnd(from: offset) : nil
    case 0x80...: return TextChecks.invisibleEnd(in: bytes, at: offset)
    case let byte: return byte.isBlank ? offset + 1 : nil
    }
  }

  /// Behind the line break if a `\` here is the last of its line.
  func lineContinuationEnd(at offset: Int) -> Int? {
    var end = offset + 1
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    guard end < bytes.count else { return end }
    return bytes[end] == .newline ? end + 1 : nil
  }

  /// A `#` opens a comment after a blank, at the start of a line and after an opening bracket.
  func startsComment(at offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    return before.isBlank || before == .newline || before.closer != nil
  }

  /// The end of the line, without its line break.
  func commentEnd(from offset: Int) -> Int {
    let end = lineEnd(from: offset)
    return end > offset && bytes[end - 1] == .carriageReturn ? end - 1 : end
  }

  func lineEnd(from offset: Int) -> Int {
    bytes[min(offset, bytes.count)...].firstIndex(of: .newline) ?? bytes.count
  }
}
