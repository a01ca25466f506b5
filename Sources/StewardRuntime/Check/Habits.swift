/// What people know from other tools, and what it is called here.
enum Habits {
  static let commands: [String: [String]] = [
    "take": ["first"], "head": ["first"], "limit": ["first"], "top": ["first"],
    "tail": ["last"], "sort-by": ["sort"], "order": ["sort"], "sort_by": ["sort"],
    "length": ["count"], "wc": ["count"], "size": ["count"], "filter": ["where"],
    "grep": ["where"], "map": ["each"], "foreach": ["each"], "for-each": ["each"],
    "xargs": ["each"], "echo": ["print"], "puts": ["print"], "println": ["print"],
    "cat": ["open"], "read": ["open"], "write": ["save"], "distinct": ["uniq"],
    "unique": ["uniq"], "reject": ["drop"], "group-by": ["group"], "unnest": ["flatten"],
    "explode": ["flatten"], "quit": ["exit"], "man": ["help"], "members": ["users", "workspaces"],
    "len": ["count"], "select-object": ["select"], "where-object": ["where"],
    "sort-object": ["sort"], "group-object": ["group"], "foreach-object": ["each"],
    "write-output": ["print"], "write-host": ["print"],
    "printf": ["print"], "console.log": ["print"], "order_by": ["sort"], "pluck": ["get"],
    "limit-object": ["first"], "reduce": ["agg"], "fold": ["agg"], "some": ["where"],
    "me": ["organization"], "keys": ["api-keys"], "usage": ["usage-report"],
    "cost": ["cost-report"], "costs": ["cost-report"], "whoami": ["organization"],
  ]

  static let verbs: [String: [String]] = [
    "ls": ["list"], "show": ["get"], "retrieve": ["get"], "describe": ["get"],
    "rm": ["remove", "delete"], "delete": ["remove", "archive"], "del": ["remove", "delete"],
    "remove": ["delete", "archive"], "new": ["create", "add"], "add": ["create"],
    "invite": ["create"], "set": ["update"], "edit": ["update"], "change": ["update"],
    "modify": ["update"], "disable": ["update"], "all": ["list"],
  ]

  /// What words at the beginning of a line mean elsewhere, and what is written here.
  static let statements: [String: String] = [
    "function": defined, "fn": defined, "func": defined, "fun": defined, "sub": defined,
    "proc": defined,
    "var": bound, "set": bound, "my": bound, "local": bound, "declare": bound, "val": bound,
    "import": loaded, "require": loaded, "include": loaded, "from": loaded,
    "do": inBraces, "done": inBraces, "then": inBraces, "fi": inBraces, "end": inBraces,
    "begin": inBraces, "endif": inBraces, "esac": inBraces,
    "ls": listed, "dir": listed, "cd": "it stays in the folder where it was started",
    "elif": "a further condition is written `else if`",
    "elsif": "a further condition is written `else if`",
    "switch": "write `match x { \"a\" => …, _ => … }`",
    "case": "write `match x { \"a\" => …, _ => … }`",
    "foreach": "write `for x in (…) { … }`, or `| each {|x| … }`",
    "unless": "write `if not … { … }`", "until": "write `while not … { … }`",
    "raise": "write `throw \"…\"`", "fail": "write `throw \"…\"`",
    "die": "write `throw \"…\"`", "except": "write `catch e { … }` behind the block of a `try`",
    "True": "write `true`", "False": "write `false`", "None": "write `null`",
    "nil": "write `null`", "NULL": "write `null`", "undefined": "write `null`",
    "pass": "an empty block is written `{ }`", "async": "requests need no word of their own",
    "await": "requests need no word of their own", "curl": "`api get PATH` reads any path",
    "jq": "a field is taken by `| get name`, rows by `| where …`",
    "history": "Ctrl-R looks for an earlier line, ↑ goes back to it",
    "kubectl": named, "gh": named, "gam": named, "ant": named, "sudo": named,
    "steward": "this is steward: write what stands behind it, or leave by Ctrl-D",
    "show": "one is read by `… get`, many by `… list`: `help commands` lists them",
    "export": saved, "download": saved, "backup": "`organization snapshot` takes down everything",
    "format-table": shown, "ft": shown, "format-list": shown, "fl": shown, "column": shown,
    "less": shown, "more": shown, "out-host": shown,
    "convertto-json": "`| to json` writes text, `| save FILE.json` a file",
    "convertto-csv": "`| to csv` writes text, `| save FILE.csv` a file",
    "export-csv": saved, "out-file": saved, "set-content": saved,
    "tee": "`| save FILE` writes rows; `| tap {|x| … }` looks at rows that go on",
    "measure": counted, "measure-object": counted,
    "awk": "a field is taken by `| get name`, rows by `| where …`",
    "sed": "text is changed by replace() and by `=~`: `help functions`",
    "cut": "fields are chosen by `| select a, b`",
    "SELECT": "write `users list | where … | select …`",
    "FROM": "write `users list | where … | select …`",
  ]

