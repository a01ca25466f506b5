/// Operators, by precedence climbing: one loop for all levels keeps the stack flat.
extension Parser {
  enum Precedence: Int, Comparable {
    case or = 1, and, not, comparison, coalesce, range, sum, product, unary

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
  }

  /// An operator behind an operand.
  private struct Infix {
    enum Meaning {
      case binary(BinaryOperator)
      case range
    }
    var meaning: Meaning
    var precedence: Precedence
    var range: SourceRange
    /// `=`, `&&` or `||`, read as what was meant.
    var isMistaken = false
  }

  mutating func parseExpression() -> Expression {
    parseOperation(.or)
  }

  /// An expression of operators that bind at least so strongly, of which the first operand may
  /// have been read.
  mutating func parseOperation(_ minimum: Precedence, after first: Expression? = nil) -> Expression
  {
    let before = measureDepth()
    defer { deepest = max(deepest, before) }
    var left = first ?? parseOperand(minimum)
    var previous: Precedence?
    while !isRecovering, let infix = peekInfix(), infix.precedence >= minimum {
      if previous == .range, infix.precedence == .range { break }
      if previous == .comparison, infix.precedence == .comparison {
        report(.chainedComparison(source[infix.range], at: infix.range))
      }
      guard sink() else { break }
      left = parseRight(of: infix, left)
      previous = infix.precedence
    }
    return left
  }

  private mutating func parseRight(of infix: Infix, _ left: Expression) -> Expression {
    skipTrivia(overNewlines: true)
    if consume(ifWord: "not") { skipBlanks() }
    consume(Int(infix.range.upper) - position, as: isWordOperator ? .keyword : .operator)
    if infix.isMistaken { reportMistaken(infix) }
    skipTrivia(overNewlines: true)
    let right = parseOperation(infix.precedence.next)
    let kind: Expression.Kind =
      switch infix.meaning {
      case .range: .range(left, right)
      case .binary(let operation): .binary(operation, operatorRange: infix.range, left, right)
      }
    return Expression(kind: kind, range: range(from: left.range.lower))
  }

  private var isWordOperator: Bool { byte().isNameStart }

  private mutating func reportMistaken(_ infix: Infix) {
    guard case .binary(let operation) = infix.meaning else { return }
    if operation == .equal {
      report(.assignmentInExpression(at: infix.range))
    } else {
      report(.foreignOperator(source[infix.range], operation.rawValue, at: infix.range))
    }
  }

  // MARK: - Which operator

  private func peekInfix() -> Infix? {
    let offset = positionAfterBlanks()
    if let infix = infix(at: offset) { return infix }
    guard byte(at: offset) == .newline else { return nil }
    let nextLine = positionAfterBlanks(from: offset, overNewlines: true)
    guard at(word: "and", from: nextLine) || at(word: "or", from: nextLine) else { return nil }
    return infix(at: nextLine)
  }

  private func infix(at offset: Int) -> Infix? {
    func binary(_ operation: BinaryOperator, _ precedence: Precedence, _ length: Int) -> Infix {
      let range = SourceRange(offset, offset + length)
      return Infix(meaning: .binary(operation), precedence: precedence, range: range)
    }
    switch byte(at: offset) {
    case .equals: return equalsInfix(at: offset)
    case UInt8(ascii: "!"):
      if at("!=", from: offset) { return binary(.notEqual, .comparison, 2) }
      return at("!~", from: offset) ? binary(.matchesNot, .comparison, 2) : nil
    case UInt8(ascii: "<"):
      let isOrEqual = byte(at: offset + 1) == .equals
      return binary(isOrEqual ? .lessOrEqual : .less, .comparison, isOrEqual ? 2 : 1)
    case UInt8(ascii: ">"):
      let isOrEqual = byte(at: offset + 1) == .equals
      return binary(isOrEqual ? .greaterOrEqual : .greater, .comparison, isOrEqual ? 2 : 1)
    case .question: return at("??", from: offset) ? binary(.coalesce, .coalesce, 2) : nil
    case .dot: return rangeInfix(at: offset)
    case UInt8(ascii: "+"): return binary(.add, .sum, 1)
    case .minus: return binary(.subtract, .sum, 1)
    case UInt8(ascii: "*"): return binary(.multiply, .product, 1)
    case UInt8(ascii: "/"):
      let isFloor = byte(at: offset + 1) == UInt8(ascii: "/")
      return binary(isFloor ? .floorDivide : .divide, .product, isFloor ? 2 : 1)
    case UInt8(ascii: "%"): return binary(.remainder, .product, 1)
    case UInt8(ascii: "&"), .bar: return foreignInfix(at: offset)
    default: return wordInfix(at: offset)
    }
  }

