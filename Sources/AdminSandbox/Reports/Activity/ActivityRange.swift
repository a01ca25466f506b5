internal import AdminAPI
internal import StewardValues

/// The days that an activity list is about.
struct ActivityRange {
  /// Days since 1970 that have data.
  let days: Range<Int>
  /// One day was asked for, which can be counted exactly.
  let isDay: Bool

  /// - Throws: 400 for a day that is too early, too late or not alone, and for a range that is too
  ///   long.
  init(_ call: Call) throws(APIFailure) {
    let day = call.day("date")
    let first = call.day("starting_date")
    isDay = day != nil
    switch (day, first) {
    case (_?, _?): throw .invalid("Only one of date and starting_date may be specified.")
    case (nil, nil): throw .invalid("One of date and starting_date is required.")
    case (let day?, nil):
      if call.day("ending_date") != nil {
        throw .invalid("ending_date: Only allowed together with starting_date")
      }
      try Self.check(day, "date", call.now)
      days = day..<day + 1
    case (nil, let first?):
      try Self.check(first, "starting_date", call.now)
      let end = call.day("ending_date") ?? call.now.dayNumber
      if end <= first { throw .invalid("ending_date: Must be after starting_date") }
      if end - first > 366 { throw .invalid("The range may have at most 366 days.") }
      if end > call.now.dayNumber { throw .invalid("ending_date: Must not be in the future") }
      days = first..<min(end, Self.latest(call.now) + 1)
    }
  }

  private static func check(_ day: Int, _ name: String, _ now: Timestamp) throws(APIFailure) {
    guard day >= Analytics.firstDay else {
      throw .invalid("\(name): Data is available from 2026-01-01 on")
    }
    let latest = latest(now)
    guard day <= latest else {
      let date = CalendarDate(days: Int32(latest))
      throw .invalid("\(name): Data is not available yet. The latest available date is \(date).")
    }
  }

  /// The last day that is ready: one at 10:00 UTC of the next.
  private static func latest(_ now: Timestamp) -> Int {
    let sinceMidnight = now.minuteNumber - now.dayNumber * 1440
    return now.dayNumber - (sinceMidnight >= 600 ? 1 : 2)
  }
}

/// What all analytics reports have in common.
enum Analytics {
  /// 2026-01-01, as days since 1970.
  static let firstDay = 20_454
}

extension Call {
  fileprivate func day(_ name: String) -> Int? { time(name)?.dayNumber }
}
