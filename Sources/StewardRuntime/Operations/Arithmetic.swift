internal import StewardSyntax
internal import StewardValues

/// `+ - * / // %` and the sign. Exact unless a float takes part; amounts keep their currency.
enum Arithmetic {
  static func apply(
    _ operation: BinaryOperator,
    _ left: Value,
    _ right: Value
  ) throws(RunError) -> Value {
    if left.isNull || right.isNull {
      throw RunError(
        .null,
        "`\(operation.rawValue)` of null",
        help: "give a fallback value with `??`"
      )
    }
    do throws(ArithmeticError) {
      if let value = try calculated(operation, left, right) { return value }
    } catch {
      throw RunError(
        .invalid,
        error.description,
        help: error == .divisionByZero ? "ratio(a, b) is null then" : nil
      )
    }
    throw RunError(
      .type,
      "`\(operation.rawValue)` does not go with \(left.typeName) and \(right.typeName)",
      help: help(operation, left, right)
    )
  }

  static func negated(_ value: Value) throws(RunError) -> Value {
    switch value {
    case .int(let int):
      guard int != .min else { throw RunError(.invalid, "the integer is too large") }
      return .int(-int)
    case .decimal(let box): return Value(box.decimal.negated)
    case .float(let double): return .float(-double)
    case .money(let box): return Value(box.money.negated)
    case .duration(let span):
      do throws(ArithmeticError) {
        return .duration(try span.negated())
      } catch {
        throw RunError(.invalid, error.description)
      }
    case .null: throw RunError(.null, "`-` of null", help: "give a fallback value with `??`")
    default: throw RunError(.type, "`-` does not go with \(value.typeName)")
    }
  }

  private static func calculated(
    _ operation: BinaryOperator,
    _ left: Value,
    _ right: Value
  ) throws(ArithmeticError) -> Value? {
    switch (left, right) {
    case (.int(let left), .int(let right)): return try integers(operation, left, right)
    case (.float, _), (_, .float):
      guard let left = left.double, let right = right.double else { return nil }
      return try floats(operation, left, right)
    case (.money(let left), .money(let right)):
      return try amounts(operation, left.money, right.money)
    case (.duration(let left), .duration(let right)): return try spans(operation, left, right)
    case (.datetime, _), (.date, _), (_, .datetime), (_, .date):
      return try times(operation, left, right)
    case (.string(let left), .string(let right)):
      return operation == .add ? Value(left.string + right.string) : nil
    case (.list(let left), .list(let right)):
      return operation == .add ? .list(ListBox(left.values + right.values)) : nil
    default: return try scaled(operation, left, right)
    }
  }

