import StewardSyntax
import Testing

@Suite struct FormatterTests {
  @Test(arguments: [
    ("let  x=5;let y = 1_000+2 * -3", "let x = 5\nlet y = 1_000 + 2 * -3"),
    ("mut z:list<int>?=[ 1,2 ]\n", "mut z: list<int>? = [1, 2]"),
    ("$a . b", nil),
    ("$r.tags[ 0 ]+=$x[ 1 .. 2 ]?.a.\"b c\"", "$r.tags[0] += $x[1..2]?.a.\"b c\""),
    ("for i , v in $xs[$a+1 .. $b]{break}", "for i, v in $xs[$a + 1..$b] { break }"),
    ("{ a:1,'b':2,...$c }", "{a: 1, 'b': 2, ...$c}"),
    ("f( $x ,[...$y] )|g  --n=3   --m? $q -- --z", "f($x, [...$y]) | g --n=3 --m? $q -- --z"),
    ("print \"a  $( b|c )\" 'd  e'", "print \"a  $( b|c )\" 'd  e'"),
    ("a|each{|x:int,y|b}|c {||}", nil),
    ("a|each {|x:int,y|b}|c {||}", "a | each {|x: int, y| b } | c {||}"),
    (
      "$x|group a,m=b{n=count(),s=sum(c)}|sort n desc,s asc|join left (d) as e on f==e.g",
      """
      $x
        | group a, m = b { n = count(), s = sum(c) }
        | sort n desc, s asc
        | join left (d) as e on f == e.g
      """
    ),
    (
      "def f(a:{x:int},--b:\"p\"|\"q\"?=null,...c)->list<list<int>>effects read,cut{$a}",
      """
      def f (a: {x: int}, --b: "p" | "q"? = null, ...c) -> list<list<int>> effects read, cut { $a }
      """
    ),
    ("use \"f\"  as g;source 'h'\nplan  a\nreturn", "use \"f\" as g\nsource 'h'\nplan a\nreturn"),
    (
      "if not $x in [1]{a}else if $y not   in $z{b}",
      "if not $x in [1] { a } else if $y not in $z { b }"
    ),
    ("throw {kind:\"a\"}\n\n\n\nwhile true{}", "throw {kind: \"a\"}\n\nwhile true {}"),
    (
      "runbook \"T\"{param a:int=1;effects read,cut;guard cut<=2\n\n\norganization \"O\"}",
      """
      runbook "T" {
        param a: int = 1
        effects read, cut
        guard cut <= 2

        organization "O"
      }
      """
    ),
  ])
  func `what fits is on one line, with one space between words`(text: String, expected: String?) {
    #expect(formatted(text) == expected.map { $0 + "\n" })
  }

  @Test(arguments: [
    ("if $x {a;b}", "if $x {\n  a\n  b\n}"),
    ("if $x {a} else {\nb}", "if $x {\n  a\n} else {\n  b\n}"),
    ("try {\n\na\n\n\nb\n\n}\ncatch {c}", "try {\n  a\n\n  b\n} catch {\n  c\n}"),
    (
      "match $x{1=>a, 2|3=>{b;c} _ if $y=>d,}",
      "match $x {\n  1 => a,\n  2 | 3 => {\n    b\n    c\n  }\n  _ if $y => d\n}"
    ),
    ("match $x{1=>a, _=>b,}", "match $x { 1 => a, _ => b }"),
    ("a|each {|x|b;c}", "a | each {|x|\n  b\n  c\n}"),
    ("a|each {|x|b;c}|d", "a\n  | each {|x|\n    b\n    c\n  }\n  | d"),
    ("a|\nb|c", "a\n  | b\n  | c"),
    ("let x = (a\n|b)", "let x = (\n  a\n    | b\n)"),
    ("[\n1,2]", "[\n  1,\n  2\n]"),
    ("[1\n,2]", "[1, 2]"),
    ("a \\\n b \\\n --c", "a b --c"),
    ("save x \"\"\"\n a\n  \"\"\"\nb", "save x \"\"\"\n a\n  \"\"\"\nb"),
    ("a\r\n\r\nb '''\r\nc\r\n'''\r\n", "a\n\nb '''\nc\n'''"),
  ])
  func `line breaks that mean something are kept`(text: String, expected: String) {
    #expect(formatted(text) == expected + "\n")
  }

