package import StewardSyntax
internal import StewardValues

/// An operator on values whose types only the run tells.
package final class BinaryNode: Node {
  let operation: BinaryOperator
  let left: Node
  let right: Node

  package init(_ site: Site, _ operation: BinaryOperator, _ left: Node, _ right: Node) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let left = try left.evaluate(evaluator, frame)
    let right = try right.evaluate(evaluator, frame)
    do {
      guard operation == .add else {
        try evaluator.step(through: left)
        try evaluator.step(through: right)
        return try Operations.apply(operation, left, right, evaluator.context)
      }
      try evaluator.step(over: left)
      try evaluator.step(over: right)
      return try evaluator.charged(try Operations.apply(operation, left, right))
    } catch {
      throw site.placed(error)
    }
  }
}

/// `+ - * // %` on integers.
final class IntegerArithmeticNode: Node {
  private let operation: BinaryOperator
  private let left: Node
  private let right: Node

  init(_ site: Site, _ operation: BinaryOperator, _ left: Node, _ right: Node) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    .int(try integer(evaluator, frame))
  }

  override func integer(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Int {
    let left = try left.integer(evaluator, frame)
    let right = try right.integer(evaluator, frame)
    switch operation {
    case .add: return try checked(left.addingReportingOverflow(right))
    case .subtract: return try checked(left.subtractingReportingOverflow(right))
    case .multiply: return try checked(left.multipliedReportingOverflow(by: right))
    default:
      guard right != 0 else { throw site.error(.invalid, "division by zero") }
      let (quotient, overflow) = left.dividedReportingOverflow(by: right)
      guard !overflow else { throw site.error(.invalid, "the integer is too large") }
      let remainder = left - quotient * right
      let isBelow = remainder != 0 && (remainder < 0) != (right < 0)
      if operation == .floorDivide { return isBelow ? quotient - 1 : quotient }
      return isBelow ? remainder + right : remainder
    }
  }

  @inline(__always)
  private func checked(_ result: (partialValue: Int, overflow: Bool)) throws(RunError) -> Int {
    guard !result.overflow else { throw site.error(.invalid, "the integer is too large") }
    return result.partialValue
  }
}

/// Comparisons of integers.
final class IntegerComparisonNode: Node {
  private let operation: BinaryOperator
  private let left: Node
  private let right: Node

  init(_ site: Site, _ operation: BinaryOperator, _ left: Node, _ right: Node) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(site)
  }

  override func condition(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Bool {
    let left = try left.integer(evaluator, frame)
    let right = try right.integer(evaluator, frame)
    switch operation {
    case .less: return left < right
    case .lessOrEqual: return left <= right
    case .greater: return left > right
    case .greaterOrEqual: return left >= right
    case .equal: return left == right
    default: return left != right
    }
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    .bool(try condition(evaluator, frame))
  }
}

/// `and` and `or`, with unknown as a third value: it is false only if nothing could make it true.
final class LogicNode: Node {
  let isAnd: Bool
  let left: Node
  let right: Node

  init(_ site: Site, isAnd: Bool, _ left: Node, _ right: Node) {
    self.isAnd = isAnd
    self.left = left
    self.right = right
    super.init(site)
  }

  override func condition(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Bool {
    let first = try left.condition(evaluator, frame)
    if first != isAnd { return first }
    return try right.condition(evaluator, frame)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let first = try truth(left, evaluator, frame)
    if let first, first != isAnd { return .bool(first) }
    let second = try truth(right, evaluator, frame)
    if let second, second != isAnd { return .bool(second) }
    guard first != nil, second != nil else { return .null }
    return .bool(isAnd)
  }

  private func truth(
    _ node: Node,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> Bool? {
    switch try node.evaluate(evaluator, frame) {
    case .bool(let bool): return bool
    case .null: return nil
    case let value: throw node.mismatch(value, "bool")
    }
  }
}

/// `not`: of unknown it is unknown.
final class NotNode: Node {
  let operand: Node
  init(_ site: Site, _ operand: Node) {
    self.operand = operand
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    switch try operand.evaluate(evaluator, frame) {
    case .bool(let bool): return .bool(!bool)
    case .null: return .null
    case let value: throw operand.mismatch(value, "bool")
    }
  }
}

/// `-x`.
final class NegateNode: Node {
  private let operand: Node
  init(_ site: Site, _ operand: Node) {
    self.operand = operand
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    do {
      return try Operations.negated(try operand.evaluate(evaluator, frame))
    } catch {
      throw site.placed(error)
    }
  }
}

/// `a ?? b`.
final class CoalesceNode: Node {
  private let left: Node
  private let right: Node
  init(_ site: Site, _ left: Node, _ right: Node) {
    self.left = left
    self.right = right
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let value = try left.evaluate(evaluator, frame)
    guard value.isNull else { return value }
    return try right.evaluate(evaluator, frame)
  }
}
