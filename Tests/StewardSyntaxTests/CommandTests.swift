import StewardSyntax
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    ("users list", "[users list]"),
    ("users list --email a@b.example --all", "[users list --email a@b.example --all]"),
    ("api-keys update $k.id --status inactive", "[api-keys update $k.id --status inactive]"),
    ("people.offboard x", "[people.offboard x]"),
    ("a --n=5 --w? $w --v?=x -- --not-a-flag", "[a --n=5 --w? $w --v?=x -- --not-a-flag]"),
    ("a --t {team: \"ml\"} [1, 2] (b c | d)", "[a --t {team: \"ml\"} [1, 2] <[b c] | [d]>]"),
    ("a ...$xs.rest $u.\"b c\"?.d[0]", "[a ...$xs.rest $u.b c?.d[0]]"),
    (
      "a x,y 1,2 - -5 007 *.csv ~/f.txt a#b ./x 2026-01-01 k=v C:\\d",
      "[a x,y 1,2 - -5 007 *.csv ~/f.txt a#b ./x 2026-01-01 k=v C:\\d]"
    ),
    ("a null true where not", "[a null true where not]"),
    ("a | b {|x| c $x }", "[a] | [b {|x| [c $x]}]"),
    ("a 'b' # d", "[a \"b\"]"),
  ])
  func `words of a command are text`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test(arguments: [
    ("$xs | where a == 1", "$xs | where (.a == 1)"),
    (
      "$xs | select id, owner.email, n = a ?? 1",
      "$xs | select id from .id, email from .owner.email, n = (.a ?? 1)"
    ),
    ("$xs | extend n = a + 1, m = \"$(a)\"", "$xs | extend n = (.a + 1), m = \"$(.a)\""),
    ("$xs | drop a, b", "$xs | drop a, b"),
    ("$xs | sort", "$xs | sort "),
    ("$xs | sort a desc, -b asc, lower(c)", "$xs | sort .a desc, (- .b), lower(.c)"),
    ("$xs | group role", "$xs | group role from .role"),
    (
      "$xs | group day = date_of(t), m { n = count(), s = sum(x) }",
      "$xs | group day = date_of(.t), m from .m {n = count(), s = sum(.x)}"
    ),
    ("$xs | agg n = count()", "$xs | agg n = count()"),
    ("$xs | sum", "$xs | sum"),
    ("$xs | sum (a * 2)", "$xs | sum ((.a * 2))"),
    ("$xs | max(a)", "$xs | max (.a)"),
    ("$xs | where _ > 1", "$xs | where (_ > 1)"),
    ("$xs | where .\"Work Email\" != null", "$xs | where (.Work Email != null)"),
    ("$xs | join $ys as y on id == y.id", "$xs | join inner $ys as y on (.id == .y.id)"),
    (
      "$xs | join left (b list) as y on (a ?? c) == y.id | d",
      "$xs | join left <[b list]> as y on (((.a ?? .c)) == .y.id) | [d]"
    ),
    (
      "$xs | join anti $w.members as m on id == m.id",
      "$xs | join anti $w.members as m on (.id == .m.id)"
    ),
    (
      "$xs | where source == group and type != match",
      "$xs | where ((.source == .group) and (.type != .match))"
    ),
    ("$xs | where any(tags, {|t| $t == \"x\"})", "$xs | where any(.tags, {|t| ($t == \"x\")})"),
  ])
  func `query verbs take row expressions`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test func `a head word is a command however it is spaced from parentheses`() {
    #expect(TreeOutline.of("len ($xs)") == "[len <$xs>]")
    #expect(TreeOutline.of("len($xs)") == "len($xs)")
    #expect(TreeOutline.of("print(\"hi\")") == "print(\"hi\")")
  }

  @Test func `a flag's name is where it stands`() {
    let tree = parse("users list --lmit 3")
    guard case .pipeline(let pipeline) = tree.script.statements[0].kind,
      case .command(let call) = pipeline.stages[0].kind,
      case .flag(let name, _, _) = call.arguments[1].kind
    else {
      Issue.record("no flag")
      return
    }
    #expect(name.text == "lmit")
    #expect(tree.source[name.range] == "--lmit")
  }
}
