internal import StewardValues

extension Function {
  static let numberFunctions: [Function] = [round, abs, ratio, int, decimal, money]

  private static let round = Function(
    "round",
    "A number with at most so many decimal places, half to even; money without a number as its "
      + "currency has them",
    [Parameter("number", .any), Parameter("places", .int, optional: true)],
    isFoldable: true,
    typed: { $0.first?.unwrapped ?? .any },
    example: ("round(2.345, 2)", "2.34"),
    validate: { arguments in
      guard let places = arguments.constants.dropFirst().first.flatMap({ $0?.int }),
        !(0...ExactDecimal.maximumScale).contains(places)
      else { return nil }
      return FunctionProblem(
        1,
        "E0304",
        "decimal places are from 0 to \(ExactDecimal.maximumScale), not \(places)"
      )
    }
  ) { arguments, _ throws(RunError) in
    let places = arguments.optional(1) == nil ? nil : try arguments.integer(1)
    guard (0...ExactDecimal.maximumScale).contains(places ?? 0) else {
      throw arguments.invalid("decimal places are from 0 to \(ExactDecimal.maximumScale)")
    }
    switch try arguments.value(0) {
    case .int(let int): return .int(int)
    case .decimal(let box): return Value(box.decimal.rounded(places: places ?? 0))
    case .float(let double):
      return .float(ExactDecimal(double)?.rounded(places: places ?? 0).double ?? double)
    case .money(let box):
      guard let places else { return Value(box.money.rounded) }
      return Value(Money(box.money.amount.rounded(places: places), box.money.currency))
    case let other: throw arguments.mismatch(other, "a number or money")
    }
  }

  private static let abs = Function(
    "abs",
    "A number, amount or duration without its sign",
    [Parameter("number", .any)],
    isFoldable: true,
    typed: { $0.first?.unwrapped ?? .any },
    example: ("abs(-3)", "3")
  ) { arguments, _ throws(RunError) in
    switch try arguments.value(0) {
    case .int(let int):
      guard int != .min else { throw arguments.invalid("the integer is too large") }
      return .int(Swift.abs(int))
    case .decimal(let box): return Value(box.decimal.magnitude)
    case .float(let double): return .float(double.magnitude)
    case .money(let box): return Value(Money(box.money.amount.magnitude, box.money.currency))
    case .duration(let time):
      guard time < .zero else { return .duration(time) }
      return .duration(
        try arguments.calculating { () throws(ArithmeticError) in try time.negated() }
      )
    case let other: throw arguments.mismatch(other, "a number, money or a duration")
    }
  }

  private static let ratio = Function(
    "ratio",
    "One number, amount or duration divided by another; null where it cannot be",
    [Parameter("a", .any), Parameter("b", .any)],
    gives: .optional(.decimal),
    example: ("ratio(1, 4)", "0.25")
  ) { arguments, _ throws(RunError) in
    let (first, second) = (arguments.optional(0) ?? .null, arguments.optional(1) ?? .null)
    guard !first.isNull, !second.isNull else { return .null }
    do throws(ArithmeticError) {
      switch (first, second) {
      case (.money(let a), .money(let b)): return Value(try a.money.divided(by: b.money))
      case (.duration(let a), .duration(let b)): return Value(try a.divided(by: b))
      case (.float, _), (_, .float):
        guard let a = first.double, let b = second.double, b != 0 else { return .null }
        return .float(a / b)
      default: break
      }
    } catch {
      if error == .divisionByZero { return .null }
      throw arguments.invalid(error.description)
    }
    let (a, b) = (try arguments.exactNumber(0), try arguments.exactNumber(1))
    guard !b.isZero else { return .null }
    return Value(try arguments.calculating { () throws(ArithmeticError) in try a.divided(by: b) })
  }

  private static let int = Function(
    "int",
    "A whole number from text or from another number",
    [Parameter("value", .any)],
    isFoldable: true,
    gives: .int,
    example: (#"int("42")"#, "42")
  ) { arguments, _ throws(RunError) in
    let value = try arguments.value(0)
    switch value {
    case .int: return value
    case .decimal(let box):
      guard let int = box.decimal.intValue else {
        throw arguments.invalid("\(box.decimal) is not whole: use round(x) first")
      }
      return .int(int)
    case .float(let double):
      guard let int = Int(exactly: double) else {
        throw arguments.invalid("\(double) is not whole: use round(x) first")
      }
      return .int(int)
    case .string(let box):
      guard let int = Int(TextSearch.trimmed(box.string)) else {
        throw arguments.invalid("\(JSONWriter.text(Value(box.string))) is no whole number")
      }
      return .int(int)
    default: throw arguments.mismatch(value, "text or a number")
    }
  }

  private static let decimal = Function(
    "decimal",
    "An exact decimal from text or a number; of money the bare number",
    [Parameter("value", .any)],
    isFoldable: true,
    gives: .decimal,
    example: (#"decimal("2.50")"#, "2.50")
  ) { arguments, _ throws(RunError) in
    let value = try arguments.value(0)
    let decimal: ExactDecimal?
    switch value {
    case .int(let int): decimal = ExactDecimal(int)
    case .decimal(let box): decimal = box.decimal
    case .money(let box): decimal = box.money.amount
    case .float(let double): decimal = ExactDecimal(double)
    case .string(let box): decimal = ExactDecimal(TextSearch.trimmed(box.string))
    default: throw arguments.mismatch(value, "text, a number or money")
    }
    guard let decimal else {
      throw arguments.invalid(
        "\(JSONWriter.text(value)) \(ExactDecimal.mistake(in: value.plainText))"
      )
    }
    return Value(decimal)
  }

  private static let money = Function(
    "money",
    "An amount from text such as `1.25 USD`, or from a number and a currency code",
    [Parameter("value", .any), Parameter("currency", .string, optional: true)],
    isFoldable: true,
    gives: .money,
    example: (#"money(12.5, "USD")"#, #""12.5 USD""#)
  ) { arguments, _ throws(RunError) in
    let value = try arguments.value(0)
    if case .money = value { return value }
    if case .string(let box) = value, arguments.optional(1) == nil {
      guard let money = Money(TextSearch.trimmed(box.string)) else {
        throw arguments.invalid("\(JSONWriter.text(value)) is no amount such as 1.25 USD")
      }
      return Value(money)
    }
    guard arguments.optional(1) != nil else {
      throw arguments.invalid("a bare number needs a currency: money(\(value.plainText), \"USD\")")
    }
    let amount = try arguments.exactNumber(0)
    guard let money = Money("\(amount) \(try arguments.text(1))") else {
      throw arguments.invalid("a currency is three capital letters such as USD")
    }
    return Value(money)
  }
}
