public import StewardValues

/// One page of a list, decoded.
public struct Page: Sendable {
  /// 1 for the first.
  public let number: Int
  /// In the server's order.
  public let rows: ContiguousArray<Value>
  /// It was read before the changes of the run were made.
  let isOld: Bool

  /// The same page with other rows.
  func with(_ rows: ContiguousArray<Value>) -> Page {
    Page(number: number, rows: rows, isOld: isOld)
  }
}
