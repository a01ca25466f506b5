package import StewardRuntime
internal import StewardSyntax

/// The help, all of it derived from the vocabulary and the declarations of the command line.
package struct HelpPages {
  package let vocabulary: Vocabulary

  package static let program: HelpPages = HelpPages(vocabulary: .program)

  /// Pages that are not about one command or function.
  private static let topics: [(name: String, page: @Sendable (Vocabulary) -> String)] = [
    ("commands", { CommandList($0.commands).text }),
    ("functions", { FunctionList($0.functions).text }),
    ("language", { _ in LanguagePage.text }),
    ("run", { _ in "steward [run] FILE\n\nRuns a script; - is standard input.\n" }),
    ("check", { _ in CheckSubcommand.help }),
    ("fmt", { _ in FmtSubcommand.help }),
    ("sandbox", { _ in SandboxSubcommand.help }),
    ("doctor", { _ in DoctorSubcommand.help }),
  ]

  /// The page on some words.
  ///
  /// - Throws: ``UsageError`` with the nearest topic, if there is none.
  package func page(on words: [String]) throws(UsageError) -> String {
    guard !words.isEmpty else { return Overview.text }
    let name = words.joined(separator: " ")
    let pages = pages(on: name)
    guard pages.isEmpty else { return pages.joined(separator: "\n") }
    let group = vocabulary.commands.filter { $0.name.hasPrefix(name + " ") }
    guard group.isEmpty else { return CommandList(group).text }
    throw unknown(name)
  }

  private func pages(on name: String) -> [String] {
    var pages: [String] = []
    if let topic = Self.topics.first(where: { $0.name == name }) {
      pages.append(topic.page(vocabulary))
    }
    if let command = vocabulary.commands.first(where: { $0.name == name }) {
      pages.append(CommandPage(command).text)
    }
    if let function = vocabulary.functions.first(where: { $0.name == name }) {
      pages.append(FunctionPage(function).text)
    }
    if let stage = QueryStage.named(name) { pages.append(stage.text) }
    if let prefix = Prefix.named(name) { pages.append(prefix.text) }
    if name == "exit" { pages.append(ExitStatusPage.text) }
    return pages
  }

  private func unknown(_ name: String) -> UsageError {
    let commands = vocabulary.commands
    var names = Self.topics.map(\.name) + commands.compactMap(\.words.first)
    names += commands.map(\.name) + vocabulary.functions.map(\.name)
    names += QueryStage.all.map(\.name) + Prefix.all.map(\.name)
    let nearest = Spelling.nearest(name, in: names)
    return UsageError(
      "no help on `\(name)`",
      help: nearest.map { "did you mean `help \($0)`?" } ?? "`help commands` lists the commands"
    )
  }
}
