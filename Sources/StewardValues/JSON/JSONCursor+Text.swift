/// The inside of a string in a message: valid UTF-8, with valid escapes or none.
struct JSONText {
  let start: UnsafePointer<UInt8>
  let count: Int
  let isEscaped: Bool

  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }
}

extension JSONCursor {
  /// Takes a string, of which the opening quote is here, and checks all of it.
  @inline(__always)
  mutating func text() throws(JSONError) -> JSONText {
    position += 1
    let first = position
    var isEscaped = false
    var all: UInt64 = 0
    while true {
      findStop(all: &all)
      guard position < end else { throw error("the string has no end", at: first - 1) }
      if position.pointee == UInt8(ascii: "\"") { break }
      guard position.pointee == UInt8(ascii: "\\") else {
        throw error("a control character in a string must be written as an escape")
      }
      isEscaped = true
      try skipEscape()
    }
    let text = JSONText(start: first, count: position - first, isEscaped: isEscaped)
    position += 1
    if all & Word.highBits != 0 { try check(text) }
    return text
  }

  /// Goes to the next quote, backslash or control character, eight bytes at a time, or to the end.
  /// The bytes on the way are added to `all`, and perhaps some after them.
  @inline(__always)
  private mutating func findStop(all: inout UInt64) {
    while end - position >= 8 {
      let word = Word.load(position)
      let stops = Word.stops(word)
      all |= word
      guard stops == 0 else {
        position += stops.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < end {
      let byte = position.pointee
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      all |= UInt64(byte)
      position += 1
    }
  }

  private func check(_ text: JSONText) throws(JSONError) {
    do {
      _ = try UTF8Span(validating: text.bytes.span)
    } catch {
      throw self.error(
        "the string is not UTF-8",
        at: text.start + error.byteOffsets.lowerBound
      )
    }
  }
}

extension JSONCursor {
  private mutating func skipEscape() throws(JSONError) {
    guard end - position >= 2 else { throw error("the string has no end") }
    switch position[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      try skipUnicodeEscape()
    default:
      throw error("there is no such escape in JSON")
    }
  }

  private mutating func skipUnicodeEscape() throws(JSONError) {
    guard let first = Self.unicodeEscape(at: position, end: end) else {
      throw error("`\\u` needs four hexadecimal digits")
    }
    switch first {
    case 0xD800..<0xDC00:
      guard let second = Self.unicodeEscape(at: position + 6, end: end),
        0xDC00..<0xE000 ~= second
      else { throw error("the first half of a surrogate pair has no second half") }
      position += 12
    case 0xDC00..<0xE000:
      throw error("the second half of a surrogate pair has no first half")
    default:
      position += 6
    }
  }

  /// The number of `\uXXXX` at a place, or nil if there is none.
  static func unicodeEscape(
    at place: UnsafePointer<UInt8>,
    end: UnsafePointer<UInt8>
  ) -> UInt32? {
    guard end - place >= 6, place[0] == UInt8(ascii: "\\"), place[1] == UInt8(ascii: "u") else {
      return nil
    }
    var code: UInt32 = 0
    for index in 2..<6 {
      guard let digit = hexadecimal(place[index]) else { return nil }
      code = code << 4 | digit
    }
    return code
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
  }
}

extension JSONText {
  /// The text that it stands for.
  @inline(__always)
  var string: String {
    isEscaped ? unescaped : String(decoding: bytes, as: UTF8.self)
  }

  private var unescaped: String {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var place = start
    let end = start + count
    while place < end {
      if place.pointee == UInt8(ascii: "\\") {
        place += Self.appendEscape(at: place, end: end, to: &result)
      } else {
        result.append(place.pointee)
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends what a checked escape stands for, and gives its length.
  private static func appendEscape(
    at place: UnsafePointer<UInt8>,
    end: UnsafePointer<UInt8>,
    to result: inout [UInt8]
  ) -> Int {
    guard let first = JSONCursor.unicodeEscape(at: place, end: end) else {
      result.append(single(place[1]))
      return 2
    }
    var code = first
    var length = 6
    if 0xD800..<0xDC00 ~= first,
      let second = JSONCursor.unicodeEscape(at: place + 6, end: end)
    {
      code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      length = 12
    }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    result.append(contentsOf: String(Character(scalar)).utf8)
    return length
  }

  private static func single(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: byte
    }
  }
}
