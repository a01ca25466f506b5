internal import StewardRuntime
internal import StewardSyntax

/// The help on one stage of the grammar.
struct StagePage {
  private let verb: QueryVerb

  init(_ verb: QueryVerb) { self.verb = verb }

  var page: HelpPage {
    HelpPage(
      .stage,
      verb.rawValue,
      verb.summary,
      [
        HelpSection("usage", [.usage(["ROWS |"] + verb.usage)]),
        HelpSection("notes", verb.notes.map(HelpPart.paragraph)),
        HelpSection("examples", [.examples(verb.examples.map { (code: $0, meaning: "") })]),
      ]
    )
  }
}
