/// What is to be seen of the editor: rows of the screen from the prompt's first row on, and the place
/// of the cursor among them.
package struct Frame: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    /// With its styles, ready to be written; it ends plainly.
    package fileprivate(set) var content = ""
    /// The columns of its signs in order: only between them a narrower terminal breaks a row.
    package fileprivate(set) var widths: [Int] = []
    /// Whether the next row goes on without a line break, so that the terminal begins it by itself and
    /// remembers that both are one line.
    package fileprivate(set) var wraps = false

    package var columns: Int { widths.reduce(0, +) }
  }

  /// Of the screen.
  package let columns: Int
  package private(set) var rows: [Row]
  package private(set) var cursor: ScreenPosition

  /// Some rows of a laid out text, of which the cursor is in one. Scalars without a style are plain.
  package init(
    _ layout: TextLayout,
    styles: [TextStyle],
    cursor: ScreenPosition,
    rows range: Range<Int>
  ) {
    columns = layout.columns
    self.cursor = ScreenPosition(row: cursor.row - range.lowerBound, column: cursor.column)
    rows = Array(repeating: Row(), count: range.count)
    var pencil = StyledText()
    var current: Int?
    for glyph in layout.glyphs where range.contains(glyph.position.row) {
      let index = glyph.position.row - range.lowerBound
      if let last = current, last != index { rows[last].content = pencil.take() }
      current = index
      let style = styles.indices.contains(glyph.source) ? styles[glyph.source] : .plain
      pencil.write(glyph.scalar, style)
      guard glyph.columns > 0 else { continue }
      rows[index].widths.append(glyph.columns)
      // Behind a full row a line break would leave an empty one.
      if glyph.position.column == 0, index > 0, rows[index - 1].columns == columns {
        rows[index - 1].wraps = true
      }
    }
    if let current { rows[current].content = pencil.take() }
  }

  /// Adds a text, with the columns of its signs, to the last row, which it fits into.
  package mutating func append(_ text: String, _ style: TextStyle, widths: [Int]) {
    guard let last = rows.indices.last else { return }
    rows[last].content += style.sequence + text + TextStyle.plain.sequence
    rows[last].widths += widths
  }

  /// Adds rows that are ready to be written, each less wide than the screen.
  package mutating func append(rows below: [String]) {
    rows += below.map { Row(content: $0) }
  }
}

extension Frame {
  /// In which row the cursor is after a terminal has broken the rows anew for another width, as most
  /// do.
  ///
  /// A cursor behind a text that fills its row stays in that row: the terminal goes on to another one
  /// only with the next sign.
  package func cursorRow(onColumns columns: Int) -> Int {
    var (row, used) = (0, 0)
    func place(_ width: Int) {
      if used + width > columns { (row, used) = (row + 1, 0) }
      used += width
    }
    for above in rows.prefix(cursor.row) {
      above.widths.forEach(place)
      if !above.wraps { (row, used) = (row + 1, 0) }
    }
    var column = 0
    for width in rows.dropFirst(cursor.row).first?.widths ?? [] {
      if column >= cursor.column { return used + width > columns ? row + 1 : row }
      place(width)
      column += width
    }
    return row
  }
}

/// A text in changing styles.
private struct StyledText {
  private var text = ""
  private var style = TextStyle.plain

  mutating func write(_ scalar: Unicode.Scalar, _ style: TextStyle) {
    if style != self.style { text += style.sequence }
    self.style = style
    text.unicodeScalars.append(scalar)
  }

  /// The text so far, which ends plainly; then it begins anew.
  mutating func take() -> String {
    defer { self = StyledText() }
    return style == .plain ? text : text + TextStyle.plain.sequence
  }
}
