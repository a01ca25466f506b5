extension Span<UInt8> {
  /// The number that the two digits at `index` write; the bytes are there.
  @inline(__always)
  func twoDigits(at index: Int) -> Int? {
    let tens = self[index] &- UInt8(ascii: "0")
    let ones = self[index + 1] &- UInt8(ascii: "0")
    guard tens < 10, ones < 10 else { return nil }
    return Int(tens) * 10 + Int(ones)
  }
}

extension [UInt8] {
  /// Appends a number that is not negative, with zeros before it up to the width.
  mutating func append(digits number: Int, width: Int) {
    var rest = number
    let start = count
    while rest > 0 || count - start < width {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }
}
