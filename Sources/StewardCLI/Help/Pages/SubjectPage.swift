internal import StewardRuntime

/// The help on something that several commands are about, without one that has its name.
enum SubjectPage {
  static func cost(_ vocabulary: Vocabulary) -> HelpPage {
    page(
      "cost",
      "What is paid, by day, workspace, model and person",
      ["cost", "spend-limits"],
      vocabulary
    )
  }

  static func usage(_ vocabulary: Vocabulary) -> HelpPage {
    page(
      "usage",
      "What is used: tokens, requests, people and seats",
      ["usage", "analytics"],
      vocabulary
    )
  }

  /// Commands with a word that begins so, and the tasks that use them.
  private static func page(
    _ name: String,
    _ summary: String,
    _ beginnings: [String],
    _ vocabulary: Vocabulary
  ) -> HelpPage {
    let commands = vocabulary.commands.filter { command in
      command.words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
    let names = Set(commands.map(\.name))
    let tasks = HelpTask.all.filter { task in
      task.lines.contains { line in names.contains { line.code.contains($0 + " ") } }
    }
    return HelpPage(
      .topic,
      name,
      summary,
      [
        HelpSection("how to", [.terms(tasks.map { HelpTerm("help \($0.title)", $0.question) })]),
        HelpSection("commands", [.terms(commands.map { HelpTerm($0.name, $0.summary) })]),
        HelpSection("see also", [.pages(["money", "time"])]),
      ]
    )
  }
}
