/// Bytes of a source text, from `lower` up to and without `upper`.
public struct SourceRange: Hashable, Sendable {
  /// The first byte's offset.
  public var lower: UInt32
  /// The offset behind the last byte.
  public var upper: UInt32

  /// From `lower` up to and without `upper`.
  public init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = upper
  }
  /// The same from integers, which must not be negative.
  public init(_ lower: Int, _ upper: Int) {
    self.init(UInt32(lower), UInt32(upper))
  }
  /// An empty range: the place where something is missing.
  public init(at offset: UInt32) { self.init(offset, offset) }

  /// True for a place between two bytes.
  public var isEmpty: Bool { lower == upper }
  /// The number of bytes.
  package var length: Int { Int(upper) - Int(lower) }
  /// The smallest range that has both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}
