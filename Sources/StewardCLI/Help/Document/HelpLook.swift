internal import LineEditing

/// How a page looks on a terminal.
struct HelpLook: Sendable {
  /// Lines of more columns are hard to read.
  private static let widest = 100
  /// Narrower than this a table has no room.
  private static let narrowest = 40

  /// The columns that a line may take.
  let width: Int
  let usesColor: Bool

  static let plain = HelpLook(columns: nil, usesColor: false)

  /// `columns`: Of the terminal; nil where there is none.
  init(columns: Int?, usesColor: Bool) {
    width = columns.map { min(max($0, Self.narrowest), Self.widest) } ?? Columns.width
    self.usesColor = usesColor
  }

  func title(_ text: String) -> String { TextStyle(isBold: true).paint(text, usesColor) }
  func heading(_ text: String) -> String { TextStyle(isBold: true).paint(text, usesColor) }
  func name(_ text: String) -> String { Self.code.paint(text, usesColor) }
  func example(_ text: String) -> String { Self.code.paint(text, usesColor) }

  private static let code = TextStyle(.cyan)

  /// Lines in which code between backticks is coloured instead. Without colours they stay as they are.
  func marked(_ lines: [String]) -> [String] {
    guard usesColor else { return lines }
    var isCode = false
    return lines.map { line in
      let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
      let marked = pieces.enumerated().map { index, piece in
        if index > 0 { isCode.toggle() }
        return isCode ? Self.code.paint(String(piece), true) : String(piece)
      }
      return marked.joined()
    }
  }
}
