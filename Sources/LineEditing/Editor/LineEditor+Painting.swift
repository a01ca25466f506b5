extension LineEditor {
  /// Shows the line as it is, with what is suggested and the rows below.
  func paint() {
    followSize()
    if menuFollows { followLine() }
    let line = library.line
    let layout = layout(of: line)
    let below = rowsBelow(line)
    // Of the rows below a menu is worth more than the rest of a long text; hints are not.
    let reserve = below.menu == nil ? 0 : min(configuration.menuRows + 1, size.rows / 2)
    let isWhole = layout.rowCount + reserve <= size.rows
    let free = isWhole ? size.rows - layout.rowCount - 1 : reserve
    var rows = below.rows(limit: max(0, free), menuLimit: configuration.menuRows)
    let cursor = layout.position(of: prompt.scalars.count + line.cursor)
    var shown = 0..<layout.rowCount
    if !isWhole {
      // One row tells that there is more.
      let tells = size.rows > rows.count + 2
      shown = window(of: size.rows - rows.count - (tells ? 1 : 0), around: cursor.row, layout)
      if tells { rows.insert(remark(on: shown, of: layout.rowCount), at: 0) }
    }
    var frame = Frame(layout, styles: styles(for: line), cursor: cursor, rows: shown)
    if shown.upperBound == layout.rowCount { addSuggestion(to: &frame, line, layout) }
    frame.append(rows: rows)
    write(painting.show(frame))
  }

  private func layout(of line: LineText) -> TextLayout {
    TextLayout(
      prompt.scalars + line.scalars,
      columns: size.columns,
      scalarColumns: EditLineLibrary.columns
    )
  }

  private func rowsBelow(_ line: LineText) -> RowsBelow {
    var rows = RowsBelow(columns: size.columns, usesColor: configuration.usesColor)
    if let search {
      rows.menu = search.menu
      rows.hints = [search.hint]
    } else if let menu {
      rows.menu = menu
    } else if !line.scalars.isEmpty {
      rows.hints = host.hints(for: line.string, at: line.byteOffset(of: line.cursor))
    }
    return rows
  }

  /// Moves what is shown no further than the cursor needs.
  private func window(of count: Int, around row: Int, _ layout: TextLayout) -> Range<Int> {
    let count = min(max(count, 1), layout.rowCount)
    if row < firstRow { firstRow = row }
    if row >= firstRow + count { firstRow = row - count + 1 }
    firstRow = min(firstRow, layout.rowCount - count)
    return firstRow..<firstRow + count
  }

  private func remark(on shown: Range<Int>, of count: Int) -> String {
    let hidden = [(shown.lowerBound, "above"), (count - shown.upperBound, "below")]
    let words = hidden.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    var rows = RowsBelow(columns: size.columns, usesColor: configuration.usesColor)
    rows.hints = [Hint("  more rows: \(words.joined(separator: ", "))")]
    return rows.rows(limit: 1, menuLimit: 0).first ?? ""
  }

  /// Only in colours it can be told from what was typed.
  private func addSuggestion(to frame: inout Frame, _ line: LineText, _ layout: TextLayout) {
    guard configuration.usesColor, menu == nil, search == nil, walk == .outside else { return }
    suggestion = suggester.suggestion(for: line, from: memory, where: host.maySuggest)
    let shown = suggestion?.shown(
      columns: layout.columns - 1 - layout.end.column,
      scalarColumns: EditLineLibrary.columns
    )
    // What cannot be seen must not be taken by a key.
    guard let shown, !shown.isEmpty else { return suggestion = nil }
    let widths = shown.unicodeScalars.map(EditLineLibrary.columns).filter { $0 > 0 }
    frame.append(shown, TextStyle(isFaint: true), widths: widths)
  }

  private func styles(for line: LineText) -> [TextStyle] {
    guard configuration.usesColor else { return [] }
    return prompt.styles + StyledSpan.styles(host.spans(in: line.string), over: line)
  }
}

extension LineEditor {
  /// Shows what other threads say above the line.
  func showNotices() {
    let texts = notices.take()
    // An open menu may have more to show now.
    menuFollows = menu != nil && menu?.selection == nil
    if menuFollows { menu = nil }
    guard !texts.isEmpty else { return }
    let lines = texts.map { $0.split(separator: "\n").joined(separator: "\r\n") }
    write(painting.erase() + lines.joined(separator: "\r\n") + "\r\n")
  }

  /// Most terminals break the rows of a text anew when their width changes.
  func followSize() {
    let now = TerminalSize(of: configuration.output)
    guard now != size else { return }
    size = now
    write(painting.erase(afterChangeTo: now.columns))
  }

  func clearScreen() {
    painting.forget()
    write("\u{1b}[H\u{1b}[2J")
  }

  /// Goes to a new row below the text.
  ///
  /// - Parameter mark: Is written at the end of the text.
  func leaveLine(mark: String = "") {
    showToTheEnd()
    write(mark + "\r\n")
    painting.forget()
  }

  /// Shows the whole text, however long it is, without what is only there to help, and the cursor behind
  /// it.
  func showToTheEnd() {
    followSize()
    menu = nil
    let line = library.line
    let layout = layout(of: line)
    let rows = 0..<layout.rowCount
    let frame = Frame(layout, styles: styles(for: line), cursor: layout.end, rows: rows)
    write(painting.show(frame))
  }
}
