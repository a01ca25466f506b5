#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A moment in UTC.
public struct Timestamp: Sendable, Hashable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public let microseconds: Int64
  /// The moment so long after 1970, or before it.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// The beginning of a day.
  public init(_ date: CalendarDate) {
    microseconds = Int64(date.days) * Self.microsecondsADay
  }

  /// The moment at which it is called, by the system's clock.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }

  /// Its day in UTC.
  public var day: CalendarDate {
    CalendarDate(days: Int32(truncatingIfNeeded: floored.day))
  }

  static let microsecondsADay: Int64 = 86_400_000_000

  private var floored: (day: Int64, rest: Int64) {
    let (day, rest) = microseconds.quotientAndRemainder(dividingBy: Self.microsecondsADay)
    return rest < 0 ? (day - 1, rest + Self.microsecondsADay) : (day, rest)
  }
}

extension Timestamp: Comparable {
  /// The earlier moment is less.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, with a fraction only where there is one: `2026-01-31T10:00:00Z`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package func append(to bytes: inout [UInt8]) {
    let rest = Int(floored.rest)
    let seconds = rest / 1_000_000
    day.append(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    bytes.append(digits: seconds / 3_600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(digits: seconds / 60 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(digits: seconds % 60, width: 2)
    let fraction = rest % 1_000_000
    if fraction != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(digits: fraction, width: 6)
      while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }
    bytes.append(UInt8(ascii: "Z"))
  }
}

extension Timestamp {
  /// This moment and so much later; what is less than a microsecond is cut off.
  package func adding(_ span: TimeSpan) throws(ArithmeticError) -> Timestamp {
    try Timestamp(checking: microseconds.addingReportingOverflow(span.nanoseconds / 1_000))
  }

  package func subtracting(_ span: TimeSpan) throws(ArithmeticError) -> Timestamp {
    try Timestamp(checking: microseconds.subtractingReportingOverflow(span.nanoseconds / 1_000))
  }

  /// How much later this moment is than the other.
  package func since(_ other: Timestamp) throws(ArithmeticError) -> TimeSpan {
    let (difference, overflow) =
      microseconds.subtractingReportingOverflow(other.microseconds)
    let (nanoseconds, isTooLong) = difference.multipliedReportingOverflow(by: 1_000)
    guard !overflow, !isTooLong else { throw .overflow }
    return TimeSpan(nanoseconds: nanoseconds)
  }

  private init(
    checking result: (partialValue: Int64, overflow: Bool)
  ) throws(ArithmeticError) {
    self.init(microseconds: result.partialValue)
    guard !result.overflow, Self.range.contains(self) else { throw .overflow }
  }

  /// The years 0…9999: what can be written and read again.
  package static let range =
    Timestamp(
      CalendarDate.range.lowerBound
    )...Timestamp(
      microseconds: Timestamp(CalendarDate.range.upperBound).microseconds + microsecondsADay - 1
    )
}
