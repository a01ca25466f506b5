internal import StewardValues

/// The rows of a menu on a screen: a window of the candidates around the selected one.
package struct MenuDrawing {
  package let menu: CompletionMenu
  /// Of the screen.
  package let columns: Int
  package let usesColor: Bool
  private let nameWidth: Int

  package init(menu: CompletionMenu, columns: Int, usesColor: Bool) {
    self.menu = menu
    self.columns = columns
    self.usesColor = usesColor
    let widest = menu.candidates.map { DisplayWidth.of(Self.drawn($0.text)) }.max() ?? 0
    // Names matter more than what is said about them.
    nameWidth = min(widest, max((columns - 1) * 2 / 3, 1))
  }

  /// At most so many rows, the last of which tells which candidates these are, if not all.
  package func rows(limit: Int) -> [String] {
    let candidates = menu.candidates
    guard limit > 0 else { return [] }
    guard candidates.count > limit else { return candidates.indices.map(row) }
    guard limit > 1 else { return [] }
    let window = Self.window(of: limit - 1, around: menu.selection ?? 0, in: candidates.count)
    let place = "  \(window.lowerBound + 1)–\(window.upperBound) of \(candidates.count)"
    return window.map(row) + [faint(FittingText.cut(place, to: width))]
  }

  package static func window(of size: Int, around selection: Int, in count: Int) -> Range<Int> {
    let start = min(max(0, selection - size / 2), max(0, count - size))
    return start..<min(start + size, count)
  }
}

extension MenuDrawing {
  /// The last column stays free: a full row would wrap.
  private var width: Int { max(columns - 1, 1) }

  private func row(_ index: Int) -> String {
    let candidate = menu.candidates[index]
    let isSelected = index == menu.selection
    let name = padded(FittingText.cut(Self.drawn(candidate.text), to: nameWidth), nameWidth)
    let marked = FittingText.cut((isSelected ? "> " : "  ") + name, to: width)
    let rest = width - DisplayWidth.of(marked)
    let description =
      candidate.description.isEmpty
      ? "" : FittingText.cut("  " + Self.drawn(candidate.description), to: rest)
    guard isSelected, usesColor else { return marked + faint(description) }
    return TextStyle(isReversed: true).sequence + padded(marked + description, width)
      + TextStyle.plain.sequence
  }

  private static func drawn(_ text: String) -> String {
    SideBySide.drawn(escapingControls(text))
  }

  private func faint(_ text: String) -> String {
    guard usesColor, !text.isEmpty else { return text }
    return TextStyle(isFaint: true).sequence + text + TextStyle.plain.sequence
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }
}
