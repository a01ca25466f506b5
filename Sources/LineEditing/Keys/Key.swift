/// What a person did at the keyboard.
package enum Key: Equatable {
  case scalar(Unicode.Scalar)
  case named(NamedKey)
  /// Text that the terminal says was pasted: lines end in line feeds, and it has no other controls
  /// than these and tabs.
  case paste(String)
  /// A scalar with Alt, or typed soon after Escape.
  case alternate(Unicode.Scalar)
  /// A sequence that has no name here, without its escape. The user may have bound it.
  case sequence([Unicode.Scalar])
  /// Bytes that are no text.
  case noise
}

/// Keys for which a terminal sends a sequence.
package enum NamedKey: Equatable, Sendable {
  case up, down, left, right, home, end, delete, wordLeft, wordRight
  case backtab, alternateEnter, pageUp, pageDown
}

extension NamedKey {
  /// By what follows the escape: the forms of xterm (both modes of its arrows), rxvt and the console
  /// of Linux.
  package init?(sequence: String) {
    switch sequence {
    case "[A", "OA": self = .up
    case "[B", "OB": self = .down
    case "[C", "OC": self = .right
    case "[D", "OD": self = .left
    case "[H", "OH", "[1~", "[7~": self = .home
    case "[F", "OF", "[4~", "[8~": self = .end
    case "[3~": self = .delete
    case "[5~": self = .pageUp
    case "[6~": self = .pageDown
    case "[Z": self = .backtab
    case "[1;5C", "[1;3C", "Oc": self = .wordRight
    case "[1;5D", "[1;3D", "Od": self = .wordLeft
    case "\r", "\n": self = .alternateEnter
    default: return nil
    }
  }
}
