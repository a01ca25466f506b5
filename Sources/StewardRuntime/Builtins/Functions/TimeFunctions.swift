internal import StewardValues

extension Function {
  static let timeFunctions: [Function] = [
    now, today, ago, days, hours, date, dateOf, monthOf, addMonths, weekStart, monthStart,
    quarterStart, yearStart,
  ]

  private static let now = Function(
    "now",
    "The moment at which the run began: the same for all of it",
    [],
    gives: .datetime,
    example: ("now() == now()", "true")
  ) { _, context throws(RunError) in .datetime(context.now) }

  private static let today = Function(
    "today",
    "The day on which the run began, in UTC",
    [],
    gives: .date,
    example: ("today() == date_of(now())", "true")
  ) { _, context throws(RunError) in .date(context.now.day) }

  private static let ago = Function(
    "ago",
    "The moment so long before now",
    [Parameter("time", .duration)],
    gives: .datetime,
    example: ("now() - ago(36h)", #""1d12h""#)
  ) { arguments, context throws(RunError) in
    let value = try arguments.value(0)
    guard case .duration(let time) = value else {
      throw arguments.mismatch(value, "a duration such as 14d")
    }
    return .datetime(
      try arguments.calculating { () throws(ArithmeticError) in try context.now.subtracting(time) }
    )
  }

  private static let days = span("days", 86_400, example: ("days(2)", #""2d""#))
  private static let hours = span("hours", 3_600, example: ("hours(1.5)", #""1h30m""#))

  /// A duration of so many units.
  private static func span(
    _ name: String,
    _ seconds: Int,
    example: (code: String, result: String)
  ) -> Function {
    Function(
      name,
      "A duration of so many \(name)",
      [Parameter("number", .decimal)],
      isFoldable: true,
      gives: .duration,
      example: example
    ) { arguments, _ throws(RunError) in
      let number = try arguments.exactNumber(0)
      return .duration(
        try arguments.calculating { () throws(ArithmeticError) in
          try TimeSpan.seconds(seconds).multiplied(by: number)
        }
      )
    }
  }

  private static let date = Function(
    "date",
    "A day from text such as `2026-10-01`, or the day of a moment",
    [Parameter("value", .any)],
    isFoldable: true,
    gives: .date,
    example: (#"date("2026-10-01")"#, #""2026-10-01""#)
  ) { arguments, _ throws(RunError) in
    guard case .string(let box) = try arguments.value(0) else { return .date(try arguments.day(0)) }
    let text = TextSearch.trimmed(box.string)
    guard let date = CalendarDate(text) ?? Timestamp(text)?.day else {
      throw arguments.invalid("\(JSONWriter.text(Value(text))) is no day such as 2026-10-01")
    }
    return .date(date)
  }

  private static let dateOf = Function(
    "date_of",
    "The day of a moment, in UTC",
    [Parameter("moment", .datetime)],
    isFoldable: true,
    gives: .date,
    example: ("date_of(@2026-10-01T23:59:59Z)", #""2026-10-01""#)
  ) { arguments, _ throws(RunError) in .date(try arguments.day(0)) }

  private static let monthOf = Function(
    "month_of",
    "The month of a moment or a day as text",
    [Parameter("moment", .any)],
    isFoldable: true,
    gives: .string,
    example: ("month_of(@2026-10-31)", #""2026-10""#)
  ) { arguments, _ throws(RunError) in
    Value(String(decoding: Array(try arguments.day(0).description.utf8.dropLast(3)), as: UTF8.self))
  }

  private static let addMonths = Function(
    "add_months",
    "The same day so many months later, or the last one of a shorter month",
    [Parameter("moment", .any), Parameter("months", .int)],
    isFoldable: true,
    typed: { $0.first?.unwrapped ?? .any },
    example: ("add_months(@2026-01-31, 1)", #""2026-02-28""#)
  ) { arguments, _ throws(RunError) in
    let day = try arguments.day(0)
    let months = try arguments.integer(1)
    let later = try arguments.calculating { () throws(ArithmeticError) in
      try day.adding(months: months)
    }
    return try arguments.moved(0, to: later)
  }

  private static let weekStart = start(
    "week_start",
    "Monday of the week",
    example: ("week_start(@2026-10-01)", #""2026-09-28""#)
  ) { $0.weekStart }

  private static let monthStart = start(
    "month_start",
    "First day of the month",
    example: ("month_start(@2026-10-31)", #""2026-10-01""#)
  ) { $0.monthStart }

  private static let quarterStart = start(
    "quarter_start",
    "First day of the quarter",
    example: ("quarter_start(@2026-12-31)", #""2026-10-01""#)
  ) { $0.quarterStart }

  private static let yearStart = start(
    "year_start",
    "First of January",
    example: ("year_start(@2026-10-01)", #""2026-01-01""#)
  ) { $0.yearStart }

  /// The beginning of the period that a day or moment is in.
  private static func start(
    _ name: String,
    _ summary: String,
    example: (code: String, result: String),
    of period: @escaping @Sendable (CalendarDate) -> CalendarDate
  ) -> Function {
    Function(
      name,
      "\(summary) that a day or moment is in; without one that of now, as a moment",
      [Parameter("moment", .any, optional: true)],
      typed: { types in
        if case .date = types.first?.unwrapped { .date } else { .datetime }
      },
      example: example
    ) { arguments, context throws(RunError) in
      guard arguments.optional(0) != nil else {
        return .datetime(Timestamp(period(context.now.day)))
      }
      guard case .date(let day) = try arguments.value(0) else {
        return .datetime(Timestamp(period(try arguments.day(0))))
      }
      return .date(period(day))
    }
  }
}

extension FunctionArguments {
  /// A day, or the day of a moment.
  fileprivate func day(_ index: Int) throws(RunError) -> CalendarDate {
    switch try value(index) {
    case .date(let date): return date
    case .datetime(let time): return time.day
    case let other: throw mismatch(other, "a date or a datetime")
    }
  }

  /// An argument moved to another day: a moment keeps its time of day.
  fileprivate func moved(_ index: Int, to day: CalendarDate) throws(RunError) -> Value {
    guard case .datetime(let time) = try value(index) else { return .date(day) }
    let timeOfDay = time.microseconds - Timestamp(time.day).microseconds
    return .datetime(Timestamp(microseconds: Timestamp(day).microseconds + timeOfDay))
  }
}
