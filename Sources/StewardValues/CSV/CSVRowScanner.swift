/// Finds the end of a row, piece by piece: a line break within quotes does not end it.
struct CSVRowScanner {
  private enum State {
    case cellStart, plain, quoted
    /// Behind a quote within quotes: the end of the cell, or the first of two for one.
    case afterQuote
  }
  private let separator: UInt8
  private var state = State.cellStart
  private var position = 0
  /// Line breaks within quotes so far.
  private(set) var innerLines = 0

  init(separator: UInt8) { self.separator = separator }

  var isInQuotes: Bool { state == .quoted }

  /// The length of the row without its line feed, or nil if it goes on behind these bytes. They are
  /// the same as at the last call, and more.
  mutating func rowLength(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        guard state == .quoted else { return position }
        innerLines += 1
      }
      state = next(byte)
      position += 1
    }
    return nil
  }

  @inline(__always)
  private func next(_ byte: UInt8) -> State {
    switch state {
    case .quoted:
      byte == UInt8(ascii: "\"") ? .afterQuote : .quoted
    case .plain:
      byte == separator ? .cellStart : .plain
    case .cellStart:
      byte == UInt8(ascii: "\"") ? .quoted : byte == separator ? .cellStart : .plain
    case .afterQuote:
      byte == UInt8(ascii: "\"") ? .quoted : byte == separator ? .cellStart : .plain
    }
  }
}
