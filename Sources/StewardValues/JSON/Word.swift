/// Eight bytes at once, the first in the lowest bits.
enum Word {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The eight bytes at a place, all of which must be there.
  @inline(__always)
  static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// The first 0…7 bytes at a place, and zeros.
  @inline(__always)
  static func load(_ place: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(place[index]) << UInt64(index * 8) }
    return word
  }

  /// Ones in the bytes that a key of so many bytes has in its first word.
  @inline(__always)
  static func mask(count: Int) -> UInt64 {
    count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
  }

  /// The high bit of each quote, backslash and control character. Bits above the lowest may be
  /// wrong, since a subtraction borrows from the byte above it.
  @inline(__always)
  static func stops(_ word: UInt64) -> UInt64 {
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let isQuote = (quotes &- ones) & ~quotes
    let isBackslash = (backslashes &- ones) & ~backslashes
    let isControl = (word &- ones &* 0x20) & ~word
    return (isQuote | isBackslash | isControl) & highBits
  }
}
