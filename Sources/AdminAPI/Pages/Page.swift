public import StewardValues

/// One page of a list, decoded.
public struct Page: Sendable {
  /// 1 for the first.
  public let number: Int
  /// In the server's order.
  public let rows: ContiguousArray<Value>
}

/// How a page ends.
enum PageEnd: Sendable, Equatable {
  case last
  /// With what the next page is asked for.
  case next(cursor: String)
  /// The server says that there is more, but not where.
  case broken(String)
}
