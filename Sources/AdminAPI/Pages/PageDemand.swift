/// What the consumer of a list will take, which decides what is asked for and when.
public struct PageDemand: Sendable {
  /// At most so many rows; nil if nobody knows.
  public var rows: Int?
  /// Only these fields of each row are decoded; nil for all.
  public var fields: Set<String>?
  /// True if every row will be taken for certain: the next page may be asked for early.
  public var drains: Bool
  /// Rows of the first page, where they are shown one screen at a time.
  public var firstPage: Int?
  /// Rows of every page, for measuring.
  public var pageSize: Int?

  /// Nothing is known: the largest pages, one at a time.
  public init(
    rows: Int? = nil,
    fields: Set<String>? = nil,
    drains: Bool = false,
    firstPage: Int? = nil,
    pageSize: Int? = nil
  ) {
    self.rows = rows
    self.fields = fields
    self.drains = drains
    self.firstPage = firstPage
    self.pageSize = pageSize
  }

  /// The `limit` of a page.
  ///
  /// - Parameters:
  ///   - number: 1 for the first page.
  ///   - taken: Rows that earlier pages gave, or were asked for.
  ///   - maximum: The most that the API allows.
  ///   - isFixed: True where the cursor is bound to the limit, which then cannot change.
  /// - Returns: At least 1.
  func limit(ofPage number: Int, taken: Int, maximum: Int, isFixed: Bool) -> Int {
    var limit = pageSize ?? maximum
    if number == 1 || isFixed, let firstPage { limit = min(limit, firstPage) }
    if let rows { limit = min(limit, isFixed ? rows : rows - taken) }
    return min(max(limit, 1), maximum)
  }
}
