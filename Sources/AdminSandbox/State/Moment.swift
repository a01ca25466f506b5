internal import StewardValues

/// When something happens: by the calendar, and by the clock that never jumps.
struct Moment: Sendable {
  /// The time that rows and reports go by.
  let now: Timestamp
  /// Nanoseconds since some start.
  let uptime: Int64
  /// The uptime from which on reads show what is changed now.
  let visible: Int64

  init(now: Timestamp, uptime: Int64, staleness: TimeSpan) {
    self.now = now
    self.uptime = uptime
    let (sum, overflow) = uptime.addingReportingOverflow(staleness.nanoseconds)
    visible = overflow ? .max : sum
  }
}
