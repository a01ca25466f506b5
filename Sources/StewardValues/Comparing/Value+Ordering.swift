extension Value {
  /// How two values stand to each other, or nil where they have no order: null, values of different
  /// types, amounts of different currencies, lists, records.
  ///
  /// Numbers are compared by their exact values whatever their types, days with moments as
  /// midnight UTC, text by code point, false before true.
  package static func compare(_ left: Value, _ right: Value) -> Ordering? {
    switch (left, right) {
    case (.int(let left), .int(let right)): Ordering(left, right)
    case (.string(let left), .string(let right)):
      left === right ? .equal : left.string.comparedByCodePoint(to: right.string)
    case (.datetime(let left), .datetime(let right)): Ordering(left, right)
    case (.date(let left), .date(let right)): Ordering(left, right)
    case (.date(let left), .datetime(let right)): Ordering(Timestamp(left), right)
    case (.datetime(let left), .date(let right)): Ordering(left, Timestamp(right))
    case (.duration(let left), .duration(let right)): Ordering(left, right)
    case (.money(let left), .money(let right)): left.money.compared(to: right.money)
    case (.bool(let left), .bool(let right)): Ordering(left ? 1 : 0, right ? 1 : 0)
    default: compareNumbers(left, right)
    }
  }

  private static func compareNumbers(_ left: Value, _ right: Value) -> Ordering? {
    switch (left, right) {
    case (.decimal(let left), .decimal(let right)): compareExactly(left.decimal, right.decimal)
    case (.int(let left), .decimal(let right)): compareExactly(left, right.decimal)
    case (.decimal(let left), .int(let right)): compareExactly(right, left.decimal).reversed
    case (.float(let left), .float(let right)):
      left.isNaN || right.isNaN ? nil : Ordering(left, right)
    case (.int(let left), .float(let right)): compareExactly(left, right)
    case (.float(let left), .int(let right)): compareExactly(right, left)?.reversed
    case (.decimal(let left), .float(let right)): compareExactly(left.decimal, right)
    case (.float(let left), .decimal(let right)): compareExactly(right.decimal, left)?.reversed
    default: nil
    }
  }
}
