internal import StewardValues

/// A sum that stays exact: of numbers, of amounts in one currency or of durations. A float among
/// the numbers makes it a float.
struct RunningSum {
  private enum Total {
    case int(Int)
    case decimal(ExactDecimal)
    case float(Double)
    case money(Money)
    case duration(TimeSpan)
  }
  private let function: AggregateFunction
  private var total: Total?

  /// - Parameter function: The one for which it is made, for its errors.
  init(for function: AggregateFunction) { self.function = function }

  /// Nil before the first value.
  var value: Value? {
    switch total {
    case .int(let sum): .int(sum)
    case .decimal(let sum): Value(sum)
    case .float(let sum): .float(sum)
    case .money(let sum): Value(sum)
    case .duration(let sum): .duration(sum)
    case nil: nil
    }
  }

  mutating func add(_ value: Value) throws(RunError) {
    guard let total else {
      self.total = try first(value)
      return
    }
    let sum: Total?
    do throws(ArithmeticError) {
      sum = try adding(value, to: total)
    } catch {
      throw failure(error)
    }
    guard let sum else { throw mismatch(value) }
    self.total = sum
  }

  /// The sum over a number of values: exact but for a division that never ends, half-even then.
  func divided(by count: Int) throws(RunError) -> Value {
    let count = ExactDecimal(count)
    do throws(ArithmeticError) {
      switch total {
      case .int(let sum): return Value(try ExactDecimal(sum).divided(by: count))
      case .decimal(let sum): return Value(try sum.divided(by: count))
      case .float(let sum): return .float(sum / count.double)
      case .money(let sum): return Value(try sum.divided(by: count))
      case .duration(let sum): return .duration(try sum.divided(by: count))
      case nil: return .null
      }
    } catch {
      throw failure(error)
    }
  }

  private func first(_ value: Value) throws(RunError) -> Total {
    switch value {
    case .int(let int): .int(int)
    case .decimal(let box): .decimal(box.decimal)
    case .float(let double): .float(double)
    case .money(let box): .money(box.money)
    case .duration(let span): .duration(span)
    default: throw function.mismatch(value)
    }
  }

  /// Nil for values that do not go together.
  @inline(__always)
  private func adding(_ value: Value, to total: Total) throws(ArithmeticError) -> Total? {
    switch (total, value) {
    case (.int(let sum), .int(let int)):
      let (result, overflow) = sum.addingReportingOverflow(int)
      guard !overflow else { throw .overflow }
      return .int(result)
    case (.money(let sum), .money(let box)): return .money(try sum.adding(box.money))
    case (.decimal(let sum), .decimal(let box)): return .decimal(try sum.adding(box.decimal))
    case (.duration(let sum), .duration(let span)): return .duration(try sum.adding(span))
    default: return try mixing(value, into: total)
    }
  }

  /// Numbers of different types.
  private func mixing(_ value: Value, into total: Total) throws(ArithmeticError) -> Total? {
    switch (total, value) {
    case (.int(let sum), .decimal(let box)):
      return .decimal(try ExactDecimal(sum).adding(box.decimal))
    case (.decimal(let sum), .int(let int)): return .decimal(try sum.adding(ExactDecimal(int)))
    case (.int(let sum), .float(let double)): return .float(Double(sum) + double)
    case (.decimal(let sum), .float(let double)): return .float(sum.double + double)
    case (.float(let sum), _): return value.double.map { .float(sum + $0) }
    default: return nil
    }
  }

  private func mismatch(_ value: Value) -> RunError {
    guard value.isSummable, let sum = self.value else {
      return function.mismatch(value)
    }
    return RunError(.type, "`\(function.name)` cannot add \(value.typeName) to \(sum.typeName)")
  }

  private func failure(_ error: ArithmeticError) -> RunError {
    var help: String?
    if case .currencyMismatch = error { help = "take one currency at a time" }
    return RunError(.invalid, "`\(function.name)`: \(error.description)", help: help)
  }
}

extension Value {
  /// Whether there are sums of such values.
  fileprivate var isSummable: Bool {
    switch self {
    case .int, .decimal, .float, .money, .duration: true
    default: false
    }
  }
}

final class SumAccumulator: Accumulator {
  private let zero: Value
  private var sum = RunningSum(for: .sum)

  init(zero: Value) {
    self.zero = zero
    super.init()
  }

  override func add(_ value: Value) throws(RunError) {
    if value.isNull { return }
    try sum.add(value)
  }

  override func result() -> Value { sum.value ?? zero }
}

/// `avg`.
final class MeanAccumulator: Accumulator {
  private var sum = RunningSum(for: .avg)
  private var count = 0

  override func add(_ value: Value) throws(RunError) {
    if value.isNull { return }
    if count == 0, case .int(let int) = value {
      // A decimal from the first one on has room for a sum that is too large for an int.
      try sum.add(Value(ExactDecimal(int)))
    } else {
      try sum.add(value)
    }
    count += 1
  }

  override func result() throws(RunError) -> Value { try sum.divided(by: count) }
}
