/// A place in the bytes of one message. It never leaves them: every step is compared with the end.
struct JSONCursor {
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var position: UnsafePointer<UInt8>
  private var depth = 0

  /// Lists and objects inside each other.
  static let maximumDepth = 128

  /// The bytes must outlive the cursor; nil if there are none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
    start = base
    end = base + bytes.count
    position = base
  }

  @inline(__always) var isAtEnd: Bool { position == end }

  /// The byte here, or 0 at the end: a byte that stands for nothing outside a string.
  @inline(__always) var byte: UInt8 { position < end ? position.pointee : 0 }

  @inline(__always)
  mutating func skipWhitespace() {
    while position < end, position.pointee <= 0x20 {
      guard Self.isWhitespace(position.pointee) else { return }
      position += 1
    }
  }

  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Takes the byte if it is here.
  @inline(__always)
  mutating func consume(if expected: UInt8) -> Bool {
    guard byte == expected, position < end else { return false }
    position += 1
    return true
  }

  /// Takes `true`, `false` or `null`.
  @inline(__always)
  mutating func expect(_ word: StaticString) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    guard end - position >= length else { throw unexpected() }
    for index in 0..<length where position[index] != word.utf8Start[index] {
      throw unexpected()
    }
    position += length
  }

  /// Takes the colon between a key and its value, with the blanks around it.
  @inline(__always)
  mutating func expectColon() throws(JSONError) {
    if byte != UInt8(ascii: ":") { skipWhitespace() }
    guard consume(if: UInt8(ascii: ":")) else { throw unexpected("a colon") }
    skipWhitespace()
  }

  /// After a member or element: true if a comma says that one more follows.
  @inline(__always)
  mutating func continues(until closing: UInt8) throws(JSONError) -> Bool {
    if byte != UInt8(ascii: ",") { skipWhitespace() }
    if consume(if: UInt8(ascii: ",")) {
      skipWhitespace()
      return true
    }
    guard consume(if: closing) else {
      throw unexpected(closing == UInt8(ascii: "]") ? "`,` or `]`" : "`,` or `}`")
    }
    depth -= 1
    return false
  }

  /// Takes `[` or `{`; false if what it opens is closed at once.
  @inline(__always)
  mutating func opens(until closing: UInt8) throws(JSONError) -> Bool {
    guard depth < Self.maximumDepth else {
      throw error("more than \(Self.maximumDepth) lists and objects inside each other")
    }
    position += 1
    skipWhitespace()
    guard consume(if: closing) else {
      depth += 1
      return true
    }
    return false
  }
}

extension JSONCursor {
  func error(_ message: String) -> JSONError { JSONError(message, offset: position - start) }

  func error(_ message: String, at place: UnsafePointer<UInt8>) -> JSONError {
    JSONError(message, offset: place - start)
  }

  /// The byte here should have been something else.
  func unexpected(_ wanted: String = "a value") -> JSONError {
    guard position < end else { return error("expected \(wanted), found the end") }
    let byte = position.pointee
    let isVisible = 0x21..<0x7F ~= byte
    let found = isVisible ? "`\(Unicode.Scalar(byte))`" : "the byte 0x\(String(byte, radix: 16))"
    return error("expected \(wanted), found \(found)")
  }
}
