/// Why a calculation has no result.
package enum ArithmeticError: Error, Sendable, Hashable {
  /// The result has more than 38 digits, or is outside the calendar or the clock.
  case overflow
  /// The exact result has more than 18 decimal places.
  case tooManyPlaces
  case divisionByZero
  /// Amounts of different currencies; the codes in the order in which they were written.
  case currencyMismatch(String, String)
}

extension ArithmeticError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .overflow: "the result is out of range"
    case .tooManyPlaces:
      "the exact result has more than \(ExactDecimal.maximumScale) decimal places"
    case .divisionByZero: "division by zero"
    case .currencyMismatch(let left, let right): "\(left) and \(right) are different currencies"
    }
  }
}