  private static func integers(
    _ operation: BinaryOperator,
    _ left: Int,
    _ right: Int
  ) throws(ArithmeticError) -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    default: return try decimals(operation, ExactDecimal(left), ExactDecimal(right))
    }
    guard !result.overflow else { throw .overflow }
    return .int(result.partialValue)
  }

  private static func decimals(
    _ operation: BinaryOperator,
    _ left: ExactDecimal,
    _ right: ExactDecimal
  ) throws(ArithmeticError) -> Value {
    let bothWhole = left.scale == 0 && right.scale == 0
    switch operation {
    case .add: return Value(try left.adding(right))
    case .subtract: return Value(try left.subtracting(right))
    case .multiply: return Value(try left.multiplied(by: right))
    case .divide: return Value(try left.divided(by: right))
    case .floorDivide:
      let quotient = try left.floorDivided(by: right)
      guard bothWhole else { return Value(quotient) }
      guard let int = quotient.intValue else { throw .overflow }
      return .int(int)
    default:
      let remainder = try left.remainder(dividingBy: right)
      if bothWhole, let int = remainder.intValue { return .int(int) }
      return Value(remainder)
    }
  }

  private static func floats(
    _ operation: BinaryOperator,
    _ left: Double,
    _ right: Double
  ) throws(ArithmeticError) -> Value {
    if operation.divides, right == 0 { throw .divisionByZero }
    let result: Double =
      switch operation {
      case .add: left + right
      case .subtract: left - right
      case .multiply: left * right
      case .divide: left / right
      case .floorDivide: (left / right).rounded(.down)
      default: left - (left / right).rounded(.down) * right
      }
    // Infinity would become null in JSON without a word.
    guard result.isFinite || !left.isFinite || !right.isFinite else { throw .overflow }
    return .float(result)
  }

  private static func amounts(
    _ operation: BinaryOperator,
    _ left: Money,
    _ right: Money
  ) throws(ArithmeticError) -> Value? {
    switch operation {
    case .add: Value(try left.adding(right))
    case .subtract: Value(try left.subtracting(right))
    case .divide: Value(try left.divided(by: right))
    default: nil
    }
  }

  private static func spans(
    _ operation: BinaryOperator,
    _ left: TimeSpan,
    _ right: TimeSpan
  ) throws(ArithmeticError) -> Value? {
    switch operation {
    case .add: .duration(try left.adding(right))
    case .subtract: .duration(try left.subtracting(right))
    case .divide: Value(try left.divided(by: right))
    default: nil
    }
  }

  private static func times(
    _ operation: BinaryOperator,
    _ left: Value,
    _ right: Value
  ) throws(ArithmeticError) -> Value? {
    switch (operation, left, right) {
    case (.add, .datetime(let moment), .duration(let span)),
      (.add, .duration(let span), .datetime(let moment)):
      return .datetime(try moment.adding(span))
    case (.subtract, .datetime(let moment), .duration(let span)):
      return .datetime(try moment.subtracting(span))
    case (.add, .date(let day), .duration(let span)), (.add, .duration(let span), .date(let day)):
      return dayOrMoment(try Timestamp(day).adding(span))
    case (.subtract, .date(let day), .duration(let span)):
      return dayOrMoment(try Timestamp(day).subtracting(span))
    case (.subtract, _, _):
      guard let left = left.moment, let right = right.moment else { return nil }
      return .duration(try left.since(right))
    default: return nil
    }
  }

  /// A day and whole days give a day.
  private static func dayOrMoment(_ moment: Timestamp) -> Value {
    Timestamp(moment.day) == moment ? .date(moment.day) : .datetime(moment)
  }

  /// An amount or a duration with a number, or two numbers of which one is a decimal.
  private static func scaled(
    _ operation: BinaryOperator,
    _ left: Value,
    _ right: Value
  ) throws(ArithmeticError) -> Value? {
    switch (operation, left, right) {
    case (.multiply, .money(let box), _):
      guard let factor = right.number else { return nil }
      return Value(try box.money.multiplied(by: factor))
    case (.multiply, _, .money(let box)):
      guard let factor = left.number else { return nil }
      return Value(try box.money.multiplied(by: factor))
    case (.divide, .money(let box), _):
      guard let divisor = right.number else { return nil }
      return Value(try box.money.divided(by: divisor))
    case (.multiply, .duration(let span), _):
      guard let factor = right.number else { return nil }
      return .duration(try span.multiplied(by: factor))
    case (.multiply, _, .duration(let span)):
      guard let factor = left.number else { return nil }
      return .duration(try span.multiplied(by: factor))
    case (.divide, .duration(let span), _):
      guard let divisor = right.number else { return nil }
      return .duration(try span.divided(by: divisor))
    default:
      guard let left = left.number, let right = right.number else { return nil }
      return try decimals(operation, left, right)
    }
  }

  private static func help(
    _ operation: BinaryOperator,
    _ left: Value,
    _ right: Value
  ) -> String? {
    switch (left, right) {
    case (.string, _), (_, .string):
      operation == .add ? #"text is joined with text: "$a$b", or text(x)"# : nil
    case (.money, .int), (.money, .decimal), (.int, .money), (.decimal, .money):
      "an amount has a currency: 500USD"
    default: nil
    }
  }
}

extension Value {
  /// Any number, exactly; a float as the decimal that it is written as.
  fileprivate var number: ExactDecimal? {
    switch self {
    case .int(let int): ExactDecimal(int)
    case .decimal(let box): box.decimal
    case .float(let double): ExactDecimal(double)
    default: nil
    }
  }

  fileprivate var moment: Timestamp? {
    switch self {
    case .datetime(let moment): moment
    case .date(let day): Timestamp(day)
    default: nil
    }
  }
}

extension BinaryOperator {
  fileprivate var divides: Bool { self == .divide || self == .floorDivide || self == .remainder }
}
