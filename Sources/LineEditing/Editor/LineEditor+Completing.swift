internal import CEditLine

extension LineEditor {
  /// Opens the menu or inserts what is certain; in an open menu, selects.
  func complete(forwards: Bool) -> UInt8 {
    if var menu, !menu.candidates.isEmpty {
      replace(menu.select(forwards: forwards))
      self.menu = menu
      return UInt8(CC_REFRESH)
    }
    guard forwards else { return UInt8(CC_NORM) }
    let line = library.line
    let step = CompletionStep(completion(of: line), in: line)
    menu = step.menu
    guard let replacement = step.replacement else { return UInt8(CC_NORM) }
    replace(replacement)
    return UInt8(CC_REFRESH)
  }

  /// Shows in the menu what fits the line as it is now.
  func followLine() {
    menuFollows = false
    let line = library.line
    let completion = completion(of: line)
    let range = line.range(ofBytes: completion.replacing)
    // A word that is whole needs no menu.
    let typed = String(scalars: line.scalars[range])
    guard completion.candidates.contains(where: { $0.text != typed }) else { return }
    menu = CompletionMenu(completion.candidates, replacing: range, note: completion.note)
  }

  private func completion(of line: LineText) -> Completion {
    host.completion(of: line.string, at: line.byteOffset(of: line.cursor))
  }

  /// Ends the selection: the candidate stays in the line.
  func choose(in menu: CompletionMenu) -> UInt8 {
    self.menu = nil
    if let selected = menu.selected {
      replace(Replacement(choosing: selected, for: menu.replacing, in: library.line))
    }
    return UInt8(CC_REFRESH)
  }

  private func replace(_ replacement: Replacement) {
    library.moveCursor(by: replacement.range.upperBound - library.line.cursor)
    library.deleteBeforeCursor(replacement.range.count)
    library.insert(replacement.text)
  }
}
