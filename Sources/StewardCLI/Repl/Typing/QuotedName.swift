internal import LineEditing

extension Candidate {
  /// The same as text in quotes, if they are open.
  func quoted(_ quote: Character?) -> Candidate {
    guard let quote else { return self }
    return Candidate(
      QuotedName.text(text, quote),
      description: description,
      detail: detail,
      appendsBlank: appendsBlank
    )
  }
}

/// Names as they stand in a line.
enum QuotedName {
  /// In quotes if they are open, or needed.
  static func text(_ name: String, _ quote: Character?) -> String {
    switch quote {
    case "'" where !name.contains { $0 == "'" || $0.isNewline }: "'\(name)'"
    case nil where isWord(name): name
    default: CommandText.quoted(name)
    }
  }

  static func isWord(_ name: String) -> Bool {
    CommandText.isPlain(name) && !["true", "false", "null"].contains(name)
  }
}