  @Test(arguments: [
    ("aaaa bb | cccc dd | eeeee", "aaaa bb\n  | cccc dd\n  | eeeee"),
    ("let x = (aaaaaa bbbbbb | ccc)", "let x = (\n  aaaaaa bbbbbb | ccc\n)"),
    ("aaaa bb --ccc dd --eee ff", "aaaa bb \\\n  --ccc dd \\\n  --eee ff"),
    ("x (aa bbbbbbb --cccccc ddd)", "x (\n  aa bbbbbbb\n    --cccccc ddd\n)"),
    ("aa --bb cc {|x| ddddddd eee }", "aa --bb cc {|x|\n  ddddddd eee\n}"),
    ("let x = {aaa: 1, bbb: [1, 2]}", "let x = {\n  aaa: 1,\n  bbb: [1, 2]\n}"),
    ("print ffffff(aaaaaaa, bbbbbb)", nil),
    ("let x = ffff(aaaa(), bbbbb())", "let x = ffff(\n  aaaa(),\n  bbbbb()\n)"),
    ("let x = fffffff([111111, 2])", "let x = fffffff([\n  111111,\n  2\n])"),
    ("$aaaa == 1 and $bbbb or $cc", "$aaaa == 1 and $bbbb\n  or $cc"),
    ("let x = $aaaaa + $bbbb + $c", "let x = $aaaaa +\n  $bbbb +\n  $c"),
    ("let x = $aaaaa + [1, 2, 333]", "let x = $aaaaa + [\n  1,\n  2,\n  333\n]"),
    ("$x | select aaaaaa, bbbbbb, c", "$x\n  | select aaaaaa,\n    bbbbbb,\n    c"),
    ("if $aaaaaa { bbb } else { c }", "if $aaaaaa {\n  bbb\n} else {\n  c\n}"),
    ("if $aaaaaaaaa and $bbbbbbbb { c }", "if $aaaaaaaaa\n    and $bbbbbbbb {\n  c\n}"),
    ("def f (aaa: int, bbb: int) {}", "def f (\n  aaa: int,\n  bbb: int\n) {}"),
    ("match $x { 1 => aaaaa, _ => b }", "match $x {\n  1 => aaaaa,\n  _ => b\n}"),
  ])
  func `what is too long for its line is broken`(text: String, expected: String?) {
    #expect(formatted(text, lineWidth: 24) == expected.map { $0 + "\n" })
  }

  @Test func `width is counted in columns`() {
    let text = "print 漢字 | ab"
    #expect(formatted(text, lineWidth: 13) == "print 漢字 | ab\n")
    let wide = Formatter.layOut(parse(text), lineWidth: 13) { text in
      text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    }
    #expect(wide == "print 漢字\n  | ab\n")
  }

  @Test(arguments: ["", "\n\n", " ;; "])
  func `nothing stays nothing`(text: String) {
    #expect(formatted(text) == "")
  }

  @Test func `a text with errors is none of its business`() {
    #expect(Formatter.format(parse("a  b\nx = 5"), width: scalars) == nil)
  }

  @Test func `a text that would become another script stays as it is`() {
    // On a line of its own the comment would document the command.
    let text = "; ## text\ndef f  () { a }\n"
    #expect(Formatter.format(parse(text), width: scalars) == text)
  }

  @Test func `in Markdown only the fences change`() {
    let text =
      "# T\n\n```steward\nlet  x=1\n```\n\n* a  b\n```sh\na  b\n```\n\n```steward\nprint  $x\n```"
    let file = SourceText(text, name: "a.md")
    #expect(
      Formatter.format(markdown: file, width: scalars)
        == text.replacing("let  x=1", with: "let x = 1").replacing("t  $x", with: "t $x")
    )
    let wrong = SourceText("```steward\nx = 5\n```\n", name: "a.md")
    #expect(Formatter.format(markdown: wrong, width: scalars) == nil)
  }
}

func scalars(_ text: String) -> Int { text.unicodeScalars.count }

/// Nothing if there are errors in the text.
func formatted(_ text: String, lineWidth: Int = Formatter.lineWidth) -> String? {
  let tree = parse(text)
  return tree.hasErrors ? nil : Formatter.layOut(tree, lineWidth: lineWidth, width: scalars)
}
