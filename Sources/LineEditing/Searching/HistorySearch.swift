/// Looks for a line of the history by some of its words, newest first.
package struct HistorySearch: Equatable {
  package private(set) var query = ""
  package private(set) var matches: [String]
  /// Of the matches.
  package private(set) var selection = 0
  private let texts: [String]

  private static let mostMatches = 200
  /// What is looked at of each text, in bytes: a pasted file must not make every key slow.
  private static let searchedLength = 4_000

  /// From the oldest to the newest text.
  package init(_ texts: [String]) {
    var seen: Set<String> = []
    self.texts = texts.reversed().filter { seen.insert($0).inserted }
    matches = Array(self.texts.prefix(Self.mostMatches))
  }

  package var selected: String? { matches.indices.contains(selection) ? matches[selection] : nil }

  package enum Outcome: Equatable {
    case goesOn
    /// The text is to stand in the line; it does not run.
    case chosen(String)
    case left
  }

  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    // Enter is a line feed or a return, as the terminal is set.
    case .scalar("\r"), .scalar("\n"), .scalar("\t"), .named(.right), .named(.end):
      return selected.map(Outcome.chosen) ?? .left
    // Ctrl-C, Ctrl-D, Ctrl-G, Escape
    case .scalar("\u{3}"), .scalar("\u{4}"), .scalar("\u{7}"), .scalar("\u{1b}"): return .left
    // Ctrl-R
    case .scalar("\u{12}"), .named(.down): move(by: 1)
    // Ctrl-S
    case .scalar("\u{13}"), .named(.up): move(by: -1)
    case .scalar("\u{7f}"), .scalar("\u{8}"): look(for: String(query.dropLast()))
    // Ctrl-U
    case .scalar("\u{15}"): look(for: "")
    case .scalar(let scalar) where scalar.value >= 0x20: look(for: query + String(scalar))
    case .paste(let text): look(for: query + text.prefix { $0 != "\n" })
    default: break
    }
    return .goesOn
  }

  private mutating func move(by distance: Int) {
    guard !matches.isEmpty else { return }
    selection = (selection + distance + matches.count) % matches.count
  }

  /// All words must occur, in any order; case does not matter.
  private mutating func look(for query: String) {
    self.query = query
    selection = 0
    let words = query.split(separator: " ").map { Array($0.lowercased().utf8) }
    matches = Array(
      texts.lazy.filter { text in
        let searched = text.utf8.prefix(Self.searchedLength)
        let bytes = Array(String(decoding: searched, as: UTF8.self).lowercased().utf8)
        return words.allSatisfy { bytes.contains($0) }
      }.prefix(Self.mostMatches)
    )
  }
}

extension HistorySearch {
  /// More scalars than any screen has columns.
  private static let shownLength = 1_000

  /// The matches as a menu.
  var menu: CompletionMenu {
    let candidates = matches.map { text in
      let row = text.unicodeScalars.prefix(Self.shownLength).prefix { $0 != "\n" }
      return Candidate(String(row) + (row.endIndex < text.endIndex ? "⏎" : ""))
    }
    return CompletionMenu(
      candidates,
      replacing: 0..<0,
      selection: selected == nil ? nil : selection
    )
  }

  var hint: Hint {
    let result = matches.isEmpty ? "nothing found" : "Enter takes it, Ctrl-R older, Esc leaves"
    return Hint([
      Prompt.Piece("history: ", TextStyle(.cyan)), Prompt.Piece(query + "▏"),
      Prompt.Piece("  \(result)", TextStyle(isFaint: true)),
    ])
  }
}
