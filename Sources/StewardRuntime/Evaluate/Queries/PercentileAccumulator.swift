internal import StewardValues

/// `pct`: the nearest-rank percentile, so that it is always one of the values.
final class PercentileAccumulator: Accumulator {
  private let percentage: ExactDecimal
  private let cancellation: Cancellation?
  private var order = SortOrder(descending: [false])

  /// `percentage`: 0…100.
  init(_ percentage: ExactDecimal, _ cancellation: Cancellation?) {
    self.percentage = percentage
    self.cancellation = cancellation
    super.init()
  }

  override func add(_ value: Value) {
    if value.isNull { return }
    order.append(value)
  }

  override func result() throws(RunError) -> Value {
    if let (first, other) = order.clash(inColumn: 0) {
      throw Operations.unordered("pct", first, other)
    }
    let sorted = try order.indices(cancellation)
    guard !sorted.isEmpty else { return .null }
    return order.keys[sorted[try rank(among: sorted.count) - 1]]
  }

  /// From 1: the first of the sorted values that so many percent of them do not exceed.
  private func rank(among count: Int) throws(RunError) -> Int {
    do throws(ArithmeticError) {
      let share = try percentage.multiplied(by: ExactDecimal(count))
      let rank = try share.divided(by: ExactDecimal(100)).rounded(places: 0, .up).intValue
      return min(max(rank ?? 1, 1), count)
    } catch {
      throw RunError(.invalid, "`pct`: \(error.description)")
    }
  }
}

extension AggregateFunction {
  /// The second argument of `pct`.
  static func percentage(_ value: Value) throws(RunError) -> ExactDecimal {
    let percentage: ExactDecimal? =
      switch value {
      case .int(let int): ExactDecimal(int)
      case .decimal(let box): box.decimal
      default: nil
      }
    guard let percentage, ExactDecimal.zero <= percentage, percentage <= ExactDecimal(100) else {
      throw RunError(
        .invalid,
        "`pct` takes a percentage from 0 to 100, found \(value.plainText)",
        help: "pct(x, 95)"
      )
    }
    return percentage
  }
}
