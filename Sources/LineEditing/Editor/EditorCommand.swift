/// What the editor does itself when libedit meets a key: the value is the key's code.
///
/// Keys for which a terminal sends a sequence are handed to libedit as codes of the range
/// U+0081…U+009F, which nobody types. If the sequences were bound, libedit would wait after each
/// Escape for the rest of one, and in vi's insert mode for ever.
enum EditorCommand: Int32, CaseIterable {
  case lineStart = 0x01
  case interrupt = 0x03
  case endOfInput = 0x04
  case lineEnd = 0x05
  case complete = 0x09
  case lineFeed = 0x0A
  case clearScreen = 0x0C
  case enter = 0x0D
  case suspend = 0x1A
  case rowStart = 0x81
  case rowEnd
  case rowUp
  case rowDown
  case newRow
  case paste
  case completeBackwards
  case acceptSuggestion
  case acceptWord
  case takeFound
  case openEditor

  var code: Unicode.Scalar { Unicode.Scalar(UInt8(truncatingIfNeeded: rawValue)) }
}

/// What libedit does when it meets one of our codes.
enum LibraryCommand: UInt8, CaseIterable {
  case left = 0x90
  case right
  case wordLeft
  case wordRight
  case delete
  case previousEntry
  case nextEntry
  case previousMatch
  case nextMatch
  case setMark

  var code: Unicode.Scalar { Unicode.Scalar(rawValue) }

  var function: String {
    switch self {
    case .left: "ed-prev-char"
    case .right: "ed-next-char"
    case .wordLeft: "ed-prev-word"
    case .wordRight: "em-next-word"
    case .delete: "ed-delete-next-char"
    case .previousEntry: "ed-prev-history"
    case .nextEntry: "ed-next-history"
    case .previousMatch: "ed-search-prev-history"
    case .nextMatch: "ed-search-next-history"
    case .setMark: "em-set-mark"
    }
  }
}

extension EditLineLibrary {
  static let viEditorKey: Unicode.Scalar = "v"

  /// Binds what the editor needs, over the user's bindings.
  func bindKeys() {
    for command in EditorCommand.allCases {
      bind(command.code, to: Self.commandName)
      bind(command.code, to: Self.commandName, inCommandMode: true)
    }
    for command in LibraryCommand.allCases {
      bind(command.code, to: command.function)
      bind(command.code, to: command.function, inCommandMode: true)
    }
    for bracket: Unicode.Scalar in ["}", "]", ")"] { bind(bracket, to: Self.commandName) }
    // libedit's own editing by `v` knows one editor only, and runs the line at once.
    bind(Self.viEditorKey, to: Self.commandName, inCommandMode: true)
  }
}
