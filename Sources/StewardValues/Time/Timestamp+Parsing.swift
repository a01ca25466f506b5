extension Timestamp {
  /// The moment written in `text`, as RFC 3339 has it, or a day alone for its beginning:
  /// `2026-01-31T10:00:00Z`, `2026-01-31T12:00:00.5+02:00`, `2026-01-31`.
  ///
  /// What is less than a microsecond is cut off; nil for a leap second and for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// The moment written in UTF-8.
  package init?(utf8 bytes: borrowing Span<UInt8>) {
    guard let date = CalendarDate.leading(bytes) else { return nil }
    if bytes.count == 10 {
      self.init(date)
      return
    }
    guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"),
      let seconds = Self.secondsOfDay(bytes),
      let (fraction, end) = Self.fraction(bytes, from: 19),
      let offset = Self.offset(bytes, from: end)
    else { return nil }
    self.init(
      microseconds: Timestamp(date).microseconds + Int64(seconds - offset) * 1_000_000
        + Int64(fraction)
    )
  }

  /// The seconds that `hh:mm:ss` after the `T` write.
  @inline(__always)
  private static func secondsOfDay(_ bytes: borrowing Span<UInt8>) -> Int? {
    guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = bytes.twoDigits(at: 11), let minute = bytes.twoDigits(at: 14),
      let second = bytes.twoDigits(at: 17), hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// Microseconds of `.` and one to nine digits at `start`, and where they end.
  @inline(__always)
  private static func fraction(
    _ bytes: borrowing Span<UInt8>,
    from start: Int
  ) -> (microseconds: Int, end: Int)? {
    guard bytes[start] == UInt8(ascii: ".") else { return (0, start) }
    var index = start + 1
    var microseconds = 0
    var weight = 100_000
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      microseconds += Int(digit) * weight
      weight /= 10
      index += 1
    }
    return 2...10 ~= index - start ? (microseconds, index) : nil
  }

  /// Seconds east of UTC of `Z` or `+hh:mm` at `start`, to the end of the text.
  @inline(__always)
  private static func offset(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] | 0x20 == UInt8(ascii: "z") { return start + 1 == bytes.count ? 0 : nil }
    let isEast = bytes[start] == UInt8(ascii: "+")
    guard isEast || bytes[start] == UInt8(ascii: "-"), bytes.count == start + 6,
      bytes[start + 3] == UInt8(ascii: ":"),
      let hour = bytes.twoDigits(at: start + 1), let minute = bytes.twoDigits(at: start + 4),
      hour < 24, minute < 60
    else { return nil }
    let seconds = hour * 3_600 + minute * 60
    return isEast ? seconds : -seconds
  }
}
