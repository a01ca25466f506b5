/// A line that is for the prompt itself, and not a piece of the language.
package enum ReplDirective: Equatable {
  case help([String])
  /// `example users list`.
  case example([String])
  /// `doctor`, as on the command line.
  case doctor
  /// `mode`, or `mode WORD`.
  case mode(String?)
  /// `timing`, `timing on` or `timing off`: whether each line tells how long it took.
  case timing(String?)
  /// `save-runbook FILE …`, with what stands behind its name.
  case saveRunbook([String])
  /// `clear`, as in other shells; Ctrl-L does the same.
  case clear
  /// `quit`, which people try before Ctrl-D; a script says `exit`.
  case quit

  package init?(_ line: String) {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    switch words.first {
    case _
    where ["--help", "-h"].contains(words.last)
      && !line.contains { $0 == "|" || $0 == "\n" }:
      self = .help(words.dropLast())
    case "help", "?": self = .help(Array(words.dropFirst()))
    case "example": self = .example(Array(words.dropFirst()))
    // Of a result it is a piece of the language: `describe $_`.
    case "describe"
    where words.dropFirst().first?.hasPrefix("$") != true
      && HelpPages.program.explains(words.dropFirst()):
      self = .help(Array(words.dropFirst()))
    case "doctor" where words.count == 1: self = .doctor
    case "clear" where words.count == 1: self = .clear
    case "quit" where words.count == 1: self = .quit
    case "mode" where words.count <= 2: self = .mode(words.dropFirst().first)
    case "timing" where words.count <= 2: self = .timing(words.dropFirst().first)
    case SaveRunbookArguments.name:
      self = .saveRunbook(Array(QuotedWords.split(line).dropFirst()))
    default: return nil
    }
  }

  /// The first words, how they are used, and what for. `describe` is a word of the language too, and
  /// `?` another one for `help`.
  static let all: [(name: String, usage: String, summary: String)] = [
    ("help", "help [TOPIC …]", "The help on anything; right after an error, on that error"),
    ("example", "example TOPIC …", "Shows an example of a command, and runs it if it only reads"),
    ("mode", "mode [MODE]", "Whether changes are made, shown or refused"),
    ("timing", "timing [on|off]", "Whether each line tells how long it took"),
    (SaveRunbookArguments.name, "save-runbook FILE", "Writes the lines that worked as a runbook"),
    ("doctor", "doctor", "Which key and organization are used, and what may be amiss"),
    ("clear", "clear", "An empty screen, as Ctrl-L makes it"),
    ("quit", "quit", "Leaves, as Ctrl-D and `exit` do"),
  ]

  static let names = all.map(\.name)
}
