/// The help on a word before a pipeline that asks about it instead of running it.
struct PrefixPage {
  let name: String
  let summary: String
  private let notes: [String]
  private let example: String

  static let all = [
    PrefixPage(
      "plan",
      "What a pipeline would change, by name; only reads are sent",
      notes: [
        "Goes through the pipeline as a run would. Each change is written down and answered by what "
          + "it would do, so that later stages see it; files are not written, nothing is printed, "
          + "and variables stay as they are. `exit` ends the plan.",
        "A terminal shows the report of `steward plan`. The rows behind it have command, subject, "
          + "effects, arguments, before, after, also and place: "
          + "`(plan …) | where \"destroy\" in effects` goes on with them.",
        "It may be used where changes are forbidden, such as in a session that only reads.",
      ],
      example: "plan users remove jane@acme.example"
    ),
    PrefixPage(
      "explain",
      "What a pipeline would do, stage by stage; nothing is sent and nothing is run",
      notes: [
        "Says for the source the first request, how many there will be, the comparisons that are "
          + "pushed down to the server and the fields that are decoded; for each stage whether "
          + "it streams or takes everything first, and what it holds in memory; and for what "
          + "changes something the effects, and whether you are asked.",
        "What only the run will tell stands as {name}. Commands in a closure, in a def or in "
          + "parentheses follow the stage that they are in, as 2.1.",
        "`--output json` gives the same as a list of records.",
      ],
      example: #"explain users list | where email == "jane@acme.example" | count"#
    ),
    PrefixPage(
      "as-curl",
      "The request of one command as a line for a shell; nothing is sent",
      notes: [
        "The key stands as $ANTHROPIC_ADMIN_KEY. Of a list it is the first page. Names in place of ids would have to be looked up: give the id."
      ],
      example: "as-curl users list --roles admin"
    ),
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
