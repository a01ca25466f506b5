/// `save-runbook FILE [--all | --last N] [--force]`.
package struct SaveRunbookArguments: Equatable {
  package let file: String
  package let choice: LineChoice
  package let replaces: Bool

  static let name = "save-runbook"

  static let options: [OwnOption] = [
    OwnOption("all", nil, "Keeps every line that worked."),
    OwnOption("last", "N", "Keeps the last N lines that worked, and what they use."),
    OwnOption("force", nil, "Replaces a file that is there already."),
  ]

  /// From the words behind the name.
  ///
  /// - Throws: ``UsageError`` for other words.
  package init(_ words: [String]) throws(UsageError) {
    let own = try OwnOptions(words, Self.options)
    let file = try own.only("a file: `save-runbook offboard.steward`", of: Self.name)
    let isScript = file.hasSuffix(".steward") || file.hasSuffix(".md")
    self.file = isScript ? file : file + ".steward"
    replaces = own.flags.contains("force")
    switch (own.value("last"), own.flags.contains("all")) {
    case (nil, let isAll): choice = isAll ? .all : .useful
    case (.some, true): throw UsageError("--all or --last, not both")
    case (let count?, false):
      guard let count = Int(count), count > 0 else {
        throw UsageError("--last takes a number of lines, not `\(count)`")
      }
      choice = .last(count)
    }
  }
}

/// The words of a line for the prompt itself; quotes hold what has blanks in it.
enum QuotedWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      switch (quote, character) {
      case (character?, _): quote = nil
      case (.some, _): word?.append(character)
      case (nil, "\""), (nil, "'"):
        quote = character
        word = word ?? ""
      case (nil, " "), (nil, "\t"), (nil, "\n"):
        if let finished = word { words.append(finished) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + [word].compactMap(\.self)
  }
}
