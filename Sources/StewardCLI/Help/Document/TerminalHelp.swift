/// A page as a terminal shows it.
struct TerminalHelp {
  private let page: HelpPage
  private let namesKind: Bool
  private let look: HelpLook

  /// Where several pages have one title, their kind tells them apart.
  init(_ page: HelpPage, namesKind: Bool = false, _ look: HelpLook = .plain) {
    self.page = page
    self.namesKind = namesKind
    self.look = look
  }

  var text: String {
    let title = namesKind ? "\(page.title) (\(page.kind.rawValue))" : page.title
    let summary = Columns.wrapped(page.summary, indent: 2, width: look.width)
    let beginning = [look.title(title)] + look.marked(summary)
    let sections = page.sections.map(lines)
    return ([beginning] + sections).map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func lines(of section: HelpSection) -> [String] {
    let heading = [section.title.map { look.heading($0.uppercased()) }].compactMap(\.self)
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
    case .paragraph(let text):
      look.marked(Columns.wrapped(text, indent: 2, width: look.width))
    case .terms(let terms): table(of: terms)
    case .usage(let words):
      Columns.wrapped(words: words, indent: 2, hanging: 6, width: look.width)
    case .examples(let examples): lines(of: examples)
    case .code(let lines): lines.map { $0.isEmpty ? "" : look.example("  " + $0) }
    case .pages(let titles):
      Columns.wrapped(words: Self.listed(titles), indent: 2, hanging: 2, width: look.width)
    }
  }

  /// Where one has several lines, a blank line tells where the next begins.
  private func lines(of examples: [(code: String, meaning: String)]) -> [String] {
    let isSetApart = examples.contains { $0.code.contains("\n") }
    return examples.enumerated().flatMap { index, example in
      (isSetApart && index > 0 ? [""] : []) + lines(of: example)
    }
  }

  private func table(of terms: [HelpTerm]) -> [String] {
    let rows = terms.map { (name: $0.name, meaning: meaning(of: $0)) }
    let lines = Columns.tableLines(rows, width: look.width)
    return zip(lines, look.marked(lines.map(\.meaning))).map { look.name($0.name) + $1 }
  }

  /// A line that is too long goes on at a pipe or, behind a backslash, at a flag, as in a script.
  static func broken(_ line: Substring, width: Int) -> [String] {
    let room = width - 2
    let margin = String(line.prefix { $0 == " " })
    guard line.count > room - 2 else { return ["  " + line] }
    let stages = String(line.dropFirst(margin.count)).split(separator: " | ").enumerated()
      .map { $0 == 0 ? String($1) : "| " + $1 }
    let pieces = stages.flatMap { $0.count < room - 4 ? [$0] : flags(of: $0) }
    let indent = 2 + margin.count
    let lines = Columns.wrapped(words: pieces, indent: indent, hanging: indent + 2, width: room)
    return lines.enumerated().map { index, line in
      let next = lines.dropFirst(index + 1).first?.drop { $0 == " " }
      return next?.hasPrefix("--") == true ? line + " \\" : line
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
    let code = example.code.split(separator: "\n").flatMap { Self.broken($0, width: look.width) }
    let meaning = Columns.wrapped(example.meaning, indent: 6, width: look.width)
    return code.map(look.example) + look.marked(meaning)
  }
}
