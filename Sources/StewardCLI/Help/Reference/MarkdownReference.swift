package import StewardRuntime

/// `docs/commands.md`: everything that a script can call, from the values that the checker uses.
package struct MarkdownReference {
  private let chapters: [Reference.Chapter]
  private let links: MarkdownLinks

  package init(_ vocabulary: Vocabulary) {
    chapters = Reference(vocabulary).chapters
    links = MarkdownLinks(to: chapters.flatMap(\.pages))
  }

  package var text: String {
    ([Self.introduction, contents] + chapters.map(chapter)).joined(separator: "\n")
  }

  private static let introduction = """
    # Commands and functions

    Everything that a script can call. `steward help NAME` shows the same in the terminal; this page is what
    `steward help --markdown` prints, and a test keeps it so. How commands are put together is in
    [the language](language.md); the codes of mistakes are in [error codes](errors.md).

    In a usage line, capitals stand for what you write, square brackets for what may be left out, `ROWS |` for
    any pipeline that gives rows. Each example runs as it stands on the organization of `steward --sandbox`.

    """

  private var contents: String {
    let lines = chapters.map { chapter in
      let pages = chapter.pages.map { "[`\($0.title)`](#\(MarkdownLinks.anchor(of: $0)))" }
      return "- **\(chapter.title)**: \(pages.joined(separator: " · "))"
    }
    return (["## Contents", ""] + lines).joined(separator: "\n") + "\n"
  }

  private func chapter(_ chapter: Reference.Chapter) -> String {
    let pages = chapter.pages.map { MarkdownHelp($0, level: 3, links: links).text }
    return "## \(chapter.title)\n\n" + pages.joined(separator: "\n")
  }
}
