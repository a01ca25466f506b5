package import StewardValues

/// The functions over many rows, in `group`, `agg` and the stages `sum avg min max`.
package enum AggregateFunction: String, CaseIterable, Sendable {
  case count, sum, avg, min, max, first, last, list
  case countIf = "count_if"
  case pct

  /// As scripts write it.
  package var name: String { rawValue }

  /// One sentence, without a full stop.
  package var summary: String {
    switch self {
    case .count: "How many rows there are"
    case .sum: "All values added up, exactly; nulls are left out"
    case .avg: "The mean; nulls are left out, and without any value it is null"
    case .min: "The least value, or null; nulls are left out"
    case .max: "The greatest value, or null; nulls are left out"
    case .first: "The value of the first row"
    case .last: "The value of the last row"
    case .list: "The values of all rows as a list"
    case .countIf: "For how many rows a condition is true"
    case .pct: "The value that so many percent of the values do not exceed, or null"
    }
  }

  package var parameters: [Function.Parameter] {
    switch self {
    case .count: []
    case .countIf: [Function.Parameter("condition", .bool)]
    case .pct: [Function.Parameter("value", .any), Function.Parameter("percentage", .decimal)]
    default: [Function.Parameter("value", .any)]
    }
  }

  /// Whether it holds the values of all rows.
  var keepsValues: Bool { self == .list || self == .pct }

  /// Whether it looks at something of each row.
  package var takesArgument: Bool { self != .count }
}

extension AggregateFunction {
  /// Whether values of this type can be handed to it.
  package func accepts(_ argument: DataType) -> Bool {
    switch argument.unwrapped {
    case .any, .null: true
    case .int, .decimal, .float, .money, .duration: self != .countIf
    case .bool, .string, .date, .datetime, .id, .oneOf:
      switch self {
      case .sum, .avg: false
      case .countIf: if case .bool = argument.unwrapped { true } else { false }
      default: true
      }
    case .stream, .nothing: false
    default: [.first, .last, .list].contains(self)
    }
  }

  /// What it takes, in words that finish "takes …".
  package var expectation: String {
    switch self {
    case .sum, .avg: "numbers, amounts or durations"
    case .min, .max, .pct: "values that have an order"
    case .countIf: "a condition"
    case .count: "nothing"
    case .first, .last, .list: "any values"
    }
  }

  /// The type of its result for arguments of the given type.
  package func result(of argument: DataType) -> DataType {
    switch self {
    case .count, .countIf: .int
    case .sum: argument.unwrapped
    case .avg: if case .int = argument.unwrapped { .optional(.decimal) } else { argument.orNull }
    case .min, .max, .pct, .first, .last: argument.orNull
    case .list: .list(argument)
    }
  }

  /// The sum of no values of the given type; null where nothing says what they would have been.
  package static func zero(of argument: DataType) -> Value {
    switch argument.unwrapped {
    case .int: .int(0)
    case .decimal: Value(ExactDecimal.zero)
    case .float: .float(0)
    case .money: Value(Money(.zero, "USD"))
    case .duration: .duration(.zero)
    default: .null
    }
  }
}
