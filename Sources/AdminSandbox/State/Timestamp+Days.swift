internal import StewardValues

/// Lengths of time in microseconds, the unit of a ``Timestamp``.
enum Microseconds {
  static let minute = 60_000_000
  static let hour = 60 * minute
  static let day = 24 * hour
}

extension Timestamp {
  func advanced(days: Int) -> Timestamp {
    Timestamp(microseconds: microseconds + Int64(days * Microseconds.day))
  }

  /// Days since 1970.
  var dayNumber: Int { Int(day.days) }

  /// Whole minutes since 1970.
  var minuteNumber: Int {
    let (quotient, rest) = Int(microseconds).quotientAndRemainder(
      dividingBy: Microseconds.minute
    )
    return rest < 0 ? quotient - 1 : quotient
  }

  init(minute: Int) { self.init(microseconds: Int64(minute * Microseconds.minute)) }
}
