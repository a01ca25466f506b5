extension ExactDecimal {
  /// The number written in `text`, such as `-12.50`; nil if it is not one, or has more than 38 digits or 18 places.
  ///
  /// A sign is `-`; there is no exponent and no space, and a point has digits on both sides.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// The number written in UTF-8.
  package init?(utf8 bytes: borrowing Span<UInt8>) {
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    var magnitude: UInt128 = 0
    var point: Int?
    let first = isNegative ? 1 : 0
    for index in first..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), point == nil, index > first {
        point = index
        continue
      }
      guard let next = Self.appending(byte, to: magnitude) else { return nil }
      magnitude = next
    }
    let scale = point.map { bytes.count - $0 - 1 } ?? 0
    guard bytes.count > first, point == nil || scale > 0 else { return nil }
    self.init(checking: isNegative ? -Int128(magnitude) : Int128(magnitude), scale: scale)
  }

  @inline(__always)
  private static func appending(_ byte: UInt8, to magnitude: UInt128) -> UInt128? {
    let digit = byte &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    let next = magnitude &* 10 &+ UInt128(digit)
    guard magnitude < powerOfTen(37), next <= maximumMagnitude else { return nil }
    return next
  }
}
