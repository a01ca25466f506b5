extension ErrorCode {
  /// 01xx: statements, stages and braces.
  static let blocks: [ErrorCode] = [
    ErrorCode(
      "E0111",
      "a block that looks like a record",
      "Braces after a keyword or `=>` are a block. A record there stands in parentheses.",
      wrong: "let x = true\nif $x {a : 1}",
      right: "let x = true\nif $x { ({a: 1}) }"
    ),
    ErrorCode(
      "E0112",
      "`try` alone",
      "A `try` needs a `catch`, a `finally` or both: an error that nobody looks at would be lost.",
      wrong: "try { print 1 }",
      right: "try { print 1 } catch e { warn $e.message }"
    ),
    ErrorCode(
      "E0113",
      "a value after a pipe",
      "What comes after `|` takes rows: a command or a stage. A value, a function, `if`, `match` and `try` take no input.",
      wrong: "users list | 5",
      right: "users list | first 5"
    ),
    ErrorCode(
      "E0115",
      "a closure without bars",
      "A closure names what it is given between bars: `{|u| … }`. Braces alone are a record here.",
      wrong: "users list | each { users get $it.id }",
      right: "users list | each {|u| users get $u.id }"
    ),
    ErrorCode(
      "E0117",
      "a stage without rows before it",
      "`where`, `select`, `sort` and their like work on rows that come through a pipe.",
      wrong: #"where role == "admin""#,
      right: #"users list | where role == "admin""#
    ),
    ErrorCode(
      "E0119",
      "an assignment without `let` or `$`",
      "A new name is made by `let x = …` or, if it will change, `mut x = …`; what is there is assigned by `$x = …`. Environment variables are read with `env(\"X\")` and never set.",
      wrong: "x = 5",
      right: "let x = 5\nprint $x"
    ),
    ErrorCode(
      "E0123",
      "nested too deeply",
      "Brackets and blocks may stand 200 levels deep in each other. Take a part out with `let`.",
      wrong: "print " + String(repeating: "(", count: 201) + "1"
        + String(repeating: ")", count: 201),
      right: "print ((1))"
    ),
    ErrorCode(
      "E0125",
      "a bracket that closes nothing",
      "Its partner is missing, or stands inside a string or a comment.",
      wrong: "print 1 )",
      right: "print (1)"
    ),
    ErrorCode(
      "E0129",
      "a word of the language in the wrong place",
      "`in as and or not true false null if else` are no names, and a word such as `else` or `catch` stands behind its block only.",
      wrong: "let not = 1",
      right: "let negative = 1\nprint $negative"
    ),
    ErrorCode(
      "E0130",
      "a command where a value is wanted",
      "After `for … in`, `if`, `while` and `match` stands a value. A command gives one in parentheses.",
      wrong: "for u in users list { print $u.name }",
      right: "for u in (users list) { print $u.name }"
    ),
    ErrorCode(
      "E0131",
      "`by` that is not needed",
      "It is `group role` and `sort name`.",
      wrong: "users list | group by role",
      right: "users list | group role"
    ),
    ErrorCode(
      "E0135",
      "a runbook's header in the middle",
      "The header says what a script takes and may do, so it is the first statement, and there is one.",
      wrong: "print 1\nrunbook \"x\" { effects read }",
      right: "runbook \"x\" { effects read }\nprint 1"
    ),
    ErrorCode(
      "E0137",
      "a word that cannot be a command's name",
      "Names of commands are letters, digits and hyphens.",
      wrong: "users@list",
      right: "users list"
    ),
    ErrorCode(
      "E0142",
      "a prefix before more than one command",
      "`as-curl` shows the request of one command of the API, not of a pipeline.",
      wrong: "as-curl users list | count",
      right: "as-curl users list"
    ),
    ErrorCode(
      "E0143",
      "two prefixes",
      "`plan`, `explain` and `as-curl` each ask about what would run. A prefix runs nothing, so there is nothing to ask about it.",
      wrong: "explain plan users remove jane@acme.example",
      right: "plan users remove jane@acme.example"
    ),
  ]
}
