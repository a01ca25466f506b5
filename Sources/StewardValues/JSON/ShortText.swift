/// A text of at most 32 bytes as words, of which equality is equality of the bytes.
struct ShortText: Sendable, Equatable {
  private let count: Int
  private let head: UInt64
  private let second: UInt64
  private let third: UInt64
  private let tail: UInt64

  static let maximumCount = 32

  /// Nil if the text is longer.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.maximumCount else { return nil }
    count = bytes.count
    guard let start = bytes.baseAddress, count >= 8 else {
      head = bytes.baseAddress.map { Word.load($0, count: bytes.count) } ?? 0
      (second, third, tail) = (0, 0, 0)
      return
    }
    head = Word.load(start)
    tail = Word.load(start + count - 8)
    second = count > 16 ? Word.load(start + 8) : 0
    third = count > 16 ? Word.load(start + count - 16) : 0
  }

  /// 0…255, for a table of so many places.
  @inline(__always)
  var place: Int {
    let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ (second << 1) ^ third) &+ UInt64(count)
    return Int((mixed &* 0xD6E8_FEB8_6659_FD93) >> 56)
  }
}
