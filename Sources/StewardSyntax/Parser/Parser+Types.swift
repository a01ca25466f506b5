/// Types as they are written.
extension Parser {
  /// In the parameters of a closure a `|` ends the list, so that no union can be written there.
  mutating func parseType(allowsUnion: Bool = true) -> TypeExpression {
    skipBlanks()
    let start = position
    let kind: TypeExpression.Kind
    switch byte() {
    case .quote, .apostrophe: kind = .oneOf(parseAlternatives(allowsUnion))
    case .openBrace: kind = parseRecordType()
    case let byte where byte.isNameStart: kind = parseNamedType()
    default:
      fail(expected: "a type")
      kind = .missing
    }
    let type = TypeExpression(kind: kind, range: range(from: start))
    guard consume(if: "?", as: .type) else { return type }
    return TypeExpression(kind: .optional(type), range: range(from: start))
  }

  private mutating func parseAlternatives(_ allowsUnion: Bool) -> [StringLiteral] {
    var alternatives = [parseString()]
    while allowsUnion, isAtAlternative {
      skipBlanks()
      consume(1, as: .operator)
      skipTrivia(overNewlines: true)
      alternatives.append(parseString())
    }
    return alternatives
  }

  private var isAtAlternative: Bool {
    let bar = positionAfterBlanks()
    guard byte(at: bar) == .bar else { return false }
    let next = byte(at: positionAfterBlanks(from: bar + 1, overNewlines: true))
    return next == .quote || next == .apostrophe
  }

  private mutating func parseNamedType() -> TypeExpression.Kind {
    guard let name = parseName("a type", as: .type) else { return .missing }
    guard byte() == UInt8(ascii: "<") else { return .named(name, []) }
    guard depth < Self.nestingLimit else {
      fail(.nestedTooDeeply(at: SourceRange(position, position + 1)))
      return .missing
    }
    consume(1, as: .punctuation)
    depth += 1
    defer { depth -= 1 }
    var arguments: [TypeExpression] = []
    repeat { arguments.append(parseType()) } while consumeComma()
    expect(">", as: .punctuation, "`>`")
    return .named(name, arguments)
  }

  private mutating func parseRecordType() -> TypeExpression.Kind {
    guard let bracket = openBracket() else { return .missing }
    var fields: [(name: Name, type: TypeExpression)] = []
    skipBlanks()
    if byte() != .closeBrace {
      repeat {
        guard let name = parseName("a field's name") else { break }
        expect(":", as: .punctuation, "`:`")
        fields.append((name, parseType()))
      } while consumeComma()
    }
    close(bracket)
    return .record(fields)
  }
}
