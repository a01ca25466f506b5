internal import StewardSyntax

/// The language on one screen.
enum LanguagePage {
  static var page: HelpPage {
    HelpPage(
      .topic,
      "language",
      "The language on one screen",
      [commands, stages, prefixes, values, statements, more]
    )
  }

  private static let commands = HelpSection(
    "commands",
    [
      .code(["users list --roles admin,billing | where added_at < ago(90d) | count"]),
      .paragraph(
        "Words, then flags; `|` hands rows on. In `where`, `select` and `sort` a bare word is a field of the row, and text stands in quotes."
      ),
    ]
  )

  private static let stages = HelpSection(
    "stages",
    [
      .terms(
        QueryVerb.allCases.map { HelpTerm($0.usage.joined(separator: " "), $0.summary) }
      )
    ]
  )

  private static let prefixes = HelpSection(
    "before a pipeline",
    [.terms(PrefixPage.all.map { HelpTerm("\($0.name) PIPELINE", $0.summary) })]
  )

  private static let values = HelpSection(
    "values",
    [
      .code([
        #"null true 42 1.25 12.50USD 90d @2026-10-01 "text" 'raw' [1, 2] {a: 1}"#,
        #""$name and $(users list | count)"   variables and pipelines in text"#,
        "$row.field   $row?.field where $row may be null   $x ?? 0 in place of null",
      ])
    ]
  )

  private static let statements = HelpSection(
    "statements",
    [
      .code([
        "let people = (users list)            never changes; mut does: $n += 1",
        "for p in $people { print $p.email }",
        "if $n > 3 { … } else { … }           while, match, try { … } catch e { … }",
        "def stale (days: int) { … }          a command of your own",
        "each {|u| users get $u.id }          a closure",
      ])
    ]
  )

  private static let more = HelpSection(
    nil,
    [
      .paragraph("A mistake is found before anything is sent."),
      .paragraph(
        "More: `help for` and so on for each word, `help commands`, `help functions`, `help types`, `help errors`."
      ),
    ]
  )
}
