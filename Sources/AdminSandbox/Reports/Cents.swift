/// Amounts of billionths of a cent.
enum Cents {
  static let unit = 1_000_000_000

  /// As a decimal number of cents with at least one place: `123.78912`.
  static func text(_ billionths: Int) -> String {
    let (whole, rest) = billionths.quotientAndRemainder(dividingBy: unit)
    var digits = Array(String(unit + rest).utf8.dropFirst())
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return "\(whole).\(String(decoding: digits, as: UTF8.self))"
  }

  /// The nearest whole cent.
  static func rounded(_ billionths: Int) -> Int { (billionths + unit / 2) / unit }
}
