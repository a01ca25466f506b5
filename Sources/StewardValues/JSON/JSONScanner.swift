/// Finds the cursor of a page at the end of its message before the message is decoded, so that the
/// next page can be asked for at once.
package enum JSONScanner {
  /// The text of the field called `name` of the message, if it is one of the last fields: only
  /// numbers, strings, booleans and nulls stand behind it.
  ///
  /// It reads backward from the closing brace of a complete message and stops at the first value
  /// that is a list or an object, hence never looks into a row. Nil if the field is not there, is
  /// not text, is written with escapes, or if anything looks unlike JSON.
  package static func lastStringField(named name: String, in bytes: [UInt8]) -> String? {
    var scanner = BackwardScanner(bytes)
    guard scanner.firstByte == UInt8(ascii: "{"), scanner.consume(UInt8(ascii: "}")) else {
      return nil
    }
    while let value = scanner.consumeScalar(), scanner.consume(UInt8(ascii: ":")),
      let key = scanner.consumeText()
    {
      let isLast = scanner.consume(UInt8(ascii: ","))
      guard isLast || scanner.isOpeningOfMessage else { return nil }
      if bytes[key].elementsEqual(name.utf8) { return text(bytes, value) }
      guard isLast else { return nil }
    }
    return nil
  }

  /// The inside of a string without escapes.
  private static func text(_ bytes: [UInt8], _ value: BackwardScanner.Scalar) -> String? {
    guard case .text(let range) = value, !bytes[range].contains(UInt8(ascii: "\\")) else {
      return nil
    }
    return String(validating: bytes[range], as: UTF8.self)
  }
}

/// A place in a message, and what stands before it.
private struct BackwardScanner {
  enum Scalar {
    /// Where the inside of a string is.
    case text(Range<Int>)
    case other
  }
  private let bytes: [UInt8]
  /// What is from here on has been taken.
  private var end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  var firstByte: UInt8? {
    bytes.first { !JSONCursor.isWhitespace($0) }
  }

  /// True if only the brace that opens the message is left.
  var isOpeningOfMessage: Bool {
    var isOpen = false
    for index in 0..<end where !JSONCursor.isWhitespace(bytes[index]) {
      guard !isOpen, bytes[index] == UInt8(ascii: "{") else { return false }
      isOpen = true
    }
    return isOpen
  }

  private mutating func skipWhitespace() {
    while end > 0, JSONCursor.isWhitespace(bytes[end - 1]) { end -= 1 }
  }

  mutating func consume(_ byte: UInt8) -> Bool {
    skipWhitespace()
    guard end > 0, bytes[end - 1] == byte else { return false }
    end -= 1
    return true
  }

  mutating func consumeScalar() -> Scalar? {
    skipWhitespace()
    if let text = consumeText() { return .text(text) }
    let last = end
    while end > 0, Self.isPartOfWord(bytes[end - 1]) { end -= 1 }
    return end < last ? .other : nil
  }

  /// Takes a string: from its closing quote to the first quote before it that is no escape.
  mutating func consumeText() -> Range<Int>? {
    skipWhitespace()
    guard end > 0, bytes[end - 1] == UInt8(ascii: "\"") else { return nil }
    let last = end - 1
    var place = last - 1
    while place >= 0 {
      if bytes[place] == UInt8(ascii: "\""), !isEscaped(place) {
        end = place
        return place + 1..<last
      }
      place -= 1
    }
    return nil
  }

  private func isEscaped(_ place: Int) -> Bool {
    var first = place
    while first > 0, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    return (place - first) % 2 == 1
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
