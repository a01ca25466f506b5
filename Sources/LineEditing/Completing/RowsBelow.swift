internal import StewardValues

/// What stands in the rows below the line: a menu with what is said about its candidates, or hints.
package struct RowsBelow {
  package var menu: CompletionMenu?
  package var hints: [Hint] = []
  /// Of the screen.
  package let columns: Int
  package let usesColor: Bool

  package init(columns: Int, usesColor: Bool) {
    self.columns = columns
    self.usesColor = usesColor
  }

  /// At most so many rows, of which the menu takes at most `menuLimit`.
  package func rows(limit: Int, menuLimit: Int) -> [String] {
    guard let menu else { return said(hints, atMost: limit) }
    // What is said about the candidates must not take the place of the candidates.
    let said = self.said(hints + Self.remarks(on: menu), atMost: max(0, limit - 1))
    let drawing = MenuDrawing(menu: menu, columns: columns, usesColor: usesColor)
    return drawing.rows(limit: min(menuLimit, limit - said.count)) + said
  }

  private static func remarks(on menu: CompletionMenu) -> [Hint] {
    let detail = menu.selected?.detail ?? ""
    let remark = [detail, menu.note].filter { !$0.isEmpty }.joined(separator: " · ")
    return remark.isEmpty ? [] : [Hint("  \(remark)")]
  }

  private func said(_ hints: [Hint], atMost limit: Int) -> [String] {
    hints.prefix(max(0, limit)).map(row)
  }

  /// The last column stays free: a full row would wrap.
  private func row(_ hint: Hint) -> String {
    var rest = max(columns - 1, 1)
    var row = ""
    for piece in hint.pieces where rest > 0 {
      let text = FittingText.cut(SideBySide.drawn(escapingControls(piece.text)), to: rest)
      rest -= DisplayWidth.of(text)
      row += usesColor ? piece.style.sequence + text + TextStyle.plain.sequence : text
    }
    return row
  }
}

/// Texts that take no more columns than there are.
enum FittingText {
  /// The text, cut with an ellipsis if it is wider.
  static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      used += DisplayWidth.of(String(character))
      if used > width - 1 { break }
      result.append(character)
    }
    return result + "…"
  }
}
