internal import Crypto

/// SHA-256 of bytes, as 64 hexadecimal digits: what joins a journal's lines, and by what equal plans
/// are known.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// 64 digits in lower case.
  public let description: String

  /// The fingerprint of the bytes.
  public init(of bytes: [UInt8]) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() {
      text += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }
    description = String(decoding: text, as: UTF8.self)
  }

  /// One that was written down; nil for text that is none.
  public init?(_ text: String) {
    let isHex = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard text.utf8.count == Self.length, isHex else { return nil }
    description = text
  }

  /// The first digits, enough for people to compare.
  public var short: String { String(description.prefix(12)) }

  static let length = 64
}
