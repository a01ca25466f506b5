extension LineEditor {
  /// Shows colours, what is suggested, and the rows below, which libedit knows nothing of.
  func paint() {
    if menuFollows { followLine() }
    let line = library.line
    let size = TerminalSize(of: configuration.output)
    var painting = painting(of: line, columns: size.columns)
    let freeRows = size.rows - 1 - painting.layout.end.row
    // libedit shows the end of a text that is taller than the screen; its places are not ours then.
    guard freeRows > 0 else { return }
    painting.styles = styles(for: line)
    painting.rowsBelow = rowsBelow(line, columns: size.columns)
      .rows(limit: freeRows - 1, menuLimit: configuration.menuRows)
    addSuggestion(to: &painting, line)
    guard !line.scalars.isEmpty || painting.hasAdditions else { return }
    hasAdditions = painting.hasAdditions
    library.write(painting.painted)
  }

  private func rowsBelow(_ line: LineText, columns: Int) -> RowsBelow {
    var rows = RowsBelow(columns: columns, usesColor: configuration.usesColor)
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

  /// Only in colours it can be told from what was typed.
  private func addSuggestion(to painting: inout ScreenPainting, _ line: LineText) {
    guard configuration.usesColor, menu == nil, search == nil, walk == .outside else { return }
    suggestion = suggester.suggestion(for: line, from: memory, where: host.maySuggest)
    guard let suggestion else { return }
    let layout = painting.layout
    painting.suggestion = suggestion.shown(
      columns: layout.columns - 1 - layout.end.column,
      scalarColumns: EditLineLibrary.columns
    )
    // What cannot be seen must not be taken by a key.
    if painting.suggestion.isEmpty { self.suggestion = nil }
  }

  func clearAdditions() {
    guard hasAdditions else { return }
    hasAdditions = false
    library.write(currentPainting.cleared)
  }

  /// Shows what other threads say above the line.
  func showNotices() {
    clearAdditions()
    let texts = notices.take()
    // An open menu may have more to show now.
    menuFollows = menu != nil && menu?.selection == nil
    if menuFollows { menu = nil }
    guard !texts.isEmpty else { return }
    let lines = texts.map { $0.split(separator: "\n").joined(separator: "\r\n") }
    library.write(currentPainting.erased + lines.joined(separator: "\r\n") + "\r\n")
    library.redraw()
  }

  /// Terminals break the rows of a text anew when their size changes, as the layout does.
  func followSize() {
    library.resize()
    library.write(currentPainting.erased)
    hasAdditions = false
    library.redraw()
  }

  /// Goes to a new row below the text.
  ///
  /// - Parameter mark: Is written at the end of the text.
  func leaveLine(mark: String = "") {
    menu = nil
    var painting = currentPainting
    painting.styles = styles(for: library.line)
    if painting.layout.end.row + 1 < TerminalSize(of: configuration.output).rows {
      library.write(painting.painted)
    }
    library.write(painting.left(mark: mark))
  }

  private var currentPainting: ScreenPainting {
    painting(of: library.line, columns: TerminalSize(of: configuration.output).columns)
  }

  private func painting(of line: LineText, columns: Int) -> ScreenPainting {
    let layout = TextLayout(
      prompt: promptScalars,
      text: line.scalars,
      columns: columns,
      scalarColumns: EditLineLibrary.columns
    )
    return ScreenPainting(layout: layout, cursor: layout.position(of: line.cursor))
  }

  private func styles(for line: LineText) -> [TextStyle] {
    guard configuration.usesColor else { return [] }
    return StyledSpan.styles(host.spans(in: line.string), over: line)
  }
}
