internal import StewardSyntax
internal import StewardValues

/// The value of an `if` in value position.
final class ConditionalNode: Node {
  private let condition: Node
  private let then: BlockCode
  private let otherwise: BlockCode?

  init(_ site: Site, _ condition: Node, then: BlockCode, otherwise: BlockCode?) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    if try condition.condition(evaluator, frame) { return try then.evaluate(evaluator, frame) }
    return try otherwise?.evaluate(evaluator, frame) ?? .null
  }
}

/// The patterns of one arm of a `match`.
struct PatternCode {
  enum Pattern {
    case equals(Value)
    case within(Value, Value)
    case anything
  }
  let patterns: [Pattern]
  let condition: Node?

  func matches(
    _ subject: Value,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> Bool {
    guard patterns.contains(where: { PatternCode.matches($0, subject) }) else { return false }
    return try condition?.condition(evaluator, frame) ?? true
  }

  private static func isOrdered(_ lower: Value, _ upper: Value) -> Bool {
    Value.compare(lower, upper).map { $0 != .greater } ?? false
  }

  private static func matches(_ pattern: Pattern, _ subject: Value) -> Bool {
    switch pattern {
    case .anything: true
    case .equals(let value): value == subject
    case .within(let lower, let upper):
      isOrdered(lower, subject) && isOrdered(subject, upper)
    }
  }
}

/// The value of a `match`; null where no arm fits.
final class MatchNode: Node {
  struct Arm {
    let patterns: PatternCode
    let body: BlockCode
  }
  private let subject: Node
  private let slot: Int
  private let arms: [Arm]

  init(_ site: Site, _ subject: Node, slot: Int, _ arms: [Arm]) {
    self.subject = subject
    self.slot = slot
    self.arms = arms
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    frame[slot] = try subject.evaluate(evaluator, frame)
    for arm in arms where try arm.patterns.matches(frame[slot], evaluator, frame) {
      return try arm.body.evaluate(evaluator, frame)
    }
    return .null
  }
}
