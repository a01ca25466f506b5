extension ErrorCode {
  /// 04xx.
  static let use: [ErrorCode] = [
    ErrorCode(
      "W0401",
      "a comparison or calculation with what may be null",
      "A comparison with null is never true, so `where` leaves such rows out; a calculation with null is an error. `??` gives a value instead, `x != null and …` says that the row is to be left out.",
      wrong: "[{n: 1}, {n: null}] | where n > 0",
      right: "[{n: 1}, {n: null}] | where n != null and n > 0"
    ),
    ErrorCode(
      "W0403",
      "a field that no row had",
      "The rows are untyped, so this is known only when they have all been read. Perhaps the word is meant as text: quote it.",
      wrong: "let rows: list<any> = [{status: \"active\"}]\n$rows | where status == active",
      right: "let rows: list<any> = [{status: \"active\"}]\n$rows | where status == \"active\""
    ),
    ErrorCode(
      "W0410",
      "statements that are never reached",
      "They stand behind `return`, `throw`, `exit`, `break` or `continue`.",
      wrong: "throw \"x\"\nprint 1",
      right: "print 1\nthrow \"x\""
    ),
    ErrorCode(
      "W0411",
      "a `match` that leaves out values",
      "The value is one of a known set, and no arm takes some of them. Add arms, or `_ => …` for all others.",
      wrong:
        "for k in (api-keys list) { match $k.status { \"active\" => { print \"on\" } } }",
      right:
        "for k in (api-keys list) { match $k.status { \"active\" => { print \"on\" } _ => { print \"off\" } } }"
    ),
    ErrorCode(
      "W0413",
      "a condition that is always the same",
      "It compares constants, or is one. In a row expression a bare word is a field, in quotes it is text.",
      wrong: #"users list | where "role" == "admin""#,
      right: #"users list | where role == "admin""#
    ),
    ErrorCode(
      "W0414",
      "rows that nobody uses",
      "A script shows the value of its last statement only. Keep the rows with `let`, or hand them on.",
      wrong: "users list\nprint \"done\"",
      right: "users list | save --force users.csv\nprint \"done\""
    ),
    ErrorCode(
      "W0415",
      "a word where a variable was probably meant",
      "A bare word is text. What a variable holds is written with `$`.",
      wrong: "for u in (users list) { print u.email }",
      right: "for u in (users list) { print $u.email }"
    ),
  ]

  /// 05xx.
  static let effects: [ErrorCode] = [
    ErrorCode(
      "E0501",
      "a def that does more than its effects say",
      "The clause is a promise to whoever calls it. Add the effect to it, or leave the command out.",
      wrong: "def f () effects read { users remove jane@acme.example }",
      right: "def f () effects read, destroy { users remove jane@acme.example }"
    ),
    ErrorCode(
      "E0502",
      "a script that does more than its header allows",
      "A runbook's header is a ceiling, whatever the command line allows. Add the effect to it, or leave the command out.",
      wrong: "runbook \"Look\" { effects read }\nusers remove jane@acme.example",
      right: "runbook \"Leave\" { effects read, destroy }\nusers remove jane@acme.example"
    ),
    ErrorCode(
      "E0520",
      "a secret that would leave the run",
      "What is printed, logged, saved or sent would be the secret's text, or dots in its place. Compare it, or hand it to a parameter of type `secret`.",
      wrong: "print (env(\"API_TOKEN\"))",
      right: "let token = env(\"API_TOKEN\")\nprint ($token == null)"
    ),
    ErrorCode(
      "E0503",
      "a function with effects",
      "Inside an expression only pure defs may be called. Call it as a command, in parentheses.",
      wrong: "def f () { users list | count }\n[1] | select n = f()",
      right: "def f () { users list | count }\nlet n = (f)\n[1] | select n = $n"
    ),
    ErrorCode(
      "E0504",
      "an unknown effect",
      "There are `read reveal create update grant cut destroy file prompt exec`; `help effects` explains them.",
      wrong: "runbook \"Look\" { effects raed }\nprint 1",
      right: "runbook \"Look\" { effects read }\nprint 1"
    ),
    ErrorCode(
      "W0510",
      "a change that cannot be predicted",
      "A command of the host's own cannot say beforehand what it will change. Together with what cuts or destroys no plan can be made, and the run is refused unless the host allows what is not planned.",
      wrong: "deploy restart web",
      right: nil
    ),
    ErrorCode(
      "W0511",
      "a plan of what changes nothing",
      "`plan` shows what a pipeline would change. This one only reads or computes, so that its plan is empty.",
      wrong: "plan users list",
      right: "users list"
    ),
  ]

  /// 07xx.
  static let files: [ErrorCode] = [
    ErrorCode(
      "E0701",
      "a module that does something",
      "A file that is named by `source` or `use` has nothing but defs and constants: naming it must change nothing.",
      wrong: "source \"acting.steward\"",
      right: nil
    ),
    ErrorCode(
      "E0702",
      "modules in a circle",
      "A module names another that, by whatever way, names it. Move what both need into a third.",
      wrong: "source \"first.steward\"",
      right: nil
    ),
    ErrorCode(
      "E0703",
      "a parameter with the name of an option",
      "Runbooks take their parameters as flags beside the options of `steward`, so the two have different names.",
      wrong: "runbook \"Look\" {\n  param output: string\n}\nprint $output",
      right: "runbook \"Look\" {\n  param file: string\n}\nprint $file"
    ),
    ErrorCode(
      "E0704",
      "a file that cannot be used",
      "A module is a file below the script's folder, named by plain text; the note says what is wrong with it. A file that rows are saved to has an extension that names their format.",
      wrong: "source \"nowhere.steward\"",
      right: nil
    ),
    ErrorCode(
      "E0710",
      "a script that a page hides",
      "In a Markdown runbook only fences at the top level run. One inside HTML would run without being seen by a reader.",
      wrong: "<!--\n```steward\nprint 1\n```\n-->",
      right: "```steward\nprint 1\n```"
    ),
  ]
}
