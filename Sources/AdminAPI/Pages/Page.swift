public import StewardValues

/// One page of a list, decoded.
public struct Page: Sendable {
  /// 1 for the first.
  public let number: Int
  /// In the server's order.
  public let rows: ContiguousArray<Value>
}
