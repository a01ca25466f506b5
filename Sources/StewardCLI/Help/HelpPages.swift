package import StewardRuntime
internal import StewardSyntax

/// The help, all of it derived from the vocabulary and the declarations of the command line.
package struct HelpPages: Sendable {
  package let vocabulary: Vocabulary
  /// Made when somebody searches.
  let index: Deferred<SearchIndex>

  package static let program: HelpPages = HelpPages(.program)

  private init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    index = Deferred { SearchIndex(Self.all(of: vocabulary)) }
  }

  /// The page on some words, for a terminal.
  ///
  /// - Throws: ``UsageError`` with the nearest topic and what a search finds, if there is none.
  package func page(on words: [String]) throws(UsageError) -> String {
    try page(on: words, .plain)
  }

  func page(on words: [String], _ look: HelpLook) throws(UsageError) -> String {
    text(of: try pages(on: words), look)
  }

  /// What `help` shows at the prompt.
  package var overviewOfPrompt: String { text(of: [Overview.ofPrompt], .plain) }

  /// Pages below each other; where several have one name they say of what kind they are.
  func text(of pages: [HelpPage], _ look: HelpLook) -> String {
    pages.map { TerminalHelp($0, namesKind: pages.count > 1, look).text }.joined(separator: "\n")
  }

  /// All pages on some words: several things may have one name.
  func pages(on words: [String]) throws(UsageError) -> [HelpPage] {
    guard let first = words.first else { return [Overview.page] }
    if first == "find" { return [try found(words.dropFirst().joined(separator: " "))] }
    let name = words.joined(separator: " ")
    let pages = pages(named: name)
    guard pages.isEmpty else { return pages }
    throw unknown(name)
  }

  /// Whether some words are the name of a command, an object or a topic.
  func explains(_ words: some Sequence<String>) -> Bool {
    let name = words.joined(separator: " ")
    return !name.isEmpty && !pages(named: name).isEmpty
  }

  func pages(named name: String) -> [HelpPage] {
    let lists = HelpLists(vocabulary)
    var pages = HelpTopic.all.filter { $0.name == name }.map { $0.page(vocabulary) }
    pages += HelpTask.all.filter { $0.title == name || $0.asks(name) }
      .map { $0.page(related: mentioned(in: $0.lines.map(\.code))) }
    pages += vocabulary.commands.filter { $0.name == name }
      .map { CommandPage($0, related: lists.related(to: $0)).page() }
      .map { $0.adding(tasks(with: name)) }
    pages += QueryVerb.allCases.filter { $0.rawValue == name }.map { StagePage($0).page }
    pages += StatementPage.all.filter { $0.name == name }.map(\.page)
    pages += PrefixPage.all.filter { $0.name == name }.map(\.page)
    pages += DirectivePage.pages.filter { $0.title == name }
    pages += AggregateFunction.allCases.filter { $0.name == name }.map { AggregatePage($0).page }
    pages += vocabulary.functions.filter { $0.name == name }.map { FunctionPage($0).page }
    pages += objects.filter { $0.title == name }
    pages += [ErrorCode.named(name)].compactMap(\.self).map(page)
    pages += KindPage.pages.filter { $0.title == name }
    if pages.allSatisfy({ $0.kind == .function || $0.kind == .type }) {
      pages += ResourcePage.pages(of: vocabulary).filter { $0.title == name }
        .map { $0.adding(tasks(with: name)) }
    }
    return pages.isEmpty ? objects.filter { $0.title.lowercased() == name.lowercased() } : pages
  }

  private func page(_ code: ErrorCode) -> HelpPage {
    ErrorCodePage(code, related: mentioned(in: [code.wrong, code.right ?? ""])).page
  }

  /// What the pages say that somebody may type, each with the page's title.
  package var examples: [(page: String, code: String)] {
    let topics = HelpTopic.all.map { $0.page(vocabulary) } + KindPage.pages
    let pages = topics + Reference(vocabulary).chapters.flatMap(\.pages)
    return pages.flatMap { page in page.examples.map { (page: page.title, code: $0) } }
  }

  /// The lines of all tasks, each with the title of its page.
  package var taskLines: [(task: String, code: String)] {
    HelpTask.all.flatMap { task in task.lines.map { (task: task.title, code: $0.code) } }
  }

  /// The names of all pages.
  package var titles: [String] {
    let commands = vocabulary.commands
    var names = HelpTopic.all.map(\.name) + ResourcePage.pages(of: vocabulary).map(\.title)
    names += commands.map(\.name) + vocabulary.functions.map(\.name)
    names += QueryVerb.allCases.map(\.rawValue) + PrefixPage.all.map(\.name)
    names += StatementPage.all.map(\.name) + DirectivePage.pages.map(\.title)
    names += AggregateFunction.allCases.map(\.name) + objects.map(\.title)
    names += HelpTask.all.map(\.title) + KindPage.pages.map(\.title)
    return names + ErrorCode.all.map(\.code)
  }

  /// What the API gives.
  private var objects: [HelpPage] { ObjectPage.pages(of: vocabulary.commands) }
}

extension HelpTask {
  /// Whether a text is its question, but for capitals and the mark at the end.
  fileprivate func asks(_ text: String) -> Bool {
    SearchWords.pieces(of: question) == SearchWords.pieces(of: text)
  }
}

extension HelpPage {
  /// What it says that somebody may type.
  var examples: [String] {
    sections.flatMap(\.parts).flatMap { part -> [String] in
      guard case .examples(let examples) = part else { return [] }
      return examples.map(\.code)
    }
  }

  /// With a few tasks to read on.
  fileprivate func adding(_ tasks: [HelpTask]) -> HelpPage {
    guard !tasks.isEmpty else { return self }
    var page = self
    let terms = tasks.prefix(5).map { HelpTerm("help \($0.title)", $0.question) }
    page.sections.append(HelpSection("how to", [.terms(Array(terms))]))
    return page
  }
}
