extension ExactDecimal {
  /// The integer of this value, or nil if it is none or does not fit.
  public var intValue: Int? {
    let whole = trimmed
    return whole.scale == 0 ? Int(exactly: whole.mantissa) : nil
  }

  /// The nearest binary number.
  public var double: Double {
    // A quotient of two numbers that a Double holds exactly is rounded once, hence correctly.
    if mantissa.magnitude < 1 << 53 {
      return Double(Int(truncatingIfNeeded: mantissa)) / Double(Self.powerOfTen(scale))
    }
    return Double(description) ?? .nan
  }

  /// The shortest decimal that stands for the binary number, half-even at the 18th place; nil if it
  /// is not finite or has more than 38 digits.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    let (digits, exponent) = Self.shortestDigits(of: double.magnitude)
    guard var magnitude = UInt128(digits) else { return nil }
    var scale = -exponent
    if scale < 0 {
      guard digits.utf8.count - scale <= 38 else { return nil }
      magnitude *= Self.powerOfTen(-scale)
      scale = 0
    } else if scale > Self.maximumScale {
      let excess = scale - Self.maximumScale
      let factor = excess > 38 ? UInt128.max : Self.powerOfTen(excess)
      let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: factor)
      magnitude = Self.roundedHalfEven(quotient, remainder: remainder, divisor: factor)
      scale = Self.maximumScale
    }
    guard magnitude <= Self.maximumMagnitude else { return nil }
    let mantissa = Int128(magnitude)
    self = ExactDecimal(mantissa: double < 0 ? -mantissa : mantissa, scale: scale).trimmed
  }

  /// The digits that print the number and come back to it, and the power of ten of the last one.
  private static func shortestDigits(of double: Double) -> (digits: String, exponent: Int) {
    let parts = double.description.split(separator: "e")
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".")
    let fraction = number.count == 2 && number[1] != "0" ? number[1] : ""
    return (String(number[0]) + fraction, exponent - fraction.utf8.count)
  }

  /// Exactly the binary number, or nil if no decimal of 38 digits and 18 places is.
  package init?(exactly double: Double) {
    guard double.isFinite, double.magnitude < 0x1p127 else { return nil }
    let whole = Int128(double)
    let fraction = double.magnitude - double.magnitude.rounded(.towardZero)
    guard fraction != 0 else {
      self.init(checking: whole, scale: 0)
      return
    }
    // A fraction with its last bit at 2^-n has exactly n decimal places.
    let places = fraction.significandWidth - Int(fraction.exponent)
    guard places <= Self.maximumScale else { return nil }
    let scaled = Int128(double.magnitude * Double(1 << places))
    let magnitude = scaled.multipliedReportingOverflow(by: Self.powerOfFive(places))
    guard !magnitude.overflow else { return nil }
    self.init(
      checking: double < 0 ? -magnitude.partialValue : magnitude.partialValue,
      scale: places
    )
  }

  private static func powerOfFive(_ exponent: Int) -> Int128 {
    Int128(powerOfTen(exponent) >> UInt128(exponent))
  }
}
