/// Where the pages of a Markdown file are.
struct MarkdownLinks {
  private let anchors: [String: String]

  /// Of two pages with one title the first is found.
  init(to pages: [HelpPage] = []) {
    anchors = Dictionary(
      pages.map { ($0.title, Self.anchor(of: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// `command-users-list`.
  static func anchor(of page: HelpPage) -> String {
    let words = page.title.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return ([page.kind.rawValue] + words.map(String.init)).joined(separator: "-")
  }

  /// The title as code, and as a link where there is a page.
  func linked(_ title: String) -> String {
    anchors[title].map { "[`\(title)`](#\($0))" } ?? "`\(title)`"
  }

  /// Words in which the names of types are links: `stream<User>`.
  func type(_ words: String) -> String {
    words.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let inner = word.split(separator: "<").last ?? word
      guard let anchor = anchors[inner.filter(\.isLetter)], inner.first?.isUppercase == true else {
        return MarkdownHelp.escaped(String(word))
      }
      return "[`\(word)`](#\(anchor))"
    }
    .joined(separator: " ")
  }
}
