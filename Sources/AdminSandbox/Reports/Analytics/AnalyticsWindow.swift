internal import AdminAPI
internal import StewardValues

/// The stretch of time that a usage or cost query is about, and how it is cut.
struct AnalyticsWindow {
  /// Minutes since 1970.
  let range: Range<Int>
  /// Minutes in a bucket; nil: one row for the whole range.
  let width: Int?

  /// - Parameters:
  ///   - call: Tells when.
  ///   - widthName: The parameter that tells the width of the buckets.
  ///   - needsEnd: Whether buckets need an end.
  /// - Throws: 400 for times that are too early, too far apart or in the wrong order.
  init(_ call: Call, widthName: String, needsEnd: Bool = true) throws(APIFailure) {
    guard let start = call.time("starting_at") else {
      throw .invalid("starting_at: Field required")
    }
    if start.dayNumber < Analytics.firstDay {
      throw .invalid("starting_at: Data is available from 2026-01-01T00:00:00Z on")
    }
    if start < call.now.advanced(days: -365) {
      throw .invalid("starting_at: Must be within the last 365 days")
    }
    let name = call.text(widthName)
    if name != nil, needsEnd, call.time("ending_at") == nil {
      throw .invalid("ending_at: Required together with \(widthName)")
    }
    let end = call.time("ending_at") ?? min(call.now, start.advanced(days: 31))
    if end <= start { throw .invalid("ending_at: Must be after starting_at") }
    let longest = name == "1m" ? 1 : 31
    if end > start.advanced(days: longest) {
      throw .invalid("The range may have at most \(longest == 1 ? "24 hours" : "31 days").")
    }
    width = name.flatMap { ["1m": 1, "1h": 60, "1d": 1440][$0] }
    let unit = width ?? 60
    let first = start.minuteNumber.flooredQuotient(by: unit) * unit
    // Without buckets both ends are full hours; a bucket that was begun is there as a whole.
    let last =
      width == nil
      ? end.minuteNumber.flooredQuotient(by: unit) * unit
      : Timestamp(minute: end.minuteNumber) < end ? end.minuteNumber + 1 : end.minuteNumber
    range = first..<max(first, last)
  }

  /// The buckets, oldest first, or the whole range.
  var stretches: [Range<Int>] {
    guard let width else { return range.isEmpty ? [] : [range] }
    return stride(from: range.lowerBound, to: range.upperBound, by: width).map { $0..<$0 + width }
  }
}
