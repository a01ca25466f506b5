import StewardSyntax
import Testing

@Suite struct FormatterCommentTests {
  @Test(arguments: [
    ("#!/usr/bin/env steward\na", "#!/usr/bin/env steward\na"),
    ("\n\n# a  \n\n\n# b\nc # d\n\n# e\n\n", "# a\n\n# b\nc  # d\n\n# e"),
    ("a; # b\nc", "a  # b\nc"),
    (
      "if $x { # a\n\n b\n\n # c\n} # d\n else {e}",
      "if $x {  # a\n\n  b\n\n  # c\n}  # d\nelse {\n  e\n}"
    ),
    ("{|x| # a\nb}", "{|x|  # a\n  b\n}"),
    ("if $x {\n# a\n}", "if $x {\n  # a\n}"),
    ("[1, # a\n2 # b\n\n# c\n]", "[\n  1,  # a\n  2  # b\n\n  # c\n]"),
    ("[ # a\n]", "[  # a\n]"),
    ("{a: 1 # b\n, c: 2}", "{\n  a: 1  # b\n  ,\n  c: 2\n}"),
    ("a # b\n| c\n# d\n| e", "a  # b\n  | c\n  # d\n  | e"),
    ("(a # b\n c)", "(\n  a  # b\n    c\n)"),
    ("$a and # b\n$c", "$a\n  and  # b\n  $c"),
    ("1 + # a\n2", "1 +  # a\n  2"),
    (
      "match $x {\n# a\n1 => b, # c\n\n# d\n_ => e # f\n}",
      "match $x {\n  # a\n  1 => b,  # c\n\n  # d\n  _ => e  # f\n}"
    ),
    (
      "## a\ndef f (## b\n\n## c\nx: int) { d }",
      "## a\ndef f (  ## b\n\n  ## c\n  x: int\n) {\n  d\n}"
    ),
    (
      "runbook \"T\" { # a\n## b\nparam c: int # d\n# e\n}",
      "runbook \"T\" {  # a\n  ## b\n  param c: int  # d\n  # e\n}"
    ),
  ])
  func `comments keep their place`(text: String, expected: String) {
    #expect(findings(text) == [])
    #expect(formatted(text) == expected + "\n")
  }
}
