import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// Scripts that want all of the machine, under the limits for scripts that the host did not write.
@Suite struct HostileScriptTests {
  /// The error that ended a script.
  private func run(_ script: String, _ limits: Limits = .small) async throws -> RunError {
    let outcome = await EvaluatorThread.run { () -> Result<String, any Error> in
      let run = ScriptRun()
      run.settings.limits = limits
      return Result { try run.run(script) }
    }
    let error = #expect(throws: RunError.self) { _ = try outcome.get() }
    return try #require(error)
  }

  @Test(arguments: [
    "while true { }",
    "mut i = 0; while true { $i = $i + 1 }",
    "def f () { f }; try { f } catch e { 1 }",
    "for i in 1..10000000000 { }",
    "1..10000000000 | count",
    "1..10000000000 | where _ < 0 | first",
    "[1, 2, 3] | par-each {|x| while true { } }",
    "while true { try { throw \"x\" } catch e { } }",
    "def f (n: int) -> int { if $n == 0 { return 0 }; f($n - 1) + f($n - 1) }; f(60)",
  ])
  func `what never ends is ended by its steps`(script: String) async throws {
    let error = try await run(script)
    #expect(error.kind == .limit)
    #expect(error.place != nil)
  }

  @Test(arguments: [
    #"mut s = "x"; while true { $s = $s + $s }"#,
    #"mut s = "x"; while true { $s = "$s$s" }"#,
    #"mut s = "x"; while true { $s = join_text([$s, $s]) }"#,
    #"mut s = "x"; while true { $s = replace($s, "x", "xx") }"#,
    #"let l = (1..3000000 | collect); 1"#,
    #"mut s = "x"; for i in 1..18 { $s = $s + $s }; let l = (1..1000 | each {|i| $s }); text($l)"#,
    "mut l = [1]; while true { $l = $l + $l }",
    "mut l: any = [1]; while true { $l = [...$l, ...$l] }",
    "mut l: any = [1]; while true { $l = [$l, $l] }",
    "mut r: any = {a: 1}; while true { $r = {a: $r, b: $r} }",
    "mut r: any = {a: 1}; while true { $r.b = $r; $r.a = $r }",
    "let rows = (1..10000000 | select n = _); 1",
    "1..10000000000 | collect",
    "1..10000000000 | sort | first",
    "1..10000000000 | reverse | first",
    "1..10000000000 | uniq | count",
    "1..10000000000 | last 2000000 | first",
    "1..10000000000 | chunk 2000000 | first",
    "1..10000000000 | group n = _ | count",
    "1..10000000000 | agg all = list(_)",
    "let text = (1..10000000000 | to json); 1",
    "[{n: 1}] | join left (1..10000000000 | select n = _) as x on n == x.n",
    #"let text = (1..4000000 | each {|n| "[]" } | to lines); split($text, "[")"#,
  ])
  func `what grows without bound is ended by its size`(script: String) async throws {
    #expect(try await run(script).kind == .limit)
  }

  @Test func `what closures and calls hold counts as what variables hold`() async throws {
    let closures = """
      mut s = "x"
      for i in 1..18 { $s = $s + $s }
      let long = $s
      mut l: any = []
      for i in 1..1000 { let own = $long + "$i"; $l = $l + [{|| $own }] }
      """
    let calls = """
      mut s = "x"
      for i in 1..18 { $s = $s + $s }
      def f (s: string, n: int) -> string { if $n == 0 { return $s }; f($s + "x", $n - 1) }
      f($s, 150)
      """
    for script in [closures, calls] {
      let message = try await run(script).message
      #expect(message.contains("16 MB at once"))
    }
  }

  @Test func `memory that is given back may be taken again`() async throws {
    var limits = Limits()
    limits.liveBytes = 4 << 20
    limits.rowsHeld = 20_000
    let run = ScriptRun()
    run.settings.limits = limits
    let script = """
      mut n = 0
      for i in 1..200 { let rows = (1..10000 | collect); $n = $n + len($rows) }
      $n
      """
    #expect(try run.run(script) == "2000000")
  }

  @Test func `a text of JSON is refused while it is decoded`() async throws {
    let lists =
      #"mut s = "[],"; for i in 1..18 { $s = $s + $s }; let t = "[" + $s + "1]"; $t | from json"#
    #expect(try await run(lists).kind == .limit)
    let deep = #"mut s = "["; for i in 1..20 { $s = $s + $s }; $s | from json"#
    #expect(try await run(deep).kind == .parse)
  }

  @Test func `a pattern takes the time of the text, and ends with the run`() async throws {
    var limits = Limits()
    limits.wallTime = .milliseconds(200)
    let script =
      #"mut s = "a"; for i in 1..23 { $s = $s + $s }; while true { matches($s, "(a+)+b") }"#
    let error = try await run(script, limits)
    #expect(error.kind == .limit)
    #expect(error.message == "the run took longer than 200ms")
  }

  @Test func `waiting counts as time`() async throws {
    var limits = Limits()
    limits.wallTime = .milliseconds(50)
    let error = try await run("sleep 60s", limits)
    #expect(error.message == "the run took longer than 50ms")
  }

  @Test(arguments: ["print", "log", "warn"])
  func `a flood of output is stopped`(command: String) async throws {
    let error = try await run(#"while true { \#(command) "0123456789" }"#)
    #expect(error.message == "the run would write more than 512 KB")
  }

  @Test func `requests count once each, whoever sends them`() async throws {
    var limits = Limits()
    limits.requests = 3
    let scripts = [
      "for i in 1..10 { users list | first }",
      "for i in 1..10 { api get /v1/organizations/me }",
      "users list --page-size 2 | count",
      "[1, 2, 3, 4, 5] | par-each {|n| organization get }",
    ]
    for script in scripts {
      let message = try await run(script, limits).message
      #expect(message.hasPrefix("the run would send more than 3 requests"))
    }
  }

  @Test func `changes have a number of their own`() async throws {
    var limits = Limits()
    limits.changes = 2
    let script = #"for n in 1..5 { workspaces create --name "W$n" }"#
    let error = try await run(script, limits)
    #expect(error.message == "the run would make more than 2 changes")
  }

  @Test func `a text that is too large is not even read`() async throws {
    var limits = Limits()
    limits.sourceBytes = 1000
    let script = String(repeating: "print 1\n", count: 200)
    #expect(try await run(script, limits).message.contains("more than 1,000 bytes"))
  }

  @Test func `no script can catch a limit, and finally has two seconds at most`() async throws {
    let caught = try await run("try { while true { } } catch e { 1 } finally { log 1 }; 2")
    #expect(caught.message.contains("steps"))
    let swallowed = try await run("def f () { try { while true { } } finally { return 1 } }; f; 2")
    #expect(swallowed.message.contains("steps"))
    let clinging = try await run("try { while true { } } finally { while true { } }")
    #expect(clinging.message.contains("steps"))
  }

  @Test func `within its limits a script is the same as without`() throws {
    let run = ScriptRun()
    run.settings.limits = .untrusted
    #expect(try run.run("users list | where role == \"admin\" | count") == "2")
  }
}

extension Limits {
  /// The limits for such scripts, divided by 16 or so: what is the same then takes less time.
  fileprivate static var small: Limits {
    var limits = Limits.untrusted
    limits.steps = 300_000
    limits.liveBytes = 16 << 20
    limits.allocatedBytes = 256 << 20
    limits.rowsHeld = 60_000
    limits.stringBytes = 1 << 20
    limits.outputBytes = 512 << 10
    return limits
  }
}
