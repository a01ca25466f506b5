/// `steward [run] FILE`.
struct RunSubcommand {
  private let file: String

  init(_ words: [String]) throws(UsageError) {
    guard let file = words.first else {
      throw UsageError("run takes a file", help: "`steward run -` reads standard input")
    }
    if let extra = words.dropFirst().first {
      throw UsageError(
        "`\(extra)` behind \(file): a script takes no words",
        help: "--arg NAME VALUE binds $NAME"
      )
    }
    guard !file.hasSuffix(".md") else {
      throw UsageError(
        "\(file) is Markdown, and only .steward files can be run",
        help: "`steward -c` takes a block of it"
      )
    }
    self.file = file
  }

  func run(_ script: ScriptRun) throws(UsageError) -> Int32 {
    try script.run(ScriptText.file(file))
  }
}
