internal import Steward

/// `steward [run] FILE [--PARAMETER VALUE …]`.
struct RunSubcommand {
  private let file: String
  private let words: [String]
  private let wantsHelp: Bool

  init(_ words: [String], wantsHelp: Bool = false) throws(UsageError) {
    guard let file = words.first else {
      throw UsageError("run takes a file", help: "`steward run -` reads standard input")
    }
    self.file = file
    self.words = Array(words.dropFirst())
    self.wantsHelp = wantsHelp
  }

  static let help = HelpPage(
    .topic,
    "run",
    "Runs a script, or the fences of a Markdown file",
    [
      HelpSection("usage", [.usage(["steward [run] FILE", "[--PARAMETER VALUE …]"])]),
      HelpSection(
        nil,
        [
          .paragraph(
            "`-` is standard input. `steward FILE --help` shows the parameters that a runbook's header declares; those that are missing are asked for at a terminal, and `--params FILE` reads them from a JSON file."
          )
        ]
      ),
    ]
  )

  func run(_ run: ScriptRun) throws(UsageError) -> Int32 {
    let script = RunnableScript(try ScriptText.file(file))
    guard wantsHelp else { return try run.run(script, file: file, words: words) }
    return try run.explain(script, file: file)
  }
}
