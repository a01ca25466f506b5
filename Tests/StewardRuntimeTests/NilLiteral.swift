public import StewardValues

/// Rows of tests write `nil` for null. In the sources that would be a trap: see `Value`.
extension Value: ExpressibleByNilLiteral {
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}