  private static let named = "its commands begin with what they are about: `users list`"
  private static let saved = "rows go to a file by `| save FILE.csv`, or `.json`"
  private static let shown = "a table is shown as it is; `| select a, b` chooses its columns"
  private static let counted =
    "`| count` counts, `| sum x` adds up, `| describe` tells of each field"
  private static let listed = "`help commands` lists the commands; `open FILE` reads a file"
  private static let defined = "a command is defined by `def name (…) { … }`"
  private static let bound = "a variable is made by `let x = …`, one that changes by `mut x = …`"
  private static let loaded = "write `source \"file.steward\"`, or `use \"file.steward\" as name`"
  private static let inBraces = "a block stands in braces: `{ … }`"

  /// What a variable is called elsewhere that nobody has declared; nil for any other name.
  static func variable(_ name: String) -> String? {
    switch name {
    case "it", "in", "item", "this", "PSItem", "row":
      "a closure names its row: `{|x| … $x … }`"
    case "env", "ENV": "a variable of the environment is read by env(\"NAME\")"
    case "true", "false", "null": "write `\(name)` without `$`"
    case "args", "argv", "ARGV": "`--arg NAME VALUE` gives a script $NAME; a runbook has `param`"
    case let name where name.count > 1 && name.utf8.allSatisfy({ !(0x61...0x7A ~= $0) }):
      "for a variable of the environment: env(\"\(name)\")"
    default: nil
    }
  }

  static let types: [String: [String]] = [
    "integer": ["int"], "number": ["decimal"], "num": ["decimal"], "double": ["float"],
    "boolean": ["bool"], "array": ["list"], "object": ["record"], "dict": ["map"],
    "hash": ["map"], "timestamp": ["datetime"], "time": ["datetime"], "function": ["closure"],
    "email": ["string"], "path": ["string"],
  ]

  static let effects: [String: [String]] = [
    "delete": ["destroy"], "remove": ["destroy"], "write": ["update"], "change": ["update"],
    "edit": ["update"], "add": ["create"], "revoke": ["cut"], "disable": ["cut"],
  ]

  /// Flags of elsewhere that no command has, and what is written instead.
  static let flags: [String: String] = [
    "format": written, "output": written, "o": written, "out": written, "json": written,
    "csv": written, "yaml": written, "table": written,
    "filter": "rows are chosen by `| where …`", "query": "rows are chosen by `| where …`",
    "where": "rows are chosen by `| where …`", "search": "rows are chosen by `| where …`",
    "sort": "rows are sorted by `| sort x`", "sort-by": "rows are sorted by `| sort x`",
    "order": "rows are sorted by `| sort x`", "fields": "fields are chosen by `| select a, b`",
    "columns": "fields are chosen by `| select a, b`",
    "select": "fields are chosen by `| select a, b`",
    "older-than": aged, "newer-than": aged, "since": aged, "before": aged, "after": aged,
    "older": aged, "age": aged,
    "all": "lists follow all pages by themselves",
    "dry-run": "`plan` before a command shows what it would change",
    "whatif": "`plan` before a command shows what it would change",
    "yes": "changes are asked about, or allowed for a whole run: `help safety`",
    "y": "changes are asked about, or allowed for a whole run: `help safety`",
    "force": "changes are asked about, or allowed for a whole run: `help safety`",
  ]

  private static let written = "`| to json` and `| to csv` write text, `| save FILE.csv` a file"

  private static let aged = "`| where created_at < ago(90d)` is older than 90 days"

  /// Fields that rows have elsewhere, where these have a time instead.
  static func field(_ name: String, times: [String]) -> String? {
    guard ["age", "older", "days_old", "created_ago"].contains(name), let time = times.first
    else { return nil }
    return "`\(time) < ago(90d)` is older than 90 days"
  }

  /// Functions of elsewhere that are none here, and what is written instead.
  static let calls: [String: String] = [
    "range": "the numbers from 1 to 3 are written 1..3",
    "ends_with": "write `text =~ \"…$\"`", "endswith": "write `text =~ \"…$\"`",
    "print": "`print` is a command", "if": "`if … { … } else { … }` is a value",
    "sum": "rows are added up by `| sum x`", "sorted": "rows are sorted by `| sort x`",
    "filter": "rows are chosen by `| where …`", "map": "rows are changed by `| each {|x| … }`",
    "coalesce": "write `a ?? b`", "isnull": "write `x == null`", "is_null": "write `x == null`",
    "open": "`(open FILE)` is a command", "input": "a runbook asks for its parameters",
  ]

  static let functions: [String: [String]] = [
    "length": ["len"], "size": ["len"], "strlen": ["len"], "tolower": ["lower"],
    "lowercase": ["lower"], "toupper": ["upper"], "uppercase": ["upper"], "strip": ["trim"],
    "join": ["join_text"], "keys": ["names"], "str": ["text"], "string": ["text"],
    "float": ["decimal"], "number": ["decimal"], "typeof": ["type_of"], "min": ["min_of"],
    "max": ["max_of"], "includes": ["contains"], "startswith": ["starts_with"], "coalesce": [],
  ]
}
