internal import LineEditing
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The text of a runbook that a session gave.
struct RunbookText {
  private let script: GeneralScript
  private let file: String
  private let title: String

  init(_ script: GeneralScript, file: String, date: CalendarDate) {
    self.script = script
    self.file = file
    title = "Saved from a session on \(date)"
  }

  /// In the one style.
  var source: SourceText {
    let source = SourceText(MarkdownRunbook.isMarkdown(file) ? page : plain, name: file)
    let formatted =
      MarkdownRunbook.isMarkdown(file)
      ? Formatter.format(markdown: source, width: DisplayWidth.of)
      : Formatter.format(Parser.parse(source), width: DisplayWidth.of)
    return formatted.map { SourceText($0, name: file) } ?? source
  }

  private var header: String { Self.header(title, script.parameters, effects: script.effects) }

  private var plain: String { header + "\n" + script.steps.joined(separator: "\n") + "\n" }

  /// A fence for each step: its value is shown under what is said of it.
  private var page: String {
    let fences = script.steps.enumerated().map { number, step in
      "## Step \(number + 1)\n\n" + Self.fence(step + "\n")
    }
    return """
      # \(title)

      What it is for, and what to look at before it is run, belongs here.

      \(Self.fence(header))
      \(fences.joined(separator: "\n"))
      """
  }

  /// The marks are longer than any run of backticks in the code.
  private static func fence(_ code: String) -> String {
    var mark = "```"
    while code.contains(mark) { mark += "`" }
    return "\(mark)steward\n\(code)\(mark)\n"
  }

  /// `runbook "…" { … }`.
  static func header(
    _ title: String,
    _ parameters: [RunbookDraft.Parameter],
    effects: Effects?
  ) -> String {
    var lines: [String] = []
    for parameter in parameters {
      let example = parameter.example.map { ", such as \(escapingControls($0))" } ?? ""
      lines.append("## \(capitalized(parameter.meaning))\(example)")
      let value = parameter.defaultValue.map { " = \($0)" } ?? ""
      let name = GeneralScript.variable(parameter.name)
      lines.append("param \(name): \(parameter.type)\(value)")
    }
    if let effects, !effects.isEmpty { lines.append("effects \(effects)") }
    let body = lines.map { "  \($0)\n" }.joined()
    return "runbook \(CommandText.quoted(title)) {\n\(body)}\n"
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
