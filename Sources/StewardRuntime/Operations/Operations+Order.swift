internal import StewardValues

extension Operations {
  /// How two values stand to each other where many are brought into order: what is not a number
  /// comes after all numbers. Nil for values that have no order among each other.
  @inline(__always)
  static func order(_ left: Value, _ right: Value) -> Ordering? {
    if let order = Value.compare(left, right) { return order }
    guard left.isNumber, right.isNumber else { return nil }
    return Ordering(left.isNotANumber ? 1 : 0, right.isNotANumber ? 1 : 0)
  }

  /// The error for two values that have no order among each other; `word` is the operator, stage or
  /// function that compares them.
  static func unordered(_ word: String, _ left: Value, _ right: Value) -> RunError {
    if case .money(let first) = left, case .money(let second) = right {
      return RunError(
        .type,
        "\(first.money.currency) and \(second.money.currency) are different currencies"
      )
    }
    return RunError(
      .type,
      "`\(word)` cannot compare \(left.typeName) with \(right.typeName)",
      help: comparisonHelp(left, right)
    )
  }

  private static func comparisonHelp(_ left: Value, _ right: Value) -> String? {
    switch (left, right) {
    case (.datetime, .string), (.string, .datetime), (.date, .string), (.string, .date):
      "a moment is written @2026-10-01; text becomes a day with date(x)"
    case (.money, .int), (.money, .decimal), (.int, .money), (.decimal, .money):
      "an amount has a currency: 500USD"
    case (.string, .int), (.int, .string): "text becomes a number with int(x)"
    default: nil
    }
  }
}

extension Value {
  /// What is not a number, as no other float.
  fileprivate var isNotANumber: Bool {
    if case .float(let double) = self { double.isNaN } else { false }
  }
}
