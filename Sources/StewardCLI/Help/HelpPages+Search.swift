internal import StewardRuntime
internal import StewardSyntax

extension HelpPages {
  /// All pages, once each.
  static func all(of vocabulary: Vocabulary) -> [HelpPage] {
    var pages = HelpTopic.all.map { $0.page(vocabulary) }
    pages += HelpTask.all.map { task in
      var page = task.page()
      page.words = task.words
      return page
    }
    let isTask: (Reference.Chapter) -> Bool = { $0.pages.first?.kind == .task }
    pages += Reference(vocabulary).chapters.filter { !isTask($0) }.flatMap(\.pages)
    pages += ResourcePage.pages(of: vocabulary) + KindPage.pages + DirectivePage.pages
    return pages + ErrorCode.all.map { ErrorCodePage($0).page }
  }

  /// The titles that a search finds, the best first: for `help find`, and where a topic is unknown.
  package func search(_ words: String) -> [String] {
    SearchPage.worthwhile(index.value.results(for: words)).map(\.title)
  }

  /// The tasks among what is found, the best first.
  func tasks(answering question: String) -> [(title: String, summary: String)] {
    SearchPage.worthwhile(index.value.results(for: question))
      .filter { $0.title.hasPrefix("how ") }
      .map { ($0.title, $0.summary) }
  }

  func found(_ words: String) throws(UsageError) -> HelpPage {
    guard !SearchWords.pieces(of: words).isEmpty else {
      throw UsageError("`help find` needs words", help: "such as `help find rotate keys`")
    }
    return SearchPage(words, index.value).page
  }

  func unknown(_ name: String) -> UsageError {
    let found = search(name).prefix(3).map { "`help \($0)`" }
    if let near = Spelling.nearest(name, in: titles) {
      return UsageError("no help on `\(name)`", help: "did you mean `help \(near)`?")
    }
    guard !found.isEmpty else {
      return UsageError("no help on `\(name)`", help: "`help` lists the topics")
    }
    return UsageError(
      "no help on `\(name)`",
      help: "perhaps \(found.joined(separator: ", ")); `help find \(name)` shows more"
    )
  }

  /// The commands and stages that some lines use, in the order of the vocabulary.
  func mentioned(in lines: [String]) -> [String] {
    let text = Self.words(of: lines)
    let commands = vocabulary.commands.filter {
      text.contains(($0.words.count == 1 ? "| " : " ") + $0.name + " ")
    }
    .map(\.name)
    let stages = QueryVerb.allCases.map(\.rawValue).filter { text.contains("| \($0) ") }
    return commands + stages
  }

  /// In one line, with a blank on both sides of each command.
  private static func words(of lines: [String]) -> String {
    " \(lines.joined(separator: " ")) ".replacing("(", with: " ").replacing("\n", with: " ")
  }

  /// Tasks whose lines use the command, or commands that begin so.
  func tasks(with name: String) -> [HelpTask] {
    HelpTask.all.filter { task in
      Self.words(of: task.lines.map(\.code)).contains(" \(name) ")
    }
  }
}
