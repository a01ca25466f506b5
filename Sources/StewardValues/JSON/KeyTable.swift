#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Keys of objects, kept so that comparing one with a message is comparing words.
struct KeyTable: Sendable {
  /// One key; the table has its bytes.
  struct Key: Sendable {
    /// Its first eight bytes, or all of them and zeros.
    let head: UInt64
    let mask: UInt64
    let offset: Int
    let count: Int
  }
  private var bytes: ContiguousArray<UInt8> = []

  mutating func add(_ name: String) -> Key {
    let utf8 = Array(name.utf8)
    let offset = bytes.count
    bytes.append(contentsOf: utf8)
    guard !utf8.contains(where: Self.needsEscape) else {
      // A word that no masked word is: such a key is only found after it has been read.
      return Key(head: .max, mask: 0, offset: offset, count: utf8.count)
    }
    let head = utf8.prefix(8).enumerated().reduce(UInt64(0)) { word, byte in
      word | UInt64(byte.element) << UInt64(byte.offset * 8)
    }
    return Key(head: head, mask: Word.mask(count: utf8.count), offset: offset, count: utf8.count)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The text of a key.
  func name(_ key: Key) -> String {
    String(decoding: bytes[key.offset..<key.offset + key.count], as: UTF8.self)
  }

  /// Takes the key if it is here, in quotes and without escapes.
  @inline(__always)
  func consume(_ key: Key, _ cursor: inout JSONCursor) -> Bool {
    // The quotes, and eight bytes to load a word.
    guard cursor.end - cursor.position >= key.count + 2 + 8, cursor.byte == UInt8(ascii: "\"")
    else { return false }
    let first = cursor.position + 1
    guard first[key.count] == UInt8(ascii: "\""), Word.load(first) & key.mask == key.head,
      key.count <= 8 || hasSameTail(key, first)
    else { return false }
    cursor.position = first + key.count + 1
    return true
  }

  /// True if a key that has been taken is this one.
  @inline(__always)
  func isEqual(_ key: Key, _ text: JSONText) -> Bool { isEqual(key, text.bytes) }

  /// True if a name is this key.
  func isEqual(_ key: Key, _ name: String) -> Bool { name.withBytes { isEqual(key, $0) } }

  @inline(__always)
  private func isEqual(_ key: Key, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count == key.count else { return false }
    return bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress, let start = name.baseAddress else { return true }
      return memcmp(base + key.offset, start, key.count) == 0
    }
  }

  @inline(__always)
  private func hasSameTail(_ key: Key, _ first: UnsafePointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return false }
      return memcmp(base + key.offset + 8, first + 8, key.count - 8) == 0
    }
  }
}