  private func equalsInfix(at offset: Int) -> Infix? {
    guard !at("=>", from: offset) else { return nil }
    let operation: BinaryOperator = at("=~", from: offset) ? .matches : .equal
    let isMistaken = operation == .equal && !at("==", from: offset)
    return Infix(
      meaning: .binary(operation),
      precedence: .comparison,
      range: SourceRange(offset, offset + (isMistaken ? 1 : 2)),
      isMistaken: isMistaken
    )
  }

  private func rangeInfix(at offset: Int) -> Infix? {
    guard at("..", from: offset), !at("...", from: offset) else { return nil }
    return Infix(
      meaning: .range,
      precedence: .range,
      range: SourceRange(offset, offset + 2)
    )
  }

  private func foreignInfix(at offset: Int) -> Infix? {
    guard at("&&", from: offset) || at("||", from: offset) else { return nil }
    let isAnd = at("&&", from: offset)
    return Infix(
      meaning: .binary(isAnd ? .and : .or),
      precedence: isAnd ? .and : .or,
      range: SourceRange(offset, offset + 2),
      isMistaken: true
    )
  }

  private func wordInfix(at offset: Int) -> Infix? {
    func binary(_ operation: BinaryOperator, _ precedence: Precedence, to end: Int) -> Infix {
      let range = SourceRange(offset, end)
      return Infix(meaning: .binary(operation), precedence: precedence, range: range)
    }
    if at(word: "and", from: offset) { return binary(.and, .and, to: offset + 3) }
    if at(word: "or", from: offset) { return binary(.or, .or, to: offset + 2) }
    if at(word: "in", from: offset) { return binary(.in, .comparison, to: offset + 2) }
    guard at(word: "not", from: offset) else { return nil }
    let second = positionAfterBlanks(from: offset + 3)
    guard at(word: "in", from: second) else { return nil }
    return binary(.notIn, .comparison, to: second + 2)
  }

  // MARK: - Prefixes

  private mutating func parseOperand(_ minimum: Precedence) -> Expression {
    skipBlanks()
    let start = position
    if at(word: "not") {
      if minimum > .not { report(.notInOperand(at: SourceRange(start, start + 3))) }
      consume(3, as: .keyword)
      skipFurtherNots()
      return unary(.not, parseOperation(.comparison), from: start)
    }
    if byte() == UInt8(ascii: "!") { return parseExclamationMark() }
    guard byte() == .minus else { return parsePostfix() }
    if byte(1) == .minus, byte(2).isLetter { return failAtFlag() }
    consume(1, as: .operator)
    if let lowest = parseLowestInteger(from: start) { return lowest }
    skipBlanks()
    return unary(.negate, parsePostfix(), from: start)
  }

  /// `--force`, which is `$force` in an expression.
  private mutating func failAtFlag() -> Expression {
    let start = position
    var end = start + 2
    while byte(at: end).isHeadPart { end += 1 }
    fail(.flagInExpression(text(start + 2, end), at: SourceRange(start, end)))
    return missing
  }

  /// `not not $x`: however many there are, the tree does not become deeper.
  private mutating func skipFurtherNots() {
    skipBlanks()
    while at(word: "not") {
      report(.notInOperand(at: SourceRange(position, position + 3)))
      consume(3, as: .keyword)
      skipBlanks()
    }
  }

  private func unary(_ operation: UnaryOperator, _ operand: Expression, from start: Int)
    -> Expression
  {
    Expression(kind: .unary(operation, operand), range: range(from: start))
  }

  /// The lowest integer has no positive counterpart that could be negated.
  private mutating func parseLowestInteger(from start: Int) -> Expression? {
    let digits: StaticString = "9223372036854775808"
    let end = position + digits.utf8CodeUnitCount
    guard at(digits), !byte(at: end).isNamePart, byte(at: end) != .dot else { return nil }
    consume(digits.utf8CodeUnitCount, as: .number)
    return Expression(kind: .literal(.int(.min)), range: range(from: start))
  }

  private mutating func parseExclamationMark() -> Expression {
    let start = position
    report(.foreignOperator("!", "not", at: SourceRange(start, start + 1)))
    consume(1, as: .operator)
    skipBlanks()
    guard byte() != UInt8(ascii: "!") else {
      fail(expected: "a value")
      return Expression(kind: .missing, range: here)
    }
    return unary(.not, parsePostfix(), from: start)
  }
}
