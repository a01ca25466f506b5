// Whatever would leave the years 0…9999 is an overflow, so that each result can be written.
extension CalendarDate {
  package func adding(days count: Int) throws(ArithmeticError) -> CalendarDate {
    let (sum, overflow) = Int(days).addingReportingOverflow(count)
    guard !overflow, let days = Int32(exactly: sum) else { throw .overflow }
    let date = CalendarDate(days: days)
    guard Self.range.contains(date) else { throw .overflow }
    return date
  }

  /// The same day of another month, or its last day where it is too short: a month after the 31st
  /// of January is the 28th or 29th of February.
  package func adding(months count: Int) throws(ArithmeticError) -> CalendarDate {
    let (year, month, day) = civil
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, 0..<120_000 ~= sum else { throw .overflow }
    let last = Self.dayCount(year: sum / 12, month: sum % 12 + 1)
    let days = Self.dayNumber(year: sum / 12, month: sum % 12 + 1, day: min(day, last))
    return CalendarDate(days: days)
  }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    let fromMonday = (Int(days) + 3) % 7
    return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
  }

  /// The Monday of its week.
  package var weekStart: CalendarDate {
    let (monday, overflow) = days.subtractingReportingOverflow(Int32(weekday - 1))
    return overflow ? self : CalendarDate(days: monday)
  }

  /// The first day of its month.
  package var monthStart: CalendarDate { start { _, month in month } }

  /// The first day of its quarter.
  package var quarterStart: CalendarDate { start { _, month in (month - 1) / 3 * 3 + 1 } }

  /// The first of January of its year.
  package var yearStart: CalendarDate { start { _, _ in 1 } }

  private func start(month: (_ year: Int, _ month: Int) -> Int) -> CalendarDate {
    let civil = civil
    let first = month(civil.year, civil.month)
    return CalendarDate(days: Self.dayNumber(year: civil.year, month: first, day: 1))
  }
}
