extension LineEditor {
  enum NextCharacter {
    case scalar(Unicode.Scalar)
    case end
    case failed
  }

  /// What libedit asks for when it has done all that was typed before.
  func nextCharacter() -> NextCharacter {
    library.keepCursorInLine()
    while queue.isEmpty {
      // What nobody has seen cannot be taken.
      suggestion = nil
      // While more is coming, each painting would be painted over at once.
      if !input.hasMore { paint() }
      switch input.waitForEvent() {
      case .byte(let first):
        queue = scalars(for: KeyDecoder(bytes: input).key(first))
      case .sizeChanged: followSize()
      case .continued: takeTerminalBack()
      case .notice: showNotices()
      case .end:
        showToTheEnd()
        return .end
      case .failed(let code):
        failure = code
        return .failed
      }
    }
    return .scalar(queue.removeFirst())
  }
}

extension LineEditor {
  private func scalars(for key: Key) -> [Unicode.Scalar] {
    if search != nil { return scalars(forSearching: key) }
    if isAfterControlX {
      isAfterControlX = false
      if key == .scalar("\u{5}") { return [EditorCommand.openEditor.code] }
      // Ctrl-X twice is a key of two as well.
      if key == .scalar("\u{18}") { return ["\u{18}", "\u{18}"] }
      return ["\u{18}"] + scalars(outsideMenu: key)
    }
    if let menu {
      if let command = Self.command(for: key, in: menu) { return [command.code] }
      self.menu = nil
      // Escape closes the menu and does nothing else.
      if key == .scalar("\u{1b}") { return [] }
      menuFollows = menu.selection == nil && Self.changesWord(key)
    }
    return scalars(outsideMenu: key)
  }

  private func scalars(outsideMenu key: Key) -> [Unicode.Scalar] {
    if let command = acceptance(of: key) { return [command.code] }
    if case .named(let named) = key { return [code(for: named)] }
    walk.pause(at: library.line)
    switch key {
    // Ctrl-R and Ctrl-X
    case .scalar("\u{12}"):
      search = HistorySearch(memory.texts)
      return []
    case .scalar("\u{18}"):
      isAfterControlX = true
      return []
    // Ctrl-Space. libedit binds to this code what the terminal has switched off, such as taking the next
    // key as it is.
    case .scalar("\u{0}"): return [LibraryCommand.setMark.code]
    case .scalar(let scalar): return [scalar]
    case .alternate(let scalar): return ["\u{1b}", scalar]
    // libedit would insert the end of a sequence that nobody bound.
    case .sequence(let sequence): return library.hasUserBindings ? ["\u{1b}"] + sequence : []
    case .paste(let text):
      pasted = text
      return [EditorCommand.paste.code]
    case .named, .noise: return []
    }
  }

  /// What a key does in a search; all others leave the line alone.
  private func scalars(forSearching key: Key) -> [Unicode.Scalar] {
    switch search?.handle(key) {
    case .chosen(let text):
      (search, found) = (nil, text)
      return [EditorCommand.takeFound.code]
    case .left: search = nil
    case .goesOn, nil: break
    }
    return []
  }

  /// What takes over the text that is suggested: keys that would go where it begins.
  private func acceptance(of key: Key) -> EditorCommand? {
    guard suggestion != nil else { return nil }
    return switch key {
    // Ctrl-E and Ctrl-F
    case .named(.right), .named(.end), .scalar("\u{5}"), .scalar("\u{6}"): .acceptSuggestion
    case .named(.wordRight), .alternate("f"): .acceptWord
    default: nil
    }
  }

  /// Whether a key only makes the word longer or shorter for which the menu stands.
  private static func changesWord(_ key: Key) -> Bool {
    guard case .scalar(let scalar) = key else { return false }
    return scalar.value > 0x20
  }

  /// What a key does to an open menu; nil if it closes it and does what it always does.
  private static func command(for key: Key, in menu: CompletionMenu) -> EditorCommand? {
    switch key {
    case .scalar("\t"), .named(.down): .complete
    case .named(.backtab), .named(.up): .completeBackwards
    // libedit lets the terminal send a line feed for Enter.
    case .scalar("\r"), .scalar("\n"): menu.selection == nil ? nil : .enter
    default: nil
    }
  }

  private func code(for key: NamedKey) -> Unicode.Scalar {
    switch key {
    case .up: return walk.goUp(from: library.line)
    case .down: return walk.goDown(from: library.line)
    default: walk.pause(at: library.line)
    }
    return Self.code(for: key)
  }

  private static func code(for key: NamedKey) -> Unicode.Scalar {
    switch key {
    case .up, .pageUp: LibraryCommand.previousEntry.code
    case .down, .pageDown: LibraryCommand.nextEntry.code
    case .left: LibraryCommand.left.code
    case .right: LibraryCommand.right.code
    case .wordLeft: LibraryCommand.wordLeft.code
    case .wordRight: LibraryCommand.wordRight.code
    case .delete: LibraryCommand.delete.code
    case .home: EditorCommand.rowStart.code
    case .end: EditorCommand.rowEnd.code
    case .backtab: EditorCommand.completeBackwards.code
    case .alternateEnter: EditorCommand.newRow.code
    }
  }
}
