package import StewardValues

/// One aggregate on its way: it hears of the values row by row. Its errors have no place yet.
package class Accumulator {
  init() {}
  package func add(_ value: Value) throws(RunError) {}
  package func result() throws(RunError) -> Value { .null }
}

extension AggregateFunction {
  /// A new one, without any value: `zero` is what `sum` gives then, `percentage` what `pct` looks
  /// for, 0…100. What takes long at the end stops with the run.
  package func accumulator(
    zero: Value = .null,
    percentage: ExactDecimal = .zero,
    _ cancellation: Cancellation? = nil
  ) -> Accumulator {
    switch self {
    case .count: CountAccumulator()
    case .sum: SumAccumulator(zero: zero)
    case .avg: MeanAccumulator()
    case .min: ExtremeAccumulator(.less, self)
    case .max: ExtremeAccumulator(.greater, self)
    case .first: FirstAccumulator()
    case .last: LastAccumulator()
    case .list: ListAccumulator()
    case .countIf: ConditionAccumulator()
    case .pct: PercentileAccumulator(percentage, cancellation)
    }
  }

  /// The error for a value that it cannot take.
  func mismatch(_ value: Value) -> RunError {
    var help: String?
    if case .record = value { help = "name a field: \(name)(amount)" }
    return RunError(.type, "`\(name)` takes \(expectation), found \(value.typeName)", help: help)
  }
}

final class CountAccumulator: Accumulator {
  private var count = 0
  override func add(_ value: Value) { count += 1 }
  override func result() -> Value { .int(count) }
}

/// `count_if`: unknown is not true.
final class ConditionAccumulator: Accumulator {
  private var count = 0

  override func add(_ value: Value) throws(RunError) {
    switch value {
    case .bool(true): count += 1
    case .bool(false), .null: return
    default: throw AggregateFunction.countIf.mismatch(value)
    }
  }

  override func result() -> Value { .int(count) }
}

final class FirstAccumulator: Accumulator {
  private var first: Value?
  override func add(_ value: Value) { if first == nil { first = value } }
  override func result() -> Value { first ?? .null }
}

final class LastAccumulator: Accumulator {
  private var last = Value.null
  override func add(_ value: Value) { last = value }
  override func result() -> Value { last }
}

final class ListAccumulator: Accumulator {
  private var values: ContiguousArray<Value> = []
  override func add(_ value: Value) { values.append(value) }
  override func result() -> Value { .list(ListBox(values)) }
}

/// `min` and `max`.
final class ExtremeAccumulator: Accumulator {
  /// How the value that is kept stands to all others.
  private let wanted: Ordering
  private let function: AggregateFunction
  private var extreme = Value.null

  init(_ wanted: Ordering, _ function: AggregateFunction) {
    self.wanted = wanted
    self.function = function
    super.init()
  }

  override func add(_ value: Value) throws(RunError) {
    if value.isNull { return }
    guard !extreme.isNull else {
      // By itself it says whether values of its kind have an order.
      guard Operations.order(value, value) != nil else { throw function.mismatch(value) }
      extreme = value
      return
    }
    guard let order = Operations.order(value, extreme) else {
      throw Operations.unordered(function.name, extreme, value)
    }
    if order == wanted { extreme = value }
  }

  override func result() -> Value { extreme }
}
