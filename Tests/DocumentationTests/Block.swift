import Testing

/// A fenced block of a page.
struct Block: Sendable, CustomTestStringConvertible {
  let path: String
  /// The line of its first line, from 1.
  let line: Int
  /// The first word of its info string.
  let language: String
  /// The rest of its info string.
  let word: String
  let text: String

  var testDescription: String { "\(path):\(line)" }

  /// The blocks of a page, in order. A fence that is not closed ends with the page.
  static func blocks(of page: String, in path: String) -> [Block] {
    var blocks: [Block] = []
    var open: (info: [Substring], line: Int, lines: [Substring])?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if let block = open {
        blocks.append(Block(block, in: path))
        open = nil
      } else {
        open = (line.dropFirst(3).split(separator: " ", maxSplits: 1), index + 2, [])
      }
    }
    return blocks
  }

  private init(_ open: (info: [Substring], line: Int, lines: [Substring]), in path: String) {
    self.path = path
    line = open.line
    language = open.info.first.map { String($0) } ?? ""
    word = open.info.dropFirst().first.map { String($0) } ?? ""
    text = open.lines.map { $0 + "\n" }.joined()
  }
}
