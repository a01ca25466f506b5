extension JSONWriter {
  /// A string in quotes. What a terminal would obey is written as an escape too.
  mutating func write(text: String) {
    append(raw: CollectionOfOne(UInt8(ascii: "\"")))
    text.withBytes { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        guard let escape = Self.escape(bytes, at: index) else {
          index += 1
          continue
        }
        append(raw: bytes[start..<index])
        append(raw: escape.text.utf8)
        index += escape.length
        start = index
      }
      append(raw: bytes[start...])
    }
    append(raw: CollectionOfOne(UInt8(ascii: "\"")))
  }

  /// What is written for the scalar at `index` and how many bytes it replaces; nil where it stays.
  @inline(__always)
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (text: String, length: Int)? {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      return nil
    }
    if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 {
      return (unicodeEscape(bytes[index + 1]), 2)
    }
    return byte > 0x7F ? nil : (asciiEscape(byte), 1)
  }

  private static func asciiEscape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "\n"): "\\n"
    case UInt8(ascii: "\r"): "\\r"
    case UInt8(ascii: "\t"): "\\t"
    default: unicodeEscape(byte)
    }
  }

  private static func unicodeEscape(_ byte: UInt8) -> String {
    (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
  }
}
