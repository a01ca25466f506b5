/// A page as a terminal shows it, in 80 columns.
struct TerminalHelp {
  private let page: HelpPage
  private let namesKind: Bool

  /// Where several pages have one title, their kind tells them apart.
  init(_ page: HelpPage, namesKind: Bool = false) {
    self.page = page
    self.namesKind = namesKind
  }

  var text: String {
    let title = namesKind ? "\(page.title) (\(page.kind.rawValue))" : page.title
    let beginning = [title] + Columns.wrapped(page.summary, indent: 2)
    let sections = page.sections.map(lines)
    return ([beginning] + sections).map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func lines(of section: HelpSection) -> [String] {
    let heading = [section.title?.uppercased()].compactMap(\.self)
    return heading
      + section.parts.enumerated().flatMap { index, part in
        (index > 0 && isSetApart(section.parts[index - 1], part) ? [""] : []) + lines(of: part)
      }
  }

  /// Paragraphs have a blank line between them; what belongs to one stands below it.
  private func isSetApart(_ before: HelpPart, _ part: HelpPart) -> Bool {
    switch (before, part) {
    case (_, .paragraph): true
    default: false
    }
  }

  private func lines(of part: HelpPart) -> [String] {
    switch part {
    case .paragraph(let text): Columns.wrapped(text, indent: 2)
    case .terms(let terms): Columns.table(terms.map { (name: $0.name, meaning: meaning(of: $0)) })
    case .usage(let words): Columns.wrapped(words: words, indent: 2, hanging: 6)
    case .examples(let examples): examples.flatMap(lines)
    case .code(let lines): lines.map { $0.isEmpty ? "" : "  " + $0 }
    case .pages(let titles):
      Columns.wrapped(words: Self.listed(titles), indent: 2, hanging: 2)
    }
  }

  /// A line that is too long goes on at a pipe or, behind a backslash, at a flag, as in a script.
  private static func broken(_ line: Substring) -> [String] {
    let stages = String(line).split(separator: " | ").enumerated()
      .map { $0 == 0 ? String($1) : "| " + $1 }
    let room = Columns.width - 2
    let pieces = stages.flatMap { $0.count < room - 4 ? [$0] : flags(of: $0) }
    let lines = Columns.wrapped(words: pieces, indent: 2, hanging: 4, width: room)
    return lines.enumerated().map { index, line in
      let next = lines.dropFirst(index + 1).first
      return next?.hasPrefix("    --") == true ? line + " \\" : line
    }
  }

  /// The words of a command up to each flag.
  private static func flags(of stage: String) -> [String] {
    stage.split(separator: " --").enumerated().map { $0 == 0 ? String($1) : "--" + $1 }
  }

  /// With a comma behind all but the last.
  private static func listed(_ titles: [String]) -> [String] {
    titles.dropLast().map { $0 + "," } + titles.suffix(1)
  }

  private func meaning(of term: HelpTerm) -> String {
    ([term.meaning, term.type] + term.remarks).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func lines(of example: (code: String, meaning: String)) -> [String] {
    example.code.split(separator: "\n").flatMap { Self.broken($0) }
      + Columns.wrapped(example.meaning, indent: 6)
  }
}
