extension LineEditor {
  /// Shows colours and the menu, which libedit knows nothing of.
  func paint() {
    let line = library.line
    let size = TerminalSize(of: configuration.output)
    var painting = painting(of: line, columns: size.columns)
    let textRows = painting.layout.end.row + 1
    // libedit shows the end of a text that is taller than the screen; its places are not ours then.
    guard textRows < size.rows else { return }
    painting.styles = styles(for: line)
    if let menu {
      let drawing = MenuDrawing(
        menu: menu,
        columns: size.columns,
        usesColor: configuration.usesColor
      )
      let limit = min(configuration.menuRows, size.rows - 1 - textRows)
      painting.rowsBelow = drawing.rows(limit: limit)
    }
    guard !line.scalars.isEmpty || !painting.rowsBelow.isEmpty else { return }
    hasRowsBelow = !painting.rowsBelow.isEmpty
    library.write(painting.painted)
  }

  func clearRowsBelow() {
    guard hasRowsBelow else { return }
    hasRowsBelow = false
    library.write(currentPainting.cleared)
  }

  /// Terminals break the rows of a text anew when their size changes, as the layout does.
  func followSize() {
    library.resize()
    library.write(currentPainting.erased)
    hasRowsBelow = false
    library.redraw()
  }

  /// Goes to a new row below the text.
  ///
  /// - Parameter mark: Is written at the end of the text.
  func leaveLine(mark: String = "") {
    menu = nil
    paint()
    library.write(currentPainting.left(mark: mark))
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
