/// Expressions. Where it must break, an operation breaks before `and` and `or` and behind every
/// other operator, which the language allows everywhere.
extension LayoutBuilder {
  mutating func expression(_ value: Expression) -> Layout {
    switch value.kind {
    case .literal, .string, .variable, .field, .row: take(through: value.range)
    case .member(let base, let name, _): expression(base) + take() + take(through: name.range)
    case .index(let base, let index): expression(base) + indexed { $0.expression(index) }
    case .slice(let base, let lower, let upper):
      expression(base) + indexed { $0.slice(lower, upper) }
    case .call(let name, let arguments): take(through: name.range) + call(arguments)
    case .unary(.negate, let operand): take() + expression(operand)
    case .unary(.not, let operand): takeWord() + expression(operand)
    case .binary: operation(value)
    case .range(let lower, let upper): range(lower, upper)
    case .list(let elements): bracketed(elements) { $0.element($1) }
    case .record(let entries): bracketed(entries) { $0.entry($1) }
    case .closure(let closure): self.closure(closure)
    case .pipeline(let pipeline): parenthesized { $0.pipeline(pipeline) }
    case .parenthesized(let inner): parenthesized { $0.expression(inner) }
    case .missing: .empty
    }
  }

  private mutating func range(_ lower: Expression, _ upper: Expression) -> Layout {
    let isSimple = !lower.isOperation && !upper.isOperation
    let gap: Layout = isSimple ? .empty : .space
    return expression(lower) + gap + take() + gap + expression(upper)
  }

  // MARK: - Operations

  /// Operators of one precedence are laid out together.
  private mutating func operation(_ value: Expression) -> Layout {
    var operands: [(operation: BinaryOperator, right: Expression)] = []
    var first = value
    while case .binary(let operation, _, let left, let right) = first.kind,
      operands.isEmpty || operands.last?.operation.level == operation.level
    {
      operands.append((operation, right))
      first = left
    }
    operands.reverse()
    var parts = [expression(first)]
    for (operation, right) in operands.dropLast() {
      parts += [self.operator(operation), expression(right)]
    }
    guard let last = operands.last else { return .sequence(parts) }
    parts.append(self.operator(last.operation))
    return group(parts, expression(last.right), hugs: last.right.isBracketed)
  }

  private mutating func `operator`(_ operation: BinaryOperator) -> Layout {
    switch operation {
    case .and, .or: trailingComment() + .line + takeWord()
    case .notIn: .space + takeWord() + take() + trailingComment() + .line
    default: .space + take() + trailingComment() + .line
    }
  }

  /// Parts that break together, of which the last, if it is bracketed, may break alone.
  func group(_ head: [Layout], _ last: Layout, hugs: Bool) -> Layout {
    hugs ? .group(head, hugging: last) : .group(.hanging(head + [last]))
  }
}

extension Expression {
  /// True for what begins and ends with brackets, and for text that has lines of its own.
  var isBracketed: Bool {
    switch kind {
    case .list, .record, .closure, .pipeline, .parenthesized, .string: true
    default: false
    }
  }

  fileprivate var isOperation: Bool {
    if case .binary = kind { return true }
    return false
  }
}

extension BinaryOperator {
  /// The same for operators of one precedence.
  fileprivate var level: Int {
    switch self {
    case .or: 0
    case .and: 1
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .matches, .matchesNot,
      .in, .notIn:
      2
    case .coalesce: 3
    case .add, .subtract: 4
    case .multiply, .divide, .floorDivide, .remainder: 5
    }
  }
}
