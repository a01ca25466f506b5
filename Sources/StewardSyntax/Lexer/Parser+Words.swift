/// Names, words of commands, and where they end.
extension Parser {
  /// The end of a name, or the start if there is none.
  func nameEnd(from start: Int) -> Int {
    guard byte(at: start).isNameStart else { return start }
    var end = start + 1
    while byte(at: end).isNamePart { end += 1 }
    return end
  }

  /// The end of a command's first word: hyphens belong to it, dots between two of them too.
  func headEnd(from start: Int) -> Int {
    guard byte(at: start).isNameStart else { return start }
    var end = start + 1
    while byte(at: end).isHeadPart || (byte(at: end) == .dot && byte(at: end + 1).isNameStart) {
      end += 1
    }
    return end
  }

  /// The end of a bare word of command mode.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, continuesWord(at: end, from: start) { end += 1 }
    return end
  }

  private func continuesWord(at offset: Int, from start: Int) -> Bool {
    switch bytes[offset] {
    case .comma: offset > start && byte(at: offset + 1).isWordPart
    case .backslash: lineContinuationEnd(at: offset) == nil
    case let byte: byte.isWordPart
    }
  }

  /// The first word of a statement or stage.
  var headWord: String { text(position, headEnd(from: position)) }

  /// True if a name stands here with its `(` right behind it.
  var isAtCall: Bool {
    let end = nameEnd(from: position)
    return end > position && byte(at: end) == .openParenthesis
  }

  /// Takes a name. Nothing, and a diagnostic, if there is none.
  mutating func parseName(_ what: String, as kind: Token.Kind = .name) -> Name? {
    skipBlanks()
    let start = position
    let end = nameEnd(from: start)
    guard end > start else {
      fail(expected: what)
      return nil
    }
    consume(end - start, as: kind)
    return Name(text(start, end), range(from: start))
  }

  /// Takes the name of a variable or parameter, which some words cannot be.
  mutating func parseNewName(_ what: String) -> Name? {
    skipBlanks()
    if byte() == .dollar, byte(1).isNameStart { reportSigil() }
    guard let name = parseName(what, as: .variable) else { return nil }
    if ReservedWords.names.contains(name.text) { report(.reservedName(name)) }
    return name
  }

  /// `let $x`: the name alone is declared.
  private mutating func reportSigil() {
    let end = nameEnd(from: position + 1)
    report(
      .sigilInDeclaration(text(position + 1, end), at: SourceRange(position, end))
    )
    position += 1
  }

  /// `name, name, …`.
  mutating func parseNames(_ what: String, as kind: Token.Kind) -> [Name] {
    var names: [Name] = []
    while let name = parseName(what, as: kind) {
      names.append(name)
      guard consumeComma() else { break }
    }
    return names
  }

  /// Takes a comma behind an element; a line break may follow it.
  mutating func consumeComma() -> Bool {
    skipBlanks()
    guard byte() == .comma, !isRecovering else { return false }
    consume(1, as: .punctuation)
    skipTrivia(overNewlines: true)
    return true
  }
}
