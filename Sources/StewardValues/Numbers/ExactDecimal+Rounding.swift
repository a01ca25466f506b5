extension ExactDecimal {
  /// At most `places` decimal places; what has no more stays as it is written.
  package func rounded(
    places: Int = 0,
    _ rule: FloatingPointRoundingRule = .toNearestOrEven
  ) -> ExactDecimal {
    let places = max(0, places)
    guard places < scale else { return self }
    let factor = Self.powerOfTen(scale - places)
    let (quotient, remainder) = mantissa.magnitude.quotientAndRemainder(dividingBy: factor)
    let isUp = isRoundedUp(rule, quotient: quotient, remainder: remainder, factor: factor)
    let magnitude = Int128(isUp ? quotient + 1 : quotient)
    return ExactDecimal(mantissa: mantissa < 0 ? -magnitude : magnitude, scale: places)
  }

  /// Whether the magnitude is rounded away from zero.
  private func isRoundedUp(
    _ rule: FloatingPointRoundingRule,
    quotient: UInt128,
    remainder: UInt128,
    factor: UInt128
  ) -> Bool {
    guard remainder != 0 else { return false }
    let rest = factor - remainder
    return switch rule {
    case .up: mantissa > 0
    case .down: mantissa < 0
    case .towardZero: false
    case .awayFromZero: true
    case .toNearestOrAwayFromZero: remainder >= rest
    default: remainder > rest || (remainder == rest && quotient % 2 == 1)
    }
  }

  /// Exactly `places` decimal places: rounded half-even, or with zeros appended where they fit.
  package func fixed(places: Int) -> ExactDecimal {
    let places = min(max(0, places), Self.maximumScale)
    guard places > scale else { return rounded(places: places) }
    guard let mantissa = mantissa(atScale: places),
      let padded = ExactDecimal(checking: mantissa, scale: places)
    else { return self }
    return padded
  }
}
