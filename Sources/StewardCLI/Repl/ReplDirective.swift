/// A line that is for the prompt itself, and not a piece of the language.
package enum ReplDirective: Equatable {
  case help([String])
  /// `mode`, or `mode WORD`.
  case mode(String?)
  /// `save-runbook FILE …`, with what stands behind its name.
  case saveRunbook([String])

  package init?(_ line: String) {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    switch words.first {
    case "help": self = .help(Array(words.dropFirst()))
    case "mode" where words.count <= 2: self = .mode(words.dropFirst().first)
    case SaveRunbookArguments.name:
      self = .saveRunbook(Array(DirectiveWords.split(line).dropFirst()))
    default: return nil
    }
  }

  static let names = ["help", "mode", SaveRunbookArguments.name]
}
