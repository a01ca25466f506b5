internal import StewardValues

extension Function {
  static let valueFunctions: [Function] = [typeOf, text, format, env]

  /// A secret stays one: its text would be dots.
  private static func textType(_ types: [DataType]) -> DataType {
    if case .secret = types.first?.unwrapped { .secret } else { .string }
  }

  private static let typeOf = Function(
    "type_of",
    "The name of a value's type",
    [Parameter("value", .any)],
    gives: .string,
    example: ("type_of(1.5)", #""decimal""#)
  ) { arguments, _ throws(RunError) in Value((arguments.optional(0) ?? .null).typeName) }

  private static let text = Function(
    "text",
    "A value as `print` writes it",
    [Parameter("value", .any)],
    typed: textType,
    example: ("text(2.50)", #""2.50""#)
  ) { arguments, context throws(RunError) in
    let value = try arguments.value(0)
    if case .secret = value { return value }
    return Value(try context.text(of: value))
  }

  private static let format = Function(
    "format",
    "A number by a pattern of `0`, a leading `,` for groups and the places: `,0.00`; a day or "
      + "moment by one of `YYYY MM DD hh mm ss`",
    [Parameter("value", .any), Parameter("pattern", .string)],
    isFoldable: true,
    gives: .string,
    example: (#"format(1234.5, ",0.00")"#, #""1,234.50""#),
    validate: { arguments in
      guard let pattern = arguments.text(1), let type = arguments.types.first,
        type.isNumber || type.isMoney, NumberFormat(pattern) == nil
      else { return nil }
      return FunctionProblem(1, "E0304", NumberFormat.mistake(pattern))
    }
  ) { arguments, _ throws(RunError) in
    let pattern = try arguments.text(1)
    switch try arguments.value(0) {
    case .date(let day): return Value(TimeFormat.text(of: Timestamp(day), pattern))
    case .datetime(let time): return Value(TimeFormat.text(of: time, pattern))
    case .money(let box):
      return Value("\(try arguments.formatted(box.money.amount, pattern)) \(box.money.currency)")
    case .float(let double):
      guard let decimal = ExactDecimal(double) else {
        throw arguments.invalid("\(double) has too many digits")
      }
      return Value(try arguments.formatted(decimal, pattern))
    case .int, .decimal:
      return Value(try arguments.formatted(try arguments.exactNumber(0), pattern))
    case let other: throw arguments.mismatch(other, "a number, money, a date or a datetime")
    }
  }

  private static let env = Function(
    "env",
    "An environment variable, if the host lets scripts read it; a secret where the name says so",
    [Parameter("name", .string)],
    checked: { arguments in
      guard let name = arguments.text(0) else { return .any }
      return .optional(SecretVariable.isOne(name) ? .secret : .string)
    },
    example: (#"env("STEWARD_EXAMPLE_UNSET")"#, "null")
  ) { arguments, context throws(RunError) in
    let name = try arguments.text(0)
    guard let text = context.host.environment(name) else { return .null }
    return SecretVariable.isOne(name) ? .secret(Secret(text)) : Value(text)
  }
}

/// Variables of the environment that hold secrets: all from which Steward takes a credential are
/// among them.
private enum SecretVariable {
  static func isOne(_ name: String) -> Bool {
    ["KEY", "TOKEN", "SECRET", "PASSWORD"].contains { TextSearch.contains(name.uppercased(), $0) }
  }
}

extension FunctionArguments {
  /// A number by a pattern such as `,0.00`.
  fileprivate func formatted(
    _ number: ExactDecimal,
    _ pattern: String
  ) throws(RunError) -> String {
    guard let format = NumberFormat(pattern) else {
      throw invalid(NumberFormat.mistake(pattern))
    }
    return format.text(of: number)
  }
}

/// How a number is written: `0`, `0.00`, `,0`, `,0.00`.
struct NumberFormat {
  private let places: Int
  private let hasGroups: Bool

  static func mistake(_ pattern: String) -> String {
    "\(JSONWriter.text(Value(pattern))) is no pattern such as 0, 0.00 or ,0.00"
  }

  init?(_ pattern: String) {
    var rest = Array(pattern.utf8)[...]
    hasGroups = rest.first == UInt8(ascii: ",")
    if hasGroups { rest.removeFirst() }
    guard rest.popFirst() == UInt8(ascii: "0") else { return nil }
    if let point = rest.popFirst() {
      guard point == UInt8(ascii: "."), !rest.isEmpty else { return nil }
    }
    guard rest.allSatisfy({ $0 == UInt8(ascii: "0") }), rest.count <= ExactDecimal.maximumScale
    else { return nil }
    places = rest.count
  }

  func text(of number: ExactDecimal) -> String {
    let digits = number.fixed(places: places).description
    guard hasGroups else { return digits }
    let sign = digits.hasPrefix("-") ? "-" : ""
    let parts = digits.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return digits }
    var grouped: [UInt8] = []
    for (index, digit) in whole.utf8.enumerated() {
      if index > 0, (whole.utf8.count - index) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
      grouped.append(digit)
    }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return sign + String(decoding: grouped, as: UTF8.self) + fraction
  }
}

/// A moment by a pattern of `YYYY MM DD hh mm ss`; all else is copied.
enum TimeFormat {
  static func text(of time: Timestamp, _ pattern: String) -> String {
    let seconds = Int((time.microseconds - Timestamp(time.day).microseconds) / 1_000_000)
    let parts: [(mark: String, number: Int)] = [
      ("YYYY", time.day.year), ("MM", time.day.month), ("DD", time.day.day),
      ("hh", seconds / 3_600), ("mm", seconds / 60 % 60), ("ss", seconds % 60),
    ]
    var text = ""
    var rest = pattern[...]
    while let next = rest.first {
      if let part = parts.first(where: { rest.hasPrefix($0.mark) }) {
        let digits = String(part.number)
        text += String(repeating: "0", count: max(0, part.mark.count - digits.count)) + digits
        rest = rest.dropFirst(part.mark.count)
      } else {
        text.append(next)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}
