/// An exact decimal number: an integer of up to 38 digits and a number of decimal places.
///
/// It keeps the digits it was written with (`2.50` prints `2.50`) and compares by value (`2.50 == 2.5`).
public struct ExactDecimal: Sendable {
  /// The number times ten to the power of `scale`.
  public let mantissa: Int128
  /// Decimal places, 0…18.
  public let scale: Int

  /// The number `mantissa / 10^scale`.
  ///
  /// - Precondition: `scale` is 0…18 and `mantissa` has at most 38 digits. Where they come from
  ///   outside, use ``init(checking:scale:)``.
  public init(mantissa: Int128, scale: Int) {
    precondition(0...Self.maximumScale ~= scale, "0 to 18 decimal places")
    precondition(mantissa.magnitude <= Self.maximumMagnitude, "38 digits at most")
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The number `mantissa / 10^scale`, or nil if it has too many digits or places.
  package init?(checking mantissa: Int128, scale: Int) {
    guard 0...Self.maximumScale ~= scale, mantissa.magnitude <= Self.maximumMagnitude else {
      return nil
    }
    self.init(mantissa: mantissa, scale: scale)
  }

  /// An integer, without decimal places.
  public init(_ int: Int) { self.init(mantissa: Int128(int), scale: 0) }

  /// Zero, without decimal places.
  public static let zero = ExactDecimal(0)

  package static let maximumScale = 18
  /// The largest number of 38 digits.
  package static let maximumMagnitude: UInt128 = powerOfTen(38) - 1

  /// Ten to the power of 0…38.
  @inline(__always)
  static func powerOfTen(_ exponent: Int) -> UInt128 { powersOfTen[exponent] }

  private static let powersOfTen: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// The same value without zeros at the end of its decimal places.
  package var trimmed: ExactDecimal {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return ExactDecimal(mantissa: mantissa, scale: scale)
  }

  /// True of 0, 0.00 and so on.
  public var isZero: Bool { mantissa == 0 }
}

extension ExactDecimal: CustomStringConvertible {
  /// All its digits: `-0.50`.
  public var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padding = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count))
    let padded = padding + digits
    return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }
}
