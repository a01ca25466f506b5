/// Search in text by code points, as texts are ordered: `é` and `e` with an accent are different.
enum TextSearch {
  static func contains(_ text: String, _ part: String) -> Bool {
    let part = Array(part.utf8)
    return part.isEmpty || !ranges(of: part, in: Array(text.utf8), atMost: 1).isEmpty
  }

  static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
    text.utf8.starts(with: prefix.utf8)
  }

  /// The pieces between the separators; one more than there are separators.
  static func split(_ text: String, by separator: String) -> [String] {
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    var start = 0
    for range in ranges(of: Array(separator.utf8), in: bytes) {
      pieces.append(String(decoding: bytes[start..<range.lowerBound], as: UTF8.self))
      start = range.upperBound
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  /// Without white space at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Where `part`, which is not empty, stands in `bytes`, without overlaps.
  private static func ranges(
    of part: [UInt8],
    in bytes: [UInt8],
    atMost limit: Int = .max
  ) -> [Range<Int>] {
    guard let first = part.first else { return [] }
    var ranges: [Range<Int>] = []
    var index = 0
    while index + part.count <= bytes.count, ranges.count < limit {
      if bytes[index] == first, bytes[index..<(index + part.count)].elementsEqual(part) {
        ranges.append(index..<(index + part.count))
        index += part.count
      } else {
        index += 1
      }
    }
    return ranges
  }
}
