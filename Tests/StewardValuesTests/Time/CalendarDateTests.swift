import StewardValues
import Testing

@Suite struct CalendarDateTests {
  @Test func `each day from 1600 to 2400 follows the one before it`() throws {
    var date = try #require(CalendarDate("1600-01-01"))
    var (year, month, day) = (1600, 1, 1)
    // The first of January 1600 was a Saturday.
    var weekday = 6
    while year < 2401 {
      #expect((date.year, date.month, date.day) == (year, month, day))
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      #expect(date.weekday == weekday)
      date = try date.adding(days: 1)
      weekday = weekday % 7 + 1
      day += 1
      if day > Self.length(year, month) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  /// Written out, and not as the calendar of the module has it.
  private static func length(_ year: Int, _ month: Int) -> Int {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return month == 2 && isLeap ? 29 : lengths[month - 1]
  }

  @Test func `text comes back over the whole range`() throws {
    var random = SplitMix(3)
    for _ in 0..<5_000 {
      let days = Int32.random(
        in: CalendarDate.range.lowerBound.days...CalendarDate.range.upperBound.days,
        using: &random
      )
      let date = CalendarDate(days: days)
      #expect(CalendarDate(date.description) == date)
    }
    #expect(CalendarDate.range.lowerBound.description == "0000-01-01")
    #expect(CalendarDate.range.upperBound.description == "9999-12-31")
    #expect(CalendarDate("1970-01-01")?.days == 0)
  }

  @Test(arguments: [
    "", "2026-1-01", "2026-01-1", "2026-13-01", "2026-00-10", "2026-01-32", "2026-02-29",
    "1900-02-29", "2026-04-31", "2026/01/01", "20260101", "2026-01-01 ", "+026-01-01",
    "2026-01-0x", "２026-01-01",
  ])
  func `only days that exist, written in one way`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-05-05", 0, "2026-05-05"), ("2026-01-31", -25, "2023-12-31"),
  ])
  func `months later`(text: String, months: Int, expected: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(try date.adding(months: months).description == expected)
  }

  @Test func `nothing leaves the calendar`() throws {
    let last = try #require(CalendarDate("9999-12-31"))
    #expect(throws: ArithmeticError.overflow) { try last.adding(days: 1) }
    #expect(throws: ArithmeticError.overflow) { try last.adding(days: .max) }
    #expect(throws: ArithmeticError.overflow) { try last.adding(months: 1) }
    #expect(throws: ArithmeticError.overflow) { try last.adding(months: .max) }
    #expect(throws: ArithmeticError.overflow) { try last.adding(months: -120_000) }
  }

  @Test(arguments: [
    ("2026-08-19", "2026-08-17", "2026-08-01", "2026-07-01"),
    ("2026-08-17", "2026-08-17", "2026-08-01", "2026-07-01"),
    ("2026-03-01", "2026-02-23", "2026-03-01", "2026-01-01"),
    ("1969-12-31", "1969-12-29", "1969-12-01", "1969-10-01"),
  ])
  func `starts of periods`(text: String, week: String, month: String, quarter: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.weekStart.description == week)
    #expect(date.monthStart.description == month)
    #expect(date.quarterStart.description == quarter)
    #expect(date.yearStart.description == "\(date.year)-01-01")
  }
}
