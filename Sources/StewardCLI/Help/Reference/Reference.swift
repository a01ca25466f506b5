internal import StewardRuntime
internal import StewardSyntax

/// All that a script can call, in the order of the reference.
struct Reference {
  struct Chapter {
    let title: String
    let pages: [HelpPage]
  }

  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  var chapters: [Chapter] {
    [
      Chapter(title: "What administrators do", pages: HelpTask.all.map { $0.page() }),
      Chapter(
        title: "Stages of the language",
        pages: QueryVerb.allCases.map { StagePage($0).page }
      ),
      Chapter(title: "Words of the language", pages: StatementPage.all.map(\.page)),
      Chapter(title: "Before a pipeline", pages: PrefixPage.all.map(\.page)),
    ] + commands
      + [Chapter(title: "Objects of the API", pages: ObjectPage.pages(of: vocabulary.commands))]
      + functions
  }

  private var commands: [Chapter] {
    let lists = HelpLists(vocabulary)
    return lists.areas.map { area in
      let pages = area.commands.map { command in
        CommandPage(command, related: lists.related(to: command)).page(withFields: false)
      }
      return Chapter(title: area.title, pages: pages)
    }
  }

  private var functions: [Chapter] {
    let aggregates = AggregateFunction.allCases.map { AggregatePage($0).page }
    return HelpLists(vocabulary).functionAreas.map { area in
      Chapter(
        title: "Functions: \(area.title.prefix(1).lowercased() + area.title.dropFirst())",
        pages: area.functions.map { FunctionPage($0).page }
      )
    } + [Chapter(title: "Functions over many rows", pages: aggregates)]
  }
}
