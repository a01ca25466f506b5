/// The rows of the screen that the editor has written to, and what it takes to show others there.
///
/// All moves are relative to the cursor: rows below may make the screen scroll, and then no place
/// counted from the top of the screen is right.
package struct ScreenPainting {
  /// Nil if nothing is shown, and the cursor is in an empty row.
  package private(set) var shown: Frame?

  package init() {}

  /// What to write to show a frame in place of the one before: the rows that are different.
  package mutating func show(_ frame: Frame) -> String {
    guard frame != shown else { return "" }
    var brush = Brush(at: shown?.cursor ?? ScreenPosition())
    let rowsBefore = shown?.rows ?? []
    defer { shown = frame }
    guard frame.rows != rowsBefore else {
      brush.move(to: frame.cursor)
      return brush.text
    }
    // A terminal may still take two rows for one line though the first has become shorter, and would
    // join them when its width changes. Only a row that is erased as a whole stands for itself.
    for (index, row) in zip(rowsBefore, frame.rows).enumerated() where row.0.wraps && !row.1.wraps {
      brush.move(to: ScreenPosition(row: index))
      brush.eraseRow()
    }
    var goesOn = false
    for (index, row) in frame.rows.enumerated() {
      let isSame = index < rowsBefore.count && rowsBefore[index] == row
      guard goesOn || !isSame else { continue }
      if !goesOn { brush.move(to: ScreenPosition(row: index)) }
      brush.write(row, isFull: row.columns >= frame.columns, in: index)
      goesOn = row.wraps
    }
    if rowsBefore.count > frame.rows.count {
      brush.move(to: ScreenPosition(row: frame.rows.count))
      brush.eraseBelow()
    }
    brush.move(to: frame.cursor)
    return Self.cursorOff + brush.text + Self.cursorOn
  }

  /// Takes everything away and leaves the cursor where the prompt began.
  ///
  /// Some terminals keep what is erased from the first place of the screen on among the rows that
  /// scrolled away, and would show it again: so the first row is erased by itself.
  package mutating func erase() -> String {
    guard let shown else { return "" }
    self.shown = nil
    var brush = Brush(at: shown.cursor)
    brush.move(to: ScreenPosition())
    return brush.text + "\u{1b}[K\u{1b}[C\u{1b}[J\r"
  }

  /// The same, after a terminal has broken its rows anew for another width.
  package mutating func erase(afterChangeTo columns: Int) -> String {
    guard let shown else { return "" }
    self.shown = nil
    var brush = Brush(at: ScreenPosition(row: shown.cursorRow(onColumns: columns)))
    brush.move(to: ScreenPosition())
    return brush.text + "\u{1b}[K\u{1b}[C\u{1b}[J\r"
  }

  /// Leaves on the screen what is there, for others to write below.
  package mutating func forget() { shown = nil }

  private static let cursorOff = "\u{1b}[?25l"
  private static let cursorOn = "\u{1b}[?25h"
}

/// Where the terminal's cursor is, and what has been written to bring it there.
private struct Brush {
  private var position: ScreenPosition
  private(set) var text = ""

  init(at position: ScreenPosition) { self.position = position }

  /// Line feeds, unlike moves, make new rows at the end of the screen.
  mutating func move(to target: ScreenPosition) {
    if target.row < position.row { text += "\u{1b}[\(position.row - target.row)A" }
    text += "\r"
    if target.row > position.row {
      text += String(repeating: "\n", count: target.row - position.row)
    }
    if target.column > 0 { text += "\u{1b}[\(target.column)C" }
    position = target
  }

  /// Behind a full row the cursor waits, where erasing would take the last sign.
  mutating func write(_ row: Frame.Row, isFull: Bool, in index: Int) {
    text += row.content
    if !isFull { text += "\u{1b}[K" }
    position.row = index
  }

  mutating func eraseRow() { text += "\u{1b}[K" }
  mutating func eraseBelow() { text += "\u{1b}[J" }
}
