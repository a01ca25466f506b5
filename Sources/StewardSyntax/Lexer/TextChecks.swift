/// What no source text may contain, whatever the grammar: broken UTF-8, NUL, and characters that
/// make a line look different from what it says.
struct TextChecks {
  struct Finding {
    let range: SourceRange
    let diagnostic: Diagnostic
    /// Strings may hold it.
    let isAllowedInStrings: Bool
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What is found next, from the start to the end.
  mutating func next() -> Finding? {
    while offset < bytes.count {
      let start = offset
      let length = Self.scalarLength(in: bytes, at: start)
      offset += max(length, 1)
      if let finding = finding(at: SourceRange(start, offset), isText: length > 0) {
        return finding
      }
    }
    return nil
  }

  private func finding(at range: SourceRange, isText: Bool) -> Finding? {
    let start = Int(range.lower)
    if bytes[start] == 0 { return Finding(range: range, diagnostic: .nulByte(at: range)) }
    guard isText else {
      return Finding(range: range, diagnostic: .invalidUTF8(at: range), isAllowedInStrings: false)
    }
    guard Self.isBidirectionalControl(in: bytes, at: start) else { return nil }
    return Finding(range: range, diagnostic: .bidirectionalControl(at: range))
  }

  /// The end of a byte-order mark or bidirectional control that begins here: it counts as a blank.
  static func invisibleEnd(in bytes: [UInt8], at offset: Int) -> Int? {
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    guard isBidirectionalControl(in: bytes, at: offset) else { return nil }
    return offset + scalarLength(in: bytes, at: offset)
  }

  /// U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
  private static func isBidirectionalControl(in bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    if bytes[offset] == 0xD8 { return bytes[offset + 1] == 0x9C }
    guard offset + 2 < bytes.count, bytes[offset] == 0xE2 else { return false }
    switch (bytes[offset + 1], bytes[offset + 2]) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return true
    default: return false
    }
  }

  /// How many bytes the scalar has that begins here; 0 if it is none.
  private static func scalarLength(in bytes: [UInt8], at offset: Int) -> Int {
    let first = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    return bytes[(offset + 2)..<(offset + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}

extension TextChecks.Finding {
  init(range: SourceRange, diagnostic: Diagnostic) {
    self.init(range: range, diagnostic: diagnostic, isAllowedInStrings: true)
  }
}
