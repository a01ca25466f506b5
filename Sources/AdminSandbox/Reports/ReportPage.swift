internal import StewardValues

/// A page of a list that is computed as a whole: a token is the place where it begins.
struct ReportPage {
  /// The places of what is on the page.
  let places: Range<Int>
  private let nextPage: String?

  /// - Throws: 400 for a token of another query.
  init(_ call: Call, of count: Int, limit: Int) throws(APIFailure) {
    let tokens = PageTokens(call)
    let start = try call.text("page").map { token throws(APIFailure) in
      try tokens.position(token, in: 0...count)
    }
    let end = min((start ?? 0) + limit, count)
    places = (start ?? 0)..<end
    nextPage = end < count ? tokens.token(end) : nil
  }

  /// The answer of an activity list.
  func document(_ rows: [Value]) -> [UInt8] {
    JSONWriter.utf8(ObjectRow.document([("data", Value(rows)), ("next_page", next)]))
  }

  /// The answer of a report over time.
  func document(_ rows: [Value], of organization: String, upTo time: Timestamp) -> [UInt8] {
    Self.document(rows, nextPage: nextPage, of: organization, upTo: time)
  }

  /// The same where pages are cut by time.
  static func document(
    _ rows: [Value],
    nextPage: String?,
    of organization: String,
    upTo time: Timestamp
  ) -> [UInt8] {
    JSONWriter.utf8(
      ObjectRow.document([
        ("data", Value(rows)), ("has_more", .bool(nextPage != nil)),
        ("next_page", nextPage.map { Value($0) } ?? .null),
        ("data_refreshed_at", .datetime(time)), ("organization_id", Value(organization)),
      ])
    )
  }

  private var next: Value { nextPage.map { Value($0) } ?? .null }
}
