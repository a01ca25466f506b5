/// A day of the proleptic Gregorian calendar.
public struct CalendarDate: Sendable, Hashable {
  /// Days since 1970-01-01.
  public let days: Int32
  /// The day so many days after 1970-01-01, or before it.
  public init(days: Int32) { self.days = days }

  /// The given day, or nil if the calendar has none such, or the year is not 0…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard 0...9999 ~= year, 1...12 ~= month, 1...Self.dayCount(year: year, month: month) ~= day
    else { return nil }
    days = Self.dayNumber(year: year, month: month, day: day)
  }

  /// Of the calendar: 0…9999 for a date that can be written.
  public var year: Int { civil.year }
  /// 1…12.
  public var month: Int { civil.month }
  /// 1…31.
  public var day: Int { civil.day }

  /// 0000-01-01 and 9999-12-31: what can be written and read again.
  package static let range = CalendarDate(days: -719_528)...CalendarDate(days: 2_932_896)
}

extension CalendarDate {
  /// The year, month and day.
  ///
  /// Years begin in March here, so that the leap day is the last one; 400 of them are an era.
  var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Days since 1970-01-01 of a day that exists.
  @inline(__always)
  static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }

  @inline(__always)
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  @inline(__always)
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension CalendarDate: Comparable {
  /// The earlier day is less.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }
}

extension CalendarDate: CustomStringConvertible {
  /// `2026-10-01`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package func append(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(digits: Int(year.magnitude), width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(digits: month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(digits: day, width: 2)
  }
}

extension CalendarDate {
  /// The day written in `text` as `2026-10-01`, and in no other way.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// The day written in UTF-8.
  package init?(utf8 bytes: borrowing Span<UInt8>) {
    guard bytes.count == 10, let date = Self.leading(bytes) else { return nil }
    self = date
  }

  /// The day that the first ten bytes write.
  @inline(__always)
  static func leading(_ bytes: borrowing Span<UInt8>) -> CalendarDate? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let century = bytes.twoDigits(at: 0), let year = bytes.twoDigits(at: 2),
      let month = bytes.twoDigits(at: 5), let day = bytes.twoDigits(at: 8)
    else { return nil }
    return CalendarDate(year: century * 100 + year, month: month, day: day)
  }
}
