// Only division rounds. Whatever else has no exact result of 38 digits and 18 places is an error.
extension ExactDecimal {
  package func adding(_ other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    let (left, right, scale) = try Self.aligned(self, other)
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow, let result = ExactDecimal(checking: sum, scale: scale) else { throw .overflow }
    return result
  }

  package func subtracting(_ other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    try adding(other.negated)
  }

  package func multiplied(by other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    if !overflow, let result = ExactDecimal(checking: product, scale: scale + other.scale) {
      return result
    }
    return try trimmed.multipliedTrimmed(by: other.trimmed)
  }

  /// The quotient, half-even at the 18th place, or before it where it has more than 38 digits;
  /// without zeros at the end.
  package func divided(by other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    guard !other.isZero else { throw .divisionByZero }
    let isNegative = (mantissa < 0) != (other.mantissa < 0)
    for places in stride(from: Self.maximumScale, through: 0, by: -1) {
      guard let quotient = quotient(over: other, places: places) else { continue }
      let signed = isNegative ? -Int128(quotient) : Int128(quotient)
      return ExactDecimal(mantissa: signed, scale: places).trimmed
    }
    throw .overflow
  }

  /// The quotient rounded down to an integer: `-7 // 2` is -4.
  package func floorDivided(by other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    guard !other.isZero else { throw .divisionByZero }
    let (left, right, _) = try Self.aligned(self, other)
    let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
    let isBelow = remainder != 0 && (remainder < 0) != (right < 0)
    guard let result = ExactDecimal(checking: isBelow ? quotient - 1 : quotient, scale: 0) else {
      throw .overflow
    }
    return result
  }

  /// What floor division leaves; it has the sign of the divisor.
  package func remainder(dividingBy other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    guard !other.isZero else { throw .divisionByZero }
    let (left, right, scale) = try Self.aligned(self, other)
    let remainder = left % right
    let isBelow = remainder != 0 && (remainder < 0) != (right < 0)
    let mantissa = isBelow ? remainder + right : remainder
    guard let result = ExactDecimal(checking: mantissa, scale: scale) else { throw .overflow }
    return result
  }

  package var negated: ExactDecimal { ExactDecimal(mantissa: -mantissa, scale: scale) }

  package var magnitude: ExactDecimal { mantissa < 0 ? negated : self }
}

extension ExactDecimal {
  /// The mantissas of both at the larger scale.
  private static func aligned(
    _ left: ExactDecimal,
    _ right: ExactDecimal
  ) throws(ArithmeticError) -> (left: Int128, right: Int128, scale: Int) {
    if left.scale == right.scale { return (left.mantissa, right.mantissa, left.scale) }
    let scale = max(left.scale, right.scale)
    if let first = left.mantissa(atScale: scale), let second = right.mantissa(atScale: scale) {
      return (first, second, scale)
    }
    let (left, right) = (left.trimmed, right.trimmed)
    let least = max(left.scale, right.scale)
    guard let first = left.mantissa(atScale: least), let second = right.mantissa(atScale: least)
    else { throw .overflow }
    return (first, second, least)
  }

  /// The mantissa with zeros appended, or nil if it does not fit; `scale` is not less than its own.
  func mantissa(atScale scale: Int) -> Int128? {
    let factor = Int128(Self.powerOfTen(scale - self.scale))
    let (mantissa, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : mantissa
  }

  private func multipliedTrimmed(
    by other: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    var (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    guard !overflow else { throw .overflow }
    var scale = scale + other.scale
    while scale > 0, product % 10 == 0 {
      product /= 10
      scale -= 1
    }
    guard scale <= Self.maximumScale else { throw .tooManyPlaces }
    guard let result = ExactDecimal(checking: product, scale: scale) else { throw .overflow }
    return result
  }

  /// The magnitude of the quotient times ten to the power of `places`, or nil if it does not fit.
  private func quotient(over other: ExactDecimal, places: Int) -> UInt128? {
    var dividend = mantissa.magnitude.multipliedFullWidth(by: 1)
    var divisor = other.mantissa.magnitude
    let shift = places + other.scale - scale
    if shift >= 0 {
      dividend = mantissa.magnitude.multipliedFullWidth(by: Self.powerOfTen(shift))
    } else {
      let (product, overflow) = divisor.multipliedReportingOverflow(by: Self.powerOfTen(-shift))
      guard !overflow else { return 0 }
      divisor = product
    }
    guard dividend.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth(dividend)
    let rounded = Self.roundedHalfEven(quotient, remainder: remainder, divisor: divisor)
    return rounded <= Self.maximumMagnitude ? rounded : nil
  }

  static func roundedHalfEven(
    _ quotient: UInt128,
    remainder: UInt128,
    divisor: UInt128
  ) -> UInt128 {
    let rest = divisor - remainder
    guard remainder > rest || (remainder == rest && quotient % 2 == 1) else { return quotient }
    let (next, overflow) = quotient.addingReportingOverflow(1)
    return overflow ? quotient : next
  }
}
