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

  func run(_ run: ScriptRun) throws(UsageError) -> Int32 {
    let script = RunnableScript(try ScriptText.file(file))
    guard wantsHelp else { return try run.run(script, file: file, words: words) }
    return try run.explain(script, file: file)
  }
}
