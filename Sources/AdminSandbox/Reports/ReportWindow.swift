internal import AdminAPI
internal import StewardValues

/// The buckets of one page of a report, and where the next page begins.
struct ReportWindow {
  /// Minutes in a bucket.
  let width: Int
  /// The minutes since 1970 at which the page's buckets begin.
  let starts: [Int]
  /// The token of the next page; nil on the last one.
  let nextPage: String?

  /// - Parameters:
  ///   - call: Tells when, and which page.
  ///   - standardEnd: Where the report ends if the call does not say; nil: now.
  /// - Throws: 400 for times in the wrong order and for a token of another query.
  init(_ call: Call, upTo standardEnd: Timestamp? = nil) throws(APIFailure) {
    let width = ["1m": 1, "1h": 60, "1d": 1440][call.text("bucket_width") ?? "1d"] ?? 1440
    guard let start = call.time("starting_at") else {
      throw .invalid("starting_at: Field required")
    }
    let end = call.time("ending_at") ?? standardEnd ?? call.now
    if end <= start { throw .invalid("ending date must be after starting date") }
    let tokens = PageTokens(call)
    var next = start.minuteNumber.flooredQuotient(by: width) * width
    if let page = call.text("page") {
      next = try tokens.position(page, in: next...max(next, call.now.minuteNumber))
    }
    // The bucket that is running now is the last one there is.
    let stop = min(end, call.now)
    var starts: [Int] = []
    while Timestamp(minute: next) < stop, starts.count < call.limit {
      starts.append(next)
      next += width
    }
    self.width = width
    self.starts = starts
    nextPage = Timestamp(minute: next) < stop ? tokens.token(next) : nil
  }

  /// The minutes of a bucket, without those from `settled` on: they have no data yet.
  func minutes(_ start: Int, settled: Int) -> Range<Int> {
    start..<max(start, min(start + width, settled))
  }
}
