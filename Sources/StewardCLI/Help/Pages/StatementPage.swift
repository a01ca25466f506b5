internal import StewardSyntax

/// The help on a word of the grammar that begins a statement, and on what belongs to one.
struct StatementPage: Sendable {
  let name: String
  /// A few words for a menu.
  let summary: String
  /// Whether a line can begin with it.
  let begins: Bool
  /// Other words under which people look for it.
  private let words: String
  private let usage: [String]
  private let notes: [String]
  private let examples: [(code: String, meaning: String)]
  private let related: [String]

  init(
    _ name: String,
    _ summary: String,
    begins: Bool = true,
    words: String = "",
    usage: [String],
    notes: [String],
    examples: [(code: String, meaning: String)],
    related: [String]
  ) {
    self.name = name
    self.summary = summary
    self.begins = begins
    self.words = words
    self.usage = usage
    self.notes = notes
    self.examples = examples
    self.related = related
  }

  var page: HelpPage {
    var page = HelpPage(
      .statement,
      name,
      summary,
      [
        HelpSection("usage", [.code(usage)]),
        HelpSection("notes", notes.map(HelpPart.paragraph)),
        HelpSection("examples", [.examples(examples)]),
        HelpSection("see also", [.pages(related)]),
      ].filter { !$0.isEmpty }
    )
    page.words = words
    return page
  }

  static let all = naming + choosing + repeating + failing + defining
}

