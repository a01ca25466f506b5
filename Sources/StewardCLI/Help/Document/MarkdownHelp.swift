/// A page as Markdown, below a heading of some level.
struct MarkdownHelp {
  private let page: HelpPage
  private let level: Int
  private let links: MarkdownLinks

  init(_ page: HelpPage, level: Int, links: MarkdownLinks) {
    self.page = page
    self.level = level
    self.links = links
  }

  var text: String {
    let anchor = "<a id=\"\(MarkdownLinks.anchor(of: page))\"></a>"
    let heading = String(repeating: "#", count: level) + " `\(page.title)`"
    let summary = page.summary.isEmpty ? [] : [Self.sentence(page.summary)]
    return ([anchor + "\n\n" + heading] + summary + page.sections.flatMap(blocks))
      .joined(separator: "\n\n") + "\n"
  }

  private func blocks(of section: HelpSection) -> [String] {
    let blocks = section.parts.map(block)
    guard let title = section.title else { return blocks }
    return ["**\(title.prefix(1).uppercased() + title.dropFirst())**"] + blocks
  }

  private func block(of part: HelpPart) -> String {
    switch part {
    case .paragraph(let text): Self.sentence(text)
    case .terms(let terms): table(of: terms)
    case .usage(let words): Self.fence(words.joined(separator: " "))
    case .examples(let examples): examples.map(Self.item).joined(separator: "\n")
    case .code(let lines): Self.fence(lines.joined(separator: "\n"))
    case .pages(let titles): titles.map(links.linked).joined(separator: ", ")
    }
  }

  private static func fence(_ text: String) -> String { "```text\n\(text)\n```" }

  private static func item(_ example: (code: String, meaning: String)) -> String {
    let code = example.code.split(separator: "\n").map { "`\($0)`" }.joined(separator: "<br>")
    return example.meaning.isEmpty ? "- \(code)" : "- \(code): \(escaped(example.meaning))"
  }

  // MARK: - Tables

  private func table(of terms: [HelpTerm]) -> String {
    let hasTypes = terms.contains { !$0.type.isEmpty }
    let head = hasTypes ? ["| | | |", "|---|---|---|"] : ["| | |", "|---|---|"]
    return (head + terms.map { row($0, hasType: hasTypes) }).joined(separator: "\n")
  }

  private func row(_ term: HelpTerm, hasType: Bool) -> String {
    let meaning = ([term.meaning] + term.remarks).filter { !$0.isEmpty }.joined(separator: "; ")
    let type = hasType ? [links.type(term.type)] : []
    let cells = ["`\(term.name)`"] + type + [Self.escaped(meaning)]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  // MARK: - Letters

  private static func sentence(_ text: String) -> String {
    let isEnded = text.last.map { ".:!?`".contains($0) } ?? true
    return escaped(text) + (isEnded ? "" : ".")
  }

  /// Outside code, `<` would begin a tag.
  static func escaped(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.isMultiple(of: 2) ? String($1).replacing("<", with: "\\<") : String($1) }
      .joined(separator: "`")
  }
}
