import StewardSyntax
import Testing

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("1 + 2 * 3", "(1 + (2 * 3))"),
    ("1 - 2 - 3", "((1 - 2) - 3)"),
    ("54/(54+127)", "(54 / <(54 + 127)>)"),
    ("7 // 2 % 3", "((7 // 2) % 3)"),
    ("$a or $b and not $c == 1", "($a or ($b and (not ($c == 1))))"),
    ("$a ?? $b ?? 1..3", "(($a ?? $b) ?? (1..3))"),
    ("$x not in [1, 2] and $y in $z", "(($x not in [1, 2]) and ($y in $z))"),
    ("$a =~ 'x' or $a !~ 'y'", #"(($a =~ "x") or ($a !~ "y"))"#),
    ("-$x.size + -2", "((- $x.size) + (- 2))"),
    ("1 + 2 <= 3", "((1 + 2) <= 3)"),
    ("not true", "(not true)"),
    ("$a != null", "($a != null)"),
  ])
  func `operators bind by their rank`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test(arguments: [
    ("$u.name", "$u.name"),
    ("$u?.owner?.email", "$u?.owner?.email"),
    (#"$u."Work Email".domain"#, "$u.Work Email.domain"),
    ("$xs[0].id", "$xs[0].id"),
    ("$xs[-1]", "$xs[(- 1)]"),
    ("$xs[$i ?? 0]", "$xs[($i ?? 0)]"),
    ("$xs[1..3]", "$xs[1..3]"),
    ("$xs[2..]", "$xs[2..]"),
    ("$xs[..2]", "$xs[..2]"),
    ("$xs[$a + 1..$b]", "$xs[($a + 1)..$b]"),
    ("(users list).size", "<[users list]>.size"),
    ("len($xs) + 1", "(len($xs) + 1)"),
    ("min_of(1, abs(-2))", "min_of(1, abs((- 2)))"),
    ("now()", "now()"),
  ])
  func `a value is followed by fields, indexes and calls`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test(arguments: [
    ("[]", "[]"),
    ("[1, ...$more, \"x\"]", "[1, ...$more, \"x\"]"),
    ("{}", "{}"),
    ("{a: 1, \"b c\": [2], ...$rest}", "{a: 1, b c: [2], ...$rest}"),
    ("{|| users list}", "{|| [users list]}"),
    ("{|x: int, y| $x + $y; print $x}", "{|x: int, y| ($x + $y); [print $x]}"),
    ("{ |x| $x }", "{|x| $x}"),
  ])
  func `lists, records and closures are values`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test func `a bare name in a row expression is a field`() {
    let text =
      "$xs | where (role == \"a\" or match.\"b c\"?.d > _) and lower(\"$(name) $x.y\") != ''"
    #expect(findings(text) == [])
    #expect(
      TreeOutline.of(text)
        == #"$xs | where ((((.role == "a") or (.match.b c?.d > _))) "#
        + #"and (lower("$(.name) $($x.y)") != ""))"#
    )
  }

  @Test func `an operator knows its place`() {
    let tree = parse("$a  not  in $b")
    guard case .pipeline(let pipeline) = tree.script.statements[0].kind,
      case .expression(let value) = pipeline.stages[0].kind,
      case .binary(_, let range, _, _) = value.kind
    else {
      Issue.record("no operation")
      return
    }
    #expect(tree.source[range] == "not  in")
    #expect(tree.source[value.range] == "$a  not  in $b")
  }
}
