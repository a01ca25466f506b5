package import StewardRuntime
internal import StewardSyntax

/// The help, all of it derived from the vocabulary and the declarations of the command line.
package struct HelpPages: Sendable {
  package let vocabulary: Vocabulary

  package static let program: HelpPages = HelpPages(vocabulary: .program)

  /// The page on some words, for a terminal.
  ///
  /// - Throws: ``UsageError`` with the nearest topic, if there is none.
  package func page(on words: [String]) throws(UsageError) -> String {
    let pages = try pages(on: words)
    return pages.map { TerminalHelp($0, namesKind: pages.count > 1).text }.joined(separator: "\n")
  }

  /// All pages on some words: several things may have one name.
  func pages(on words: [String]) throws(UsageError) -> [HelpPage] {
    guard !words.isEmpty else { return [Overview.page] }
    let name = words.joined(separator: " ")
    let pages = pages(named: name)
    guard pages.isEmpty else { return pages }
    let group = vocabulary.commands.filter { $0.name.hasPrefix(name + " ") }
    guard group.isEmpty else { return [HelpLists.group(name, group)] }
    throw unknown(name)
  }

  private func pages(named name: String) -> [HelpPage] {
    let lists = HelpLists(vocabulary)
    var pages = HelpTopic.all.filter { $0.name == name }.map { $0.page(vocabulary) }
    pages += vocabulary.commands.filter { $0.name == name }
      .map { CommandPage($0, related: lists.related(to: $0)).page() }
    pages += QueryVerb.allCases.filter { $0.rawValue == name }.map { StagePage($0).page }
    pages += PrefixPage.all.filter { $0.name == name }.map(\.page)
    pages += AggregateFunction.allCases.filter { $0.name == name }.map { AggregatePage($0).page }
    pages += vocabulary.functions.filter { $0.name == name }.map { FunctionPage($0).page }
    pages += objects.filter { $0.title == name }
    pages += [ErrorCode.named(name)].compactMap(\.self).map { ErrorCodePage($0).page }
    return pages
  }

  /// What the pages say that somebody may type, each with the page's title.
  package var examples: [(page: String, code: String)] {
    let topics = HelpTopic.all.map { $0.page(vocabulary) }
    let pages = topics + Reference(vocabulary).chapters.flatMap(\.pages)
    return pages.flatMap { page in
      page.sections.flatMap(\.parts).flatMap { part -> [(page: String, code: String)] in
        guard case .examples(let examples) = part else { return [] }
        return examples.map { (page: page.title, code: $0.code) }
      }
    }
  }

  /// The names of all pages.
  package var titles: [String] { names }

  /// What the API gives.
  private var objects: [HelpPage] { ObjectPage.pages(of: vocabulary.commands) }

  private func unknown(_ name: String) -> UsageError {
    let nearest = Spelling.nearest(name, in: names)
    return UsageError(
      "no help on `\(name)`",
      help: nearest.map { "did you mean `help \($0)`?" } ?? "`help` lists the topics"
    )
  }

  private var names: [String] {
    let commands = vocabulary.commands
    var names = HelpTopic.all.map(\.name) + commands.compactMap(\.words.first)
    names += commands.map(\.name) + vocabulary.functions.map(\.name)
    names += QueryVerb.allCases.map(\.rawValue) + PrefixPage.all.map(\.name)
    names += AggregateFunction.allCases.map(\.name) + objects.map(\.title)
    return names + ErrorCode.all.map(\.code)
  }
}
