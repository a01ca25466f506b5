internal import StewardSyntax
internal import StewardValues

/// The operators on values of any types, with the rules for numbers, null and units.
enum Operations {
  /// Everything but `and`, `or` and `??`, which do not always look at both sides.
  static func apply(
    _ operation: BinaryOperator,
    _ left: Value,
    _ right: Value,
    _ context: RunContext? = nil
  ) throws(RunError) -> Value {
    switch operation {
    case .equal: return .bool(left == right)
    case .notEqual: return .bool(left != right)
    case .less: return try ordered(operation, left, right) { $0 == .less }
    case .lessOrEqual: return try ordered(operation, left, right) { $0 != .greater }
    case .greater: return try ordered(operation, left, right) { $0 == .greater }
    case .greaterOrEqual: return try ordered(operation, left, right) { $0 != .less }
    case .in: return .bool(try contains(right, left))
    case .notIn: return .bool(!(try contains(right, left)))
    case .matches: return try matched(left, right, context).map { .bool($0) } ?? .null
    case .matchesNot: return try matched(left, right, context).map { .bool(!$0) } ?? .null
    case .coalesce: return left.isNull ? right : left
    case .add, .subtract, .multiply, .divide, .floorDivide, .remainder:
      return try Arithmetic.apply(operation, left, right)
    case .or, .and: throw RunError(.internal, "`\(operation.rawValue)` is no operator on values")
    }
  }

  /// `-x`.
  static func negated(_ value: Value) throws(RunError) -> Value { try Arithmetic.negated(value) }

  /// A comparison; with null on either side it is unknown.
  private static func ordered(
    _ operation: BinaryOperator,
    _ left: Value,
    _ right: Value,
    _ holds: (Ordering) -> Bool
  ) throws(RunError) -> Value {
    if left.isNull || right.isNull { return .null }
    if let ordering = Value.compare(left, right) { return .bool(holds(ordering)) }
    // Only what is not a number has no order among the numbers.
    if left.isNumber, right.isNumber { return .bool(false) }
    throw unordered(operation.rawValue, left, right)
  }

  /// Whether a list has an element that is equal.
  private static func contains(_ container: Value, _ element: Value) throws(RunError) -> Bool {
    switch container {
    case .list(let list): return list.values.contains(element)
    case .null: return false
    case .string:
      throw RunError(
        .type,
        "`in` looks into a list, not into text",
        help: "for a part of a text: contains(a, b)"
      )
    default: throw RunError(.type, "`in` looks into a list, not into \(container.typeName)")
    }
  }

  /// Whether a pattern fits; nil for null.
  private static func matched(
    _ text: Value,
    _ pattern: Value,
    _ context: RunContext?
  ) throws(RunError) -> Bool? {
    if text.isNull || pattern.isNull { return nil }
    guard case .string(let text) = text, case .string(let pattern) = pattern else {
      throw RunError(
        .type,
        "`=~` compares text with a pattern, found \(text.typeName) and \(pattern.typeName)"
      )
    }
    let compiled: TextPattern
    do throws(PatternError) {
      compiled = try TextPattern(pattern.string)
    } catch {
      throw RunError(.invalid, "not a pattern: \(error.message)")
    }
    return try compiled.matches(in: text.string, context)
  }
}
