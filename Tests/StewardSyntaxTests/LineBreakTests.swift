import StewardSyntax
import Testing

@Suite struct LineBreakTests {
  @Test(arguments: [
    ("print (1\n + 2)", "[print <(1 + 2)>]"),
    ("print [1,\n 2\n]", "[print [1, 2]]"),
    ("a {\n b: 1,\n c:\n 2 }", "[a {b: 1, c: 2}]"),
    ("a ({|x|\n b\n c\n})", "[a <{|x| [b]; [c]}>]"),
    ("(if $x {\n a\n b\n} else {\n c\n})", "<if $x {[a]; [b]} else {[c]}>"),
    ("a |\n\n b", "[a] | [b]"),
    ("a\n  | b\n  # why\n\n  | c", "[a] | [b] | [c]"),
    ("1 +\n 2", "(1 + 2)"),
    ("$a ??\n 2", "($a ?? 2)"),
    ("$a\n  and $b\n  or $c", "(($a and $b) or $c)"),
    ("$xs | where a\n  and b", "$xs | where (.a and .b)"),
    ("$xs | select a,\n  b", "$xs | select a from .a, b from .b"),
    ("a \\\n  b", "[a b]"),
    ("1 \\\n + 2", "(1 + 2)"),
    ("if $x { a }\nelse { b }", "if $x {[a]} else {[b]}"),
    ("try { a }\n\ncatch e { b }\nfinally { c }", "try {[a]} catch e {[b]} finally {[c]}"),
    ("a\nb", "[a]; [b]"),
    ("$a\n-1", "$a; (- 1)"),
    ("$a\n[1]", "$a; [1]"),
    ("match $x {\n  1\n  | 2 => a\n  3 => b\n}", "match $x {1|2 => {[a]}, 3 => {[b]}}"),
    ("let x = (\n  users list\n  | count\n)", "let x = <[users list] | [count]>"),
    ("let x = a # b | c\nd", "let x = [a]; [d]"),
  ])
  func `a line break ends a statement unless it cannot`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
    #expect(findings(text.replacing("\n", with: "\r\n")) == [])
    #expect(TreeOutline.of(text.replacing("\n", with: "\r\n")) == outline)
  }

  @Test(arguments: ["let x =\n5", "if $x\n{ a }", "for x in\n$xs { a }", "a\nand b"])
  func `elsewhere it is an end`(text: String) {
    #expect(findings(text) != [])
  }
}
