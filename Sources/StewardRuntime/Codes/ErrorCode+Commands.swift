extension ErrorCode {
  /// 03xx: commands and their arguments.
  static let commands: [ErrorCode] = [
    ErrorCode(
      "E0301",
      "an unknown command",
      "`help commands` lists them. A function is called with its parenthesis directly behind its name, a command has blanks between its words.",
      wrong: "users lst",
      right: "users list"
    ),
    ErrorCode(
      "E0302",
      "an unknown flag",
      "`COMMAND --help` lists its flags. Paging has none: lists follow every page, and `| first 10` asks for ten rows in one request.",
      wrong: "users list --limit 10",
      right: "users list | first 10"
    ),
    ErrorCode(
      "E0303",
      "too few or too many arguments",
      "The usage in the note shows what the command takes; what stands in brackets may be left out.",
      wrong: "users get",
      right: "users get jane@acme.example"
    ),
    ErrorCode(
      "E0304",
      "an argument of the wrong type",
      "A word is read as the type of its parameter: a number, a date, an id. An id of one thing is none of another, and only a name that is written in the script stands for an id.",
      wrong: "usage-report messages --starting-at yesterday",
      right: "usage-report messages --starting-at (ago(1d))"
    ),
    ErrorCode(
      "E0305",
      "null where it cannot be",
      "A value that is missing must not silently drop a filter. A flag written `--name?` is left out when its value is null.",
      wrong: "users get (null)",
      right: "let email: string? = null\nusers list --email? $email"
    ),
    ErrorCode(
      "E0306",
      "an amount without a currency",
      "A bare number could be dollars or cents, and the API counts cents. Write `500USD`.",
      wrong: "def pay (amount: money) { $amount }\npay 500",
      right: "def pay (amount: money) { $amount }\npay 500USD"
    ),
    ErrorCode(
      "E0307",
      "a number outside its range",
      "`first`, `skip`, `chunk` and `--jobs` count from 1, an exit status of a script is from 0 to 63.",
      wrong: "users list | first 0",
      right: "users list | first 1"
    ),
    ErrorCode(
      "E0308",
      "a stage without rows",
      "Most stages work on a list or a stream. One value is put into a list: `[$x]`.",
      wrong: "5 | count",
      right: "[5] | count"
    ),
    ErrorCode(
      "E0309",
      "a command that gives no value",
      "`print` and its like do something and give nothing, so there is nothing to keep.",
      wrong: "let x = (print 1)",
      right: "let x = 1\nprint $x"
    ),
  ]
}
