extension ErrorCode {
  /// 01xx: expressions, and words between commands and expressions.
  static let words: [ErrorCode] = [
    ErrorCode(
      "E0101",
      "something cannot stand here",
      "A function is called by its name: `len($xs)`. A closure in a variable is run by `call $f`, an element of a list is taken by `[0]`.",
      wrong: "let f = {|x| $x }\n$f(1)",
      right: "let f = {|x| $x }\ncall $f 1"
    ),
    ErrorCode(
      "E0102",
      "something is missing",
      "The text ends, or goes on with something else, where a value, a name or a sign has to stand. The message says which.",
      wrong: "let x = ",
      right: "let x = 1\nprint $x"
    ),
    ErrorCode(
      "E0104",
      "a single `=` in a condition",
      "`=` gives a value to a name. Two values are compared by `==`.",
      wrong: #"users list | where role = "admin""#,
      right: #"users list | where role == "admin""#
    ),
    ErrorCode(
      "E0105",
      "comparisons in a chain",
      "`a < b < c` would compare true or false with `c`. Join two comparisons with `and`.",
      wrong: "let a = 1\nprint ($a < 2 < 3)",
      right: "let a = 1\nprint ($a < 2 and $a < 3)"
    ),
    ErrorCode(
      "E0110",
      "an operator among the words of a command",
      "After a command's name come words and flags. An expression goes in parentheses, rows are written to a file with `| save FILE`, and a second command stands on its own line.",
      wrong: "users list > out.csv",
      right: "users list | save --force out.csv"
    ),
    ErrorCode(
      "E0114",
      "a comma between arguments",
      "Arguments are separated by blanks. A comma belongs to a word only if there is no blank around it: `--roles admin,billing`.",
      wrong: "invites list --statuses pending, expired",
      right: "invites list --statuses pending,expired"
    ),
    ErrorCode(
      "E0116",
      "a column without a name",
      "In `select` and `group` a path takes its last name. Any other expression is given one.",
      wrong: "users list | select lower(email)",
      right: "users list | select email = lower(email)"
    ),
    ErrorCode(
      "E0118",
      "a word glued together from parts",
      "Nothing is put together outside quotes, so that one argument never becomes two. Quote the whole word.",
      wrong: "let n = 1\nprint part-$n",
      right: "let n = 1\nprint \"part-$n\""
    ),
    ErrorCode(
      "E0120",
      "an operator of another language",
      "There is `+=` and `-=`, `and`, `or` and `not`. There is no `++`, `*=`, `!`, `&&` or `||`.",
      wrong: "if true && false { print 1 }",
      right: "if true and false { print 1 }"
    ),
    ErrorCode(
      "E0121",
      "a command in a row expression",
      "It would send a request for every row. Run it once, before, and keep the result in a `let`; or use `each`, where that is meant.",
      wrong: "users list | where id in (workspaces list | get id)",
      right: "let ids = (api-keys list | get created_by | get id)\nusers list | where id in $ids"
    ),
    ErrorCode(
      "E0122",
      "text without quotes in an expression",
      "In an expression a bare word is no text: quote it. A variable has a `$`, a command stands in parentheses.",
      wrong: "users list | where email == jane@acme.example",
      right: #"users list | where email == "jane@acme.example""#
    ),
    ErrorCode(
      "E0128",
      "the name of a field is not plain",
      "A field of a record is written `name: value`. A name with a hyphen or a blank is quoted.",
      wrong: "print {cost-center: 42}",
      right: #"print {"cost-center": 42}"#
    ),
    ErrorCode(
      "E0134",
      "nothing follows a comma",
      "A comma stands between two elements, not behind the last one.",
      wrong: "print [1, 2,]",
      right: "print [1, 2]"
    ),
    ErrorCode(
      "E0136",
      "a dot before the first name",
      "A field of the row is written without a dot. A field of something else has it before the dot.",
      wrong: #"users list | where .role == "admin""#,
      right: #"users list | where role == "admin""#
    ),
    ErrorCode(
      "E0138",
      "`not` in the middle of a comparison",
      "`not` stands before a whole comparison. For inequality there is `!=`, for lists `not in`.",
      wrong: "let x = true\nprint ($x == not true)",
      right: "let x = true\nprint ($x != true)"
    ),
    ErrorCode(
      "E0139",
      "`...` before something that is no variable",
      "Among arguments `...` hands on the elements of a list in a variable, one by one.",
      wrong: "print ...[1, 2]",
      right: "let xs = [1, 2]\nprint ...$xs"
    ),
  ]
}