extension StatementPage {
  private static let naming = [
    StatementPage(
      "let",
      "Names a value",
      words: "variable variables assign name set store",
      usage: ["let NAME = VALUE", "let NAME: TYPE = VALUE"],
      notes: [
        "A variable is written with `$` wherever it is used, and never changes. `mut` makes one that may.",
        "In parentheses a pipeline is a value. At the prompt variables stay until the session ends.",
      ],
      examples: [
        (#"let admins = (users list | where role == "admin"); print (len($admins))"#, "a list"),
        (
          "let since: duration = 30d; users list | where added_at > ago($since) | count",
          "with a type"
        ),
      ],
      related: ["mut", "const", "$_", "types"]
    ),
    StatementPage(
      "mut",
      "Names a value that may change",
      words: "variable variables assign counter increment",
      usage: ["mut NAME = VALUE", "$NAME = VALUE", "$NAME += VALUE", "$NAME -= VALUE"],
      notes: ["`+=` adds to a number or a time, and appends to text or a list."],
      examples: [
        ("mut n = 0; for u in (users list | first 3) { $n += 1 }; print $n", "a counter")
      ],
      related: ["let", "for", "while"]
    ),
    StatementPage(
      "const",
      "Names a value that is known before the run",
      words: "constant",
      usage: ["const NAME = VALUE"],
      notes: [
        "The value is worked out before the run, from literals, operators and other constants. A `def` sees constants, and no variables but its own."
      ],
      examples: [("const seats = 25; print ($seats - (users list | count))", "")],
      related: ["let"]
    ),
    StatementPage(
      "$_",
      "The last result at the prompt",
      begins: false,
      words: "last previous result it again",
      usage: ["$_", "| count"],
      notes: [
        "A line that begins with `|` goes on from it. It says what made it, and after a result that was not shown to its end it fetches the rest when it is used.",
        "`save-runbook` gives it a name.",
      ],
      examples: [],
      related: ["prompt", "let", "save-runbook"]
    ),
  ]

  private static let choosing = [
    StatementPage(
      "if",
      "Does something on a condition",
      words: "else condition conditional ternary",
      usage: ["if CONDITION { … }", "if CONDITION { … } else if CONDITION { … } else { … }"],
      notes: [
        "Only `true` is true: compare with something, as in `$n > 0` or `$x != null`. `and`, `or` and `not` join conditions.",
        "It has a value: that of the branch that is taken.",
      ],
      examples: [
        (#"if (users list | count) > 20 { print "many" } else { print "few" }"#, ""),
        (
          #"let word = if (users list | count) > 20 { "many" } else { "few" }; print $word"#,
          "its value"
        ),
      ],
      related: ["match", "where"]
    ),
    StatementPage(
      "match",
      "Chooses by a value",
      words: "switch case select branch",
      usage: ["match VALUE { PATTERN => …, PATTERN | PATTERN if CONDITION => …, _ => … }"],
      notes: ["The first pattern that fits is taken. `_` fits everything."],
      examples: [
        (
          #"users list | each {|u| match $u.role { "admin" | "billing" => "office", _ => "desk" } } | uniq"#,
          ""
        )
      ],
      related: ["if"]
    ),
  ]

  private static let repeating = [
    StatementPage(
      "for",
      "Does something for each element",
      words: "loop loops foreach iterate iteration repeat each range",
      usage: ["for NAME in VALUE { … }", "for NAME, INDEX in VALUE { … }"],
      notes: [
        "A list of the API is read as the loop needs it, page by page. `1..3` counts.",
        "`break` leaves the loop, `continue` goes on with the next element. `each` does the same within a pipeline and gives what its closure gives; `par-each` works on several rows at a time.",
      ],
      examples: [
        (
          #"for w in (workspaces list) { print "$w.name: $(workspaces members list $w.id | count)" }"#,
          "how many people each workspace has"
        ),
        ("for i in 1..3 { print $i }", ""),
      ],
      related: ["each", "par-each", "while", "break", "continue"]
    ),
    StatementPage(
      "while",
      "Does something while a condition is true",
      words: "loop loops until repeat",
      usage: ["while CONDITION { … }"],
      notes: ["`break` leaves the loop, `continue` goes on with the next round."],
      examples: [("mut n = 10; while $n > 3 { $n -= 3 }; print $n", "")],
      related: ["for", "break", "sleep"]
    ),
    StatementPage(
      "break",
      "Leaves a loop",
      begins: false,
      words: "loop stop",
      usage: ["break"],
      notes: [],
      examples: [
        (
          #"for u in (users list) { if $u.role == "admin" { print $u.email; break } }"#,
          "the first admin"
        )
      ],
      related: ["for", "while", "continue"]
    ),
    StatementPage(
      "continue",
      "Goes on with the next round of a loop",
      begins: false,
      words: "loop next skip",
      usage: ["continue"],
      notes: [],
      examples: [
        (
          #"for u in (users list | first 5) { if $u.role == "admin" { continue }; print $u.email }"#,
          ""
        )
      ],
      related: ["for", "while", "break"]
    ),
  ]

  private static let failing = [
    StatementPage(
      "try",
      "Goes on after an error",
      words: "catch finally exception handle error errors",
      usage: [
        "try { … } catch NAME { … }", "try { … } catch NAME if CONDITION { … } finally { … }",
      ],
      notes: [
        "`$e` has `kind`, `message`, and for what the API refused `status`, `api_code` and `request_id`. `help errors` lists the kinds.",
        "`each --on-error skip` goes on with the next row after one that failed.",
      ],
      examples: [
        (
          #"try { users get nobody@acme.example } catch e { print "no: $e.kind" }"#,
          ""
        )
      ],
      related: ["errors", "throw", "each"]
    ),
    StatementPage(
      "throw",
      "Ends with an error of your own",
      words: "raise fail error abort",
      usage: ["throw TEXT"],
      notes: ["The error has the kind `user`. `try` catches it."],
      examples: [
        (
          #"if (users list | count) < 2 { throw "too few people" } else { print "enough" }"#, ""
        )
      ],
      related: ["try", "errors", "exit"]
    ),
  ]

  private static let defining = [
    StatementPage(
      "def",
      "Makes a command",
      words: "function functions alias define own procedure macro",
      usage: ["def NAME … (PARAMETER: TYPE, --FLAG: TYPE = VALUE) { … }"],
      notes: [
        "A command of one's own has words, arguments with types, and can stand before a pipe. Its value is that of the last line, or of `return`.",
        "It sees its parameters, constants and other commands, no variables from outside. `## …` above it is its help.",
      ],
      examples: [
        (
          "def old-keys (days: int = 90) { api-keys list | where created_at < ago(days($days)) }; old-keys 400 | count",
          ""
        )
      ],
      related: ["closure", "source", "use", "runbooks"]
    ),
    StatementPage(
      "return",
      "Ends a command of your own with a value",
      begins: false,
      words: "def function result",
      usage: ["return", "return VALUE"],
      notes: [],
      examples: [("def double (n: int) -> int { return $n * 2 }; print (double 4)", "")],
      related: ["def"]
    ),
    StatementPage(
      "closure",
      "A piece of work that a command calls with each row",
      begins: false,
      words: "lambda function block anonymous each callback",
      usage: ["{|NAME| … }"],
      notes: [
        "Its value is that of its last line. Braces without bars are a record, or a block behind a word such as `if`.",
        "`where`, `select`, `sort` and `group` need none: in them a bare word is a field of the row.",
      ],
      examples: [
        ("users list | first 2 | each {|u| upper($u.name) }", ""),
        (
          "workspaces list | par-each {|w| {workspace: $w.name, people: (workspaces members list $w.id | count)} }",
          "several at a time"
        ),
      ],
      related: ["each", "par-each", "tap", "def"]
    ),
    StatementPage(
      "source",
      "Takes over what a file defines",
      words: "include import load module library file",
      usage: [#"source "FILE""#],
      notes: ["Its commands and constants are as if they stood here."],
      examples: [],
      related: ["use", "def", "runbooks"]
    ),
    StatementPage(
      "use",
      "Takes over what a file defines, under a name",
      words: "include import load module library file namespace",
      usage: [#"use "FILE" as NAME"#],
      notes: [
        "The name stands before what the file defines: `people.with-role admin`, `$people.TEAM`."
      ],
      examples: [],
      related: ["source", "def", "runbooks"]
    ),
  ]
}

extension HelpSection {
  fileprivate var isEmpty: Bool {
    parts.allSatisfy {
      switch $0 {
      case .examples(let examples): examples.isEmpty
      default: false
      }
    }
  }
}
