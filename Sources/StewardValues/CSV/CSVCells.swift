/// The cells of one row, in bytes that hold the whole of it.
struct CSVCells {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var position = 0
  private var isAtEnd = false
  /// For a cell in which quotes stand for quotes.
  private var unquoted: ContiguousArray<UInt8> = []

  /// The bytes are the row without its line break, and outlive the cells.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// Hands out the bytes of the next cell; false if there is none.
  ///
  /// - Throws: ``InputError`` if something stands behind the closing quote.
  mutating func next(
    _ body: (UnsafeBufferPointer<UInt8>) throws(InputError) -> Void
  ) throws(InputError) -> Bool {
    guard !isAtEnd else { return false }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      try quoted(body)
    } else {
      let first = position
      while position < bytes.count, bytes[position] != separator { position += 1 }
      try body(UnsafeBufferPointer(rebasing: bytes[first..<position]))
    }
    isAtEnd = position == bytes.count
    position += 1
    return true
  }

  private mutating func quoted(
    _ body: (UnsafeBufferPointer<UInt8>) throws(InputError) -> Void
  ) throws(InputError) {
    position += 1
    let first = position
    var hasQuotes = false
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        hasQuotes = true
        position += 1
      }
      position += 1
    }
    let last = position
    position += 1
    guard position == bytes.count || position < bytes.count && bytes[position] == separator else {
      throw InputError("a cell in quotes goes on behind its closing quote")
    }
    let inside = UnsafeBufferPointer(rebasing: bytes[first..<last])
    guard hasQuotes else { return try body(inside) }
    try unquote(inside, body)
  }

  private mutating func unquote(
    _ inside: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(InputError) -> Void
  ) throws(InputError) {
    unquoted.removeAll(keepingCapacity: true)
    var index = 0
    while index < inside.count {
      unquoted.append(inside[index])
      index += inside[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    try unquoted.withUnsafeBufferPointer(body)
  }
}
