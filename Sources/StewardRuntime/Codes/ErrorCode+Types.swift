extension ErrorCode {
  /// 03xx: fields, values and operators.
  static let types: [ErrorCode] = [
    ErrorCode(
      "E0310",
      "an unknown field",
      "The rows have no field of that name; the note lists those they have. In a row expression a bare word is a field, so text needs quotes. Fields that the API has and Steward does not know yet are reached by `get(_, \"name\")`.",
      wrong: #"users list | where rol == "admin""#,
      right: #"users list | where role == "admin""#
    ),
    ErrorCode(
      "E0312",
      "a value that the field cannot have",
      "The set of values is known, and this is none of them: such a comparison is never true. What a person may have and what the API can assign may differ.",
      wrong: #"users list | where role == "admn""#,
      right: #"users list | where role == "admin""#
    ),
    ErrorCode(
      "E0314",
      "a field twice",
      "A record, a type or a list of columns has each name once.",
      wrong: "print {a: 1, a: 2}",
      right: "print {a: 1, b: 2}"
    ),
    ErrorCode(
      "E0315",
      "a name that the rows already have",
      "`flatten`, `join` and `rename` would put one field over another. Rename or drop one of them first.",
      wrong: "users list | rename email name",
      right: "users list | drop name | rename email name"
    ),
    ErrorCode(
      "E0316",
      "an aggregate and a field in the wrong places",
      "In `group` and `agg` a field has many values: it stands inside an aggregate, such as `sum(n)` or `first(n)`. Elsewhere there are no aggregates.",
      wrong: "[{k: 1, n: 2}] | group k { n = n }",
      right: "[{k: 1, n: 2}] | group k { n = first(n) }"
    ),
    ErrorCode(
      "E0317",
      "a join without a field of each side",
      "A join finds its partners by equality: `on id == other.id`.",
      wrong: "[{n: 1}] | join [{id: 1}] as r on n == 1",
      right: "[{n: 1}] | join [{id: 1}] as r on n == r.id"
    ),
    ErrorCode(
      "E0318",
      "a regular expression that is none",
      "The message says what is wrong with it. Write patterns in single quotes, where a backslash needs no second one.",
      wrong: #""a" =~ "(""#,
      right: #""a" =~ '\('"#
    ),
    ErrorCode(
      "E0320",
      "types that do not go together",
      "Nothing is converted without a word: text is not compared with a time, an amount has a currency, and a condition is true or false and nothing else.",
      wrong: #"users list | where added_at > "2026-10-01""#,
      right: "users list | where added_at > @2026-10-01"
    ),
    ErrorCode(
      "E0321",
      "a calculation that cannot be right",
      "Its operands are known, and the result is too large, has two currencies, or is divided by zero.",
      wrong: "12.50USD + 1EUR",
      right: "12.50USD + 1USD"
    ),
    ErrorCode(
      "E0322",
      "a field of what may be null",
      "`?.` gives null where there is nothing. After `!= null` in a condition the plain dot is allowed.",
      wrong: #"api-keys list | where created_by.id == "user_x""#,
      right: #"api-keys list | where created_by?.id == "user_x""#
    ),
    ErrorCode(
      "E0323",
      "an unknown type",
      "`help types` lists them.",
      wrong: "let x: strng = \"a\"\nprint $x",
      right: "let x: string = \"a\"\nprint $x"
    ),
  ]
}
