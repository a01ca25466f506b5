extension ErrorCode {
  /// 01xx: numbers, text and signs.
  static let literals: [ErrorCode] = [
    ErrorCode(
      "E0103",
      "a string is not closed",
      "The quote that ends it is missing. A string in single or double quotes ends in its own line; text of several lines stands between three quotes.",
      wrong: #"print "abc"#,
      right: #"print "abc""#
    ),
    ErrorCode(
      "E0106",
      "a number begins with 0",
      "Leading zeros would be lost. What is a number is written without them; what is text, such as a code, is quoted.",
      wrong: "007",
      right: #""007""#
    ),
    ErrorCode(
      "E0107",
      "a colour begins a comment",
      "`#` after a blank begins a comment, so that a colour would be left out without a word. Quote it.",
      wrong: #"workspaces create --name "x" --display-color #6C5BB9"#,
      right: ##"workspaces create --name "x" --display-color "#6C5BB9""##
    ),
    ErrorCode(
      "E0108",
      "`${` in a string",
      "Braces interpolate nothing here. A variable is written `$name`, anything else `$(…)`.",
      wrong: "let name = \"a\"\nprint \"${name}.csv\"",
      right: "let name = \"a\"\nprint \"$($name).csv\""
    ),
    ErrorCode(
      "E0109",
      "a date without @",
      "In an expression `2026-10-01` would be a subtraction with the result 2015. A date is written `@2026-10-01`. As a plain argument of a command it needs no `@`.",
      wrong: "users list | where added_at >= 2026-10-01",
      right: "users list | where added_at >= @2026-10-01"
    ),
    ErrorCode(
      "E0124",
      "a bracket is not closed",
      "Its partner is missing. What stands in `$(…)` in a string is a pipeline of its own; its parenthesis closes before the string ends.",
      wrong: #""foo $(2 + 3""#,
      right: #""foo $(2 + 3)""#
    ),
    ErrorCode(
      "E0126",
      "a malformed number or duration",
      "A number is digits, with `_` between them if you like. Units of time are `ms s m h d w`, a currency is three capitals: `90d`, `1h30m`, `5USD`. Months have no fixed length: use `add_months()`.",
      wrong: "let x = 12abc\nprint $x",
      right: "let x = 12\nprint $x"
    ),
    ErrorCode(
      "E0127",
      "an unknown escape",
      #"In double quotes there are `\n \t \" \\ \$` and `\u{…}`. In single quotes a backslash is a backslash."#,
      wrong: #"print "a\q""#,
      right: #"print 'a\q'"#
    ),
    ErrorCode(
      "E0132",
      "a character that does not belong into a script",
      "NUL, bytes that are no UTF-8, and characters that change the direction in which a line is shown could hide what a script does. Remove them, or write them as `\\u{…}` in a string.",
      wrong: "print 1 \u{202E} 2",
      right: "print 1 2"
    ),
    ErrorCode(
      "E0133",
      "nothing follows a `\\`",
      "A `\\` at the end of a line says that the statement goes on in the next one.",
      wrong: "print 1 \\",
      right: "print 1 \\\n  2"
    ),
    ErrorCode(
      "E0141",
      "a date or time that is none",
      "The day is not in the calendar, or the form is not `@2026-01-31`, `@2026-01-31T10:00:00Z` or `@2026-01-31T10:00:00+02:00`.",
      wrong: "print (@2026-02-30)",
      right: "print (@2026-02-28)"
    ),
  ]
}
