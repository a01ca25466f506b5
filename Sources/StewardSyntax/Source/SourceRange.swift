/// Bytes of a source text, from `lower` up to and without `upper`.
public struct SourceRange: Hashable, Sendable {
  public var lower: UInt32
  public var upper: UInt32

  public init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = upper
  }
  public init(_ lower: Int, _ upper: Int) {
    self.init(UInt32(lower), UInt32(upper))
  }
  /// An empty range: the place where something is missing.
  public init(at offset: UInt32) { self.init(offset, offset) }

  public var isEmpty: Bool { lower == upper }
  /// The number of bytes.
  package var length: Int { Int(upper) - Int(lower) }
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}
