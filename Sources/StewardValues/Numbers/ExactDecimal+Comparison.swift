extension ExactDecimal: Comparable, Hashable {
  /// True if both are the same number, however many zeros they are written with.
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    compareExactly(left, right) == .equal
  }

  /// Compares the numbers, not their digits.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    compareExactly(left, right) == .less
  }

  /// Feeds the same for 2.50 as for 2.5.
  public func hash(into hasher: inout Hasher) {
    let value = trimmed
    hasher.combine(value.mantissa)
    hasher.combine(value.scale)
  }
}

/// By value: 2.50 and 2.5 are equal.
package func compareExactly(_ left: ExactDecimal, _ right: ExactDecimal) -> Ordering {
  if left.scale == right.scale { return Ordering(left.mantissa, right.mantissa) }
  if left.scale > right.scale { return compareExactly(right, left).reversed }
  guard let mantissa = left.mantissa(atScale: right.scale) else {
    // It has more digits than any number has.
    return left.mantissa < 0 ? .less : .greater
  }
  return Ordering(mantissa, right.mantissa)
}

package func compareExactly(_ left: Int, _ right: ExactDecimal) -> Ordering {
  compareExactly(ExactDecimal(left), right)
}

/// Nil if the binary number is not a number.
package func compareExactly(_ left: Int, _ right: Double) -> Ordering? {
  compareExactly(ExactDecimal(left), right)
}

/// The exact values, without rounding either; nil if the binary number is not a number.
package func compareExactly(_ left: ExactDecimal, _ right: Double) -> Ordering? {
  guard !right.isNaN else { return nil }
  // No decimal reaches 10^38, which is less than 2^127.
  guard right.magnitude < 0x1p127 else { return right < 0 ? .greater : .less }
  let factor = Int128(ExactDecimal.powerOfTen(left.scale))
  let (whole, rest) = left.mantissa.quotientAndRemainder(dividingBy: factor)
  let truncated = right.rounded(.towardZero)
  let order = Ordering(whole, Int128(truncated))
  guard order == .equal else { return order }
  return compareFractions(rest, scale: left.scale, right - truncated)
}

/// Compares `rest / 10^scale` with `fraction`, both between -1 and 1.
private func compareFractions(_ rest: Int128, scale: Int, _ fraction: Double) -> Ordering {
  guard rest != 0, fraction != 0, (rest < 0) == (fraction < 0) else {
    return Ordering(rest.signum(), fraction < 0 ? -1 : fraction > 0 ? 1 : 0)
  }
  // The fraction is bits / 2^shift: both sides are multiplied by 10^scale and 2^shift.
  let width = fraction.significandWidth
  let shift = width - Int(fraction.exponent)
  let bits = fraction.significandBitPattern | 1 << 52
  let right = UInt128(bits >> UInt64(52 - width)) * ExactDecimal.powerOfTen(scale)
  let left = rest.magnitude
  // The right side is below 2^53 times 10^18, hence below 2^113.
  let isLarger = shift > 114 || left.leadingZeroBitCount < shift
  let order = isLarger ? Ordering.greater : Ordering(left << UInt128(shift), right)
  return rest < 0 ? order.reversed : order
}
