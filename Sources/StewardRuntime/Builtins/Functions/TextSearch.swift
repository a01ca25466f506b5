/// Search in text by code points, as texts are ordered: `é` and `e` with an accent are different.
///
/// In linear time, whatever the texts are, by Knuth, Morris and Pratt.
enum TextSearch {
  static func contains(_ text: String, _ part: String) -> Bool {
    part.isEmpty || SearchedBytes(Array(part.utf8)).range(in: Array(text.utf8), from: 0) != nil
  }

  static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
    text.utf8.starts(with: prefix.utf8)
  }

  /// Hands out the pieces between the separators, in order; one more than there are separators.
  static func split(
    _ text: String,
    by separator: String,
    _ body: (ArraySlice<UInt8>) throws(RunError) -> Void
  ) throws(RunError) {
    let bytes = Array(text.utf8)
    let separator = SearchedBytes(Array(separator.utf8))
    var start = 0
    while let found = separator.range(in: bytes, from: start) {
      try body(bytes[start..<found.lowerBound])
      start = found.upperBound
    }
    try body(bytes[start...])
  }

  /// Without white space at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

/// Bytes to look for; at least one.
private struct SearchedBytes {
  private let bytes: [UInt8]
  /// For each place the length of the longest beginning of the bytes that also ends there.
  private let borders: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var borders = [Int32](repeating: 0, count: bytes.count)
    var length = 0
    for index in bytes.indices.dropFirst() {
      while length > 0, bytes[index] != bytes[length] { length = Int(borders[length - 1]) }
      if bytes[index] == bytes[length] { length += 1 }
      borders[index] = Int32(truncatingIfNeeded: length)
    }
    self.borders = borders
  }

  /// Where they stand for the first time at or behind `start`.
  func range(in text: [UInt8], from start: Int) -> Range<Int>? {
    var length = 0
    for index in start..<text.count {
      while length > 0, text[index] != bytes[length] { length = Int(borders[length - 1]) }
      if text[index] == bytes[length] { length += 1 }
      if length == bytes.count { return (index + 1 - length)..<(index + 1) }
    }
    return nil
  }
}
