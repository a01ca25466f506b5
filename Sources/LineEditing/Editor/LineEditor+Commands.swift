internal import CEditLine
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension LineEditor {
  /// Does what a key means, and tells libedit whether the line is at its end.
  func perform(_ key: Int32) -> UInt8 {
    guard let command = EditorCommand(rawValue: key) else {
      let isViEditor = Unicode.Scalar(UInt32(bitPattern: key)) == EditLineLibrary.viEditorKey
      return isViEditor ? openEditor() : insertBracket(key)
    }
    switch command {
    case .enter, .lineFeed: return enter()
    case .newRow: return insert("\n" + indentation.blanks(after: library.line))
    case .paste: return insertPasted()
    case .complete: return complete(forwards: true)
    case .completeBackwards: return complete(forwards: false)
    case .interrupt: return finish(.cancelled, mark: "^C")
    case .endOfInput: return endOfInput()
    case .suspend: return suspend()
    case .clearScreen:
      clearScreen()
      return UInt8(CC_NORM)
    case .acceptSuggestion: return insert(String(scalars: suggestion?.rest ?? []))
    case .acceptWord: return insert(String(scalars: suggestion?.firstWord ?? []))
    case .takeFound: return takeFound()
    case .openEditor: return openEditor()
    case .lineStart, .rowStart: return moveCursor(to: rowAtCursor.lowerBound)
    case .lineEnd, .rowEnd: return moveCursor(to: rowAtCursor.upperBound)
    case .rowUp: return moveCursor(to: library.line.placeAbove)
    case .rowDown: return moveCursor(to: library.line.placeBelow)
    }
  }

  func insert(_ text: String) -> UInt8 {
    library.insert(text)
    return UInt8(CC_REFRESH)
  }

  private var indentation: Indentation { Indentation(unit: configuration.indentation) }

  private var rowAtCursor: Range<Int> {
    let line = library.line
    return line.row(at: line.cursor)
  }
}

// MARK: - Ending the line

extension LineEditor {
  private func enter() -> UInt8 {
    if let menu, !menu.candidates.isEmpty { return choose(in: menu) }
    let line = library.line
    let text = line.string
    guard host.isComplete(text) else {
      return insert("\n" + indentation.blanks(after: line))
    }
    return finish(.line(text))
  }

  private func finish(_ result: LineResult, mark: String = "") -> UInt8 {
    self.result = result
    leaveLine(mark: mark)
    return UInt8(CC_NEWLINE)
  }

  /// On a line that is not empty Ctrl-D takes away the character under the cursor.
  private func endOfInput() -> UInt8 {
    let line = library.line
    guard !line.scalars.isEmpty else { return finish(.endOfInput) }
    guard line.cursor < line.scalars.count else { return UInt8(CC_ERROR) }
    library.moveCursor(by: 1)
    library.deleteBeforeCursor(1)
    return UInt8(CC_REFRESH)
  }

  /// Stops the program as Ctrl-Z does elsewhere, and shows the line again when it goes on.
  private func suspend() -> UInt8 {
    outsideLine {
      // All processes of the job, as the terminal would: the shell waits for the whole job.
      _ = kill(0, SIGTSTP)
      // It need not be stopped already.
      input.waitForContinuation()
    }
    return UInt8(CC_NORM)
  }

  /// Gives the terminal to somebody else for a time, below the line, and shows the line again.
  func outsideLine<Result>(_ work: () -> Result) -> Result {
    leaveLine()
    write(Self.pasteMarksOff)
    library.leaveRawMode()
    modes.restore()
    defer { takeTerminalBack() }
    return work()
  }

  /// After somebody else had the terminal, such as the shell that stopped the program.
  func takeTerminalBack() {
    painting.forget()
    library.leaveRawMode()
    library.enterRawMode()
    write(Self.pasteMarksOn)
  }
}

// MARK: - Changing the line

extension LineEditor {
  private func moveCursor(to place: Int?) -> UInt8 {
    guard let place else { return UInt8(CC_NORM) }
    library.moveCursor(by: place - library.line.cursor)
    return UInt8(CC_CURSOR)
  }

  /// Only inserts: a pasted text runs when its reader presses Enter.
  private func insertPasted() -> UInt8 {
    defer { pasted = "" }
    return insert(pasted)
  }

  private func takeFound() -> UInt8 {
    if let found { replaceLine(with: found) }
    found = nil
    return UInt8(CC_REFRESH)
  }

  func replaceLine(with text: String) {
    let line = library.line
    library.moveCursor(by: line.scalars.count - line.cursor)
    library.deleteBeforeCursor(line.scalars.count)
    library.insert(text)
  }

  /// A closing bracket that begins a line stands a level further left.
  private func insertBracket(_ key: Int32) -> UInt8 {
    guard let bracket = Unicode.Scalar(UInt32(bitPattern: key)) else { return UInt8(CC_ERROR) }
    library.deleteBeforeCursor(indentation.blanksToRemove(before: library.line))
    return insert(String(Character(bracket)))
  }
}
