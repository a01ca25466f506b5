/// A page as a part of a manual page, in the language of `man`.
struct ManualHelp {
  private let page: HelpPage

  init(_ page: HelpPage) { self.page = page }

  /// Under a heading with the page's title.
  var subsection: String {
    let lines = page.summary.isEmpty ? [] : [Self.marked(page.summary) + "."]
    return Self.text(
      [".SS \(Self.quoted(page.title))"] + Self.begun(lines + page.sections.flatMap(self.lines))
    )
  }

  /// As a main part of the manual.
  var section: String {
    let lines = page.sections.flatMap(lines)
    return Self.text([".SH \(Self.quoted(page.title.uppercased()))"] + Self.begun(lines))
  }

  private static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// Behind a heading a paragraph needs no request.
  private static func begun(_ lines: [String]) -> [String] {
    lines.first == ".PP" ? Array(lines.dropFirst()) : lines
  }

  /// What has a heading of its own stands below it, further in.
  private func lines(of section: HelpSection) -> [String] {
    let lines = section.parts.flatMap(lines)
    guard let title = section.title else { return lines }
    return [".PP", ".B \(Self.quoted(title))", ".RS 4"] + Self.begun(lines) + [".RE"]
  }

  private func lines(of part: HelpPart) -> [String] {
    switch part {
    case .paragraph(let text): [".PP", Self.marked(text)]
    case .terms(let terms): terms.flatMap(lines)
    case .usage(let words): [".PP", Self.unbroken(words)]
    case .examples(let examples): examples.flatMap(lines)
    case .code(let lines): [".PP", ".EX"] + lines.map(Self.escaped) + [".EE"]
    case .pages(let titles): [".PP", Self.escaped(titles.joined(separator: ", "))]
    }
  }

  private func lines(of term: HelpTerm) -> [String] {
    let meaning = ([term.meaning, term.type] + term.remarks).filter { !$0.isEmpty }
    return [".TP", ".B \(Self.quoted(term.name))", Self.marked(meaning.joined(separator: "; "))]
  }

  private func lines(of example: (code: String, meaning: String)) -> [String] {
    let code = example.code.split(separator: "\n").map { Self.escaped(String($0)) }
    let meaning = example.meaning.isEmpty ? [] : [".RS", Self.marked(example.meaning), ".RE"]
    return [".PP", ".EX"] + code + [".EE"] + meaning
  }

  // MARK: - Letters

  /// Blanks inside a piece do not end a line.
  private static func unbroken(_ words: [String]) -> String {
    words.map { escaped($0).replacing(" ", with: "\\ ") }.joined(separator: " ")
  }

  /// Text in which code stands out.
  private static func marked(_ text: String) -> String {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    let marked = pieces.enumerated().map { index, piece in
      index.isMultiple(of: 2)
        ? escaped(String(piece), isLine: false)
        : "\\fB\(escaped(String(piece), isLine: false))\\fR"
    }
    return protected(marked.joined())
  }

  static func quoted(_ text: String) -> String {
    "\"\(escaped(text, isLine: false).replacing("\"", with: "\\(dq"))\""
  }

  static func escaped(_ text: String) -> String { escaped(text, isLine: true) }

  private static func escaped(_ text: String, isLine: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "…": escaped += "..."
      case "–": escaped += "\\(en"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default: escaped += "\\[u\(hexadecimal(scalar))]"
      }
    }
    return isLine ? protected(escaped) : escaped
  }

  /// At least four digits, as `\[u2192]`.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// A line that begins with a dot would be a request.
  private static func protected(_ line: String) -> String {
    line.hasPrefix(".") ? "\\&" + line : line
  }
}
