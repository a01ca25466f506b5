/// What is written over the line that libedit has drawn: the same text with its colours, and rows
/// below it.
///
/// All moves are relative: rows below the text may make the screen scroll, and then no remembered
/// place is right.
package struct ScreenPainting {
  package let layout: TextLayout
  package let cursor: ScreenPosition
  /// The style of each scalar; plain where it ends.
  package var styles: [TextStyle] = []
  /// Stands behind the text, faintly, without being part of it. It fits into the rest of the row.
  package var suggestion = ""
  /// Ready to be written, each fitting into one row of the screen.
  package var rowsBelow: [String] = []

  package init(layout: TextLayout, cursor: ScreenPosition) {
    self.layout = layout
    self.cursor = cursor
  }

  /// From the cursor in the drawn text to the cursor in the painted text.
  package var painted: String {
    var brush = Brush(position: cursor, columns: layout.columns)
    brush.move(to: layout.start)
    brush.text = "\u{1b}[?25l" + brush.text
    for glyph in layout.glyphs {
      brush.write(glyph, styles.indices.contains(glyph.source) ? styles[glyph.source] : .plain)
    }
    brush.use(.plain)
    brush.moveDown(to: layout.end)
    brush.use(suggestion.isEmpty ? .plain : TextStyle(isFaint: true))
    brush.text += suggestion
    brush.use(.plain)
    for row in rowsBelow { brush.text += "\r\n\u{1b}[K" + row }
    brush.position.row = layout.end.row + rowsBelow.count
    brush.move(to: cursor)
    return brush.text + "\u{1b}[?25h"
  }

  /// Whether more is shown than the text.
  package var hasAdditions: Bool { !suggestion.isEmpty || !rowsBelow.isEmpty }

  /// Takes away all that stands behind the text.
  package var cleared: String {
    var brush = Brush(position: cursor, columns: layout.columns)
    brush.move(to: layout.end)
    brush.text += "\u{1b}[J"
    brush.move(to: cursor)
    return brush.text
  }

  /// Takes away everything, and leaves the cursor where the prompt began.
  ///
  /// Some terminals keep what is erased from the first place of the screen on among the rows that
  /// scrolled away, and would show it again: so the first row is erased by itself.
  package var erased: String {
    var brush = Brush(position: cursor, columns: layout.columns)
    brush.move(to: ScreenPosition())
    return brush.text + "\u{1b}[K\u{1b}[C\u{1b}[J\r"
  }

  /// To the first column below the text, after a mark at its end.
  package func left(mark: String) -> String {
    var brush = Brush(position: cursor, columns: layout.columns)
    brush.move(to: layout.end)
    return brush.text + mark + "\r\n"
  }
}

/// Where the terminal's cursor is, and what has been written to bring it there.
private struct Brush {
  var position: ScreenPosition
  let columns: Int
  var text = ""
  private var style = TextStyle.plain

  init(position: ScreenPosition, columns: Int) {
    self.position = position
    self.columns = columns
  }

  mutating func move(to target: ScreenPosition) {
    if target.row < position.row { text += "\u{1b}[\(position.row - target.row)A" }
    if target.row > position.row { text += "\u{1b}[\(target.row - position.row)B" }
    text += "\r"
    if target.column > 0 { text += "\u{1b}[\(target.column)C" }
    position = target
  }

  /// Begins rows. Unlike `move` it leaves a full row, behind which the terminal's cursor waits.
  mutating func moveDown(to target: ScreenPosition) {
    guard target.row > position.row else { return }
    text += "\r" + String(repeating: "\n", count: target.row - position.row)
    position = ScreenPosition(row: target.row)
  }

  mutating func use(_ style: TextStyle) {
    if style != self.style { text += style.sequence }
    self.style = style
  }

  mutating func write(_ glyph: TextLayout.Glyph, _ style: TextStyle) {
    // What combines with the last scalar of a full row belongs to that row.
    if glyph.columns > 0 { advance(to: glyph.position) }
    use(style)
    text.unicodeScalars.append(glyph.scalar)
    if glyph.columns > 0 { position.column += glyph.columns }
  }

  /// To the place of the next glyph: in the same row, behind a full row, behind a row that a wide
  /// glyph did not fit into, or after line breaks.
  private mutating func advance(to target: ScreenPosition) {
    guard target.row > position.row else { return }
    if position.column >= columns, target.row == position.row + 1 {
      // The terminal wraps by itself, and remembers that it did.
      position = target
      return
    }
    moveDown(to: target)
  }
}
