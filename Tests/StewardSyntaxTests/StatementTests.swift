import StewardSyntax
import Testing

@Suite struct StatementTests {
  @Test(arguments: [
    ("let x = 5", "let x = 5"),
    ("mut total: money? = null", "mut total: (money)? = null"),
    ("const KINDS: \"a\" | \"b\" = 'a'", "const KINDS: \"a\"|\"b\" = \"a\""),
    (
      "let t: list<{id: string, n: map<int>?}> = []",
      "let t: list<{id: string, n: (map<int>)?}> = []"
    ),
    ("let x = users list | first", "let x = [users list] | [first]"),
    ("$x = 5", "$x = 5"),
    ("$r.tags[0] += 'a'", "$r.tags[0] += \"a\""),
    ("$x-=1", "$x -= 1"),
    ("$x - 1", "($x - 1)"),
    ("$x == 1", "($x == 1)"),
    ("for x in $xs { print $x }", "for x in $xs {[print $x]}"),
    ("for i, x in (users list) { continue }", "for i, x in <[users list]> {continue}"),
    ("for n in 1..3 { break }", "for n in (1..3) {break}"),
    (
      "while $n < 3 and not $stop { $n += 1; a }", "while (($n < 3) and (not $stop)) {$n += 1; [a]}"
    ),
    ("throw {kind: \"policy\"}", "throw {kind: \"policy\"}"),
    ("source 'a.steward'; use \"b.steward\" as b", "source \"a.steward\"; use \"b.steward\" as b"),
    ("plan users remove $u", "plan: [users remove $u]"),
    ("as-curl users list | count", "as-curl: [users list] | [count]"),
    ("explain (users list)", "explain: <[users list]>"),
    ("as-curls x", "[as-curls x]"),
  ])
  func `statements begin with their keyword`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test(arguments: [
    ("if $a { 1 }", "if $a {1}"),
    ("if $a { 1 } else if $b { 2 } else { {a: 1} }", "if $a {1} else {if $b {2} else {{a: 1}}}"),
    ("let x = if $a == {a: 1} { b } else { c }", "let x = if ($a == {a: 1}) {[b]} else {[c]}"),
    (
      "match $r { \"a\" | \"b\" => 1, -1 => x y, 2..9 if $q => { z }\n_ => ({a: 1}) }",
      "match $r {\"a\"|\"b\" => {1}, (- 1) => {[x y]}, 2..9 if $q => {[z]}, _ => {<{a: 1}>}}"
    ),
    (
      "match $r {\n  null => print a,b\n  @2026-01-01 => throw 'x',\n}",
      "match $r {null => {[print a,b]}, @2026-01-01 => {throw \"x\"}}"
    ),
    ("match $r { 1 => {|x| $x } }", "match $r {1 => {{|x| $x}}}"),
    ("try { a } catch { b }", "try {[a]} catch {[b]}"),
    (
      "try { a } catch e if $e.retryable { b } catch e { c } finally { d }",
      "try {[a]} catch e if $e.retryable {[b]} catch e {[c]} finally {[d]}"
    ),
    ("let x = (try { a } finally { b }).size", "let x = <try {[a]} finally {[b]}>.size"),
    ("if($x) { a }", "if <$x> {[a]}"),
  ])
  func `if, match and try are values`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test func `a definition has words, parameters, a result and effects`() {
    let text = """
      # not documentation

      ## Keys that are older
      ##  than some days.
      def keys old (
        ## The workspace.
        workspace: id<workspace>?,
        --older-than: int = 90, --force, ...rest: list<string>
      ) -> stream<ApiKey> effects read, cut {
        return $workspace
      }
      """
    #expect(findings(text) == [])
    #expect(
      TreeOutline.of(text)
        == "## Keys that are older ##  than some days. def keys old("
        + "## The workspace. workspace: (id<workspace>)?, --older-than: int = 90, --force, "
        + "...rest: list<string>) -> stream<ApiKey> effects read cut {return $workspace}"
    )
    guard case .definition(let definition) = parse(text).script.statements[0].kind else {
      Issue.record("no definition")
      return
    }
    #expect(definition.documentation == ["Keys that are older", " than some days."])
    #expect(definition.parameters.map { $0.documentation } == [["The workspace."], [], [], []])
  }

  @Test func `a runbook's header says what the script may do`() throws {
    let text = """
      #!/usr/bin/env steward
      runbook "Close an account" {
        ## Whose account.
        param email: string
        param older-than: int = 90; effects read, cut,
          destroy
        guard cut <= 25
        organization "Acme"
      }
      print $email
      """
    #expect(findings(text) == [])
    let header = try #require(parse(text).script.runbook)
    #expect(header.title.constant == "Close an account")
    #expect(header.parameters[0].documentation == ["Whose account."])
    #expect(
      TreeOutline.of(text)
        == "runbook \"Close an account\" {param ## Whose account. --email: string; "
        + "param --older-than: int = 90; effects read cut destroy; guard cut <= 25; "
        + "organization \"Acme\"}; [print $email]"
    )
  }

  @Test func `statements end with a line break or a semicolon`() {
    #expect(TreeOutline.of("a b;c\n\n;d;") == "[a b]; [c]; [d]")
    #expect(TreeOutline.of("if $x { a; b\n c }\nd") == "if $x {[a]; [b]; [c]}; [d]")
    #expect(TreeOutline.of("a\r\nb\r\n") == "[a]; [b]")
  }
}
