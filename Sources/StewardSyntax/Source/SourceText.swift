/// A text with a name, and its lines.
public struct SourceText: Sendable {
  /// The file's name as the user wrote it, or `-c`, `stdin`, `repl`.
  public let name: String
  /// Its UTF-8.
  public let bytes: [UInt8]
  private let lineStarts: [UInt32]

  /// A text under the name that messages give it.
  public init(_ text: String, name: String) {
    self.init(bytes: Array(text.utf8), name: name)
  }

  /// The same from bytes, which need not be valid UTF-8.
  public init(bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
    var starts: [UInt32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset + 1))
    }
    lineStarts = starts
  }

  /// The text of a range.
  public subscript(range: SourceRange) -> String {
    let lower = min(Int(range.lower), bytes.count)
    return String(
      decoding: bytes[lower..<max(lower, min(Int(range.upper), bytes.count))],
      as: UTF8.self
    )
  }

  /// The line of an offset, counted from 1. However long it is, this takes no time.
  package func lineNumber(of offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and column of an offset, both counted from 1; columns in Unicode scalars.
  public func position(of offset: UInt32) -> (line: Int, column: Int) {
    let line = lineNumber(of: offset)
    let start = Int(lineStarts[line - 1])
    let end = min(Int(offset), bytes.count)
    let column = start < end ? bytes[start..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } : 0
    return (line, column + 1)
  }

  /// A line by its number, counted from 1, without its line break.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = Int(lineStarts[number - 1])
    var end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
