internal import StewardValues

/// Counts requests and refuses those that are too many for the window.
struct RateWindow: Sendable {
  /// Requests a window; 0 for any number.
  let limit: Int
  let length: TimeSpan
  private var count = 0
  /// Of the uptime, in nanoseconds.
  private var end = Int64.min

  init(limit: Int, length: TimeSpan) {
    self.limit = limit
    self.length = length
  }

  /// - Throws: 429 with the seconds until the window ends.
  mutating func take(at uptime: Int64) throws(APIFailure) {
    if limit == 0 { return }
    if uptime >= end {
      let (sum, overflow) = uptime.addingReportingOverflow(length.nanoseconds)
      end = overflow ? .max : sum
      count = 0
    }
    guard count < limit else {
      let seconds = (end - uptime - 1) / 1_000_000_000 + 1
      throw .rateLimited(retryAfter: Int(seconds))
    }
    count += 1
  }
}
