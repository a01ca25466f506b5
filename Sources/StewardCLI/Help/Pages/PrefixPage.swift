/// The help on a word before a pipeline that asks about it instead of running it.
struct PrefixPage {
  let name: String
  let summary: String
  private let notes: [String]
  private let example: String

  static let all = [
    PrefixPage(
      "as-curl",
      "The request of one command as a line for a shell; nothing is sent",
      notes: [
        "The key stands as $ANTHROPIC_ADMIN_KEY. Of a list it is the first page. Names in place of ids would have to be looked up: give the id."
      ],
      example: "as-curl users list --roles admin"
    )
  ]

  private init(_ name: String, _ summary: String, notes: [String], example: String) {
    self.name = name
    self.summary = summary
    self.notes = notes
    self.example = example
  }

  var page: HelpPage {
    HelpPage(
      .prefix,
      name,
      summary,
      [
        HelpSection("usage", [.usage(["\(name) PIPELINE"])]),
        HelpSection("notes", notes.map(HelpPart.paragraph)),
        HelpSection("example", [.examples([(code: example, meaning: "")])]),
      ]
    )
  }
}
