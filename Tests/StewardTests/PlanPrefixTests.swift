import AdminAPI
import AdminCommands
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// `plan` before a pipeline: what would change, and nothing changed.
@Suite(.ownThread) struct PlanPrefixTests {
  private static let removal = "plan users remove jane@acme.example"

  /// Requests that would have changed something.
  private func changes(_ run: ScriptRun) -> [String] {
    run.transport.lines.filter { !$0.hasPrefix("GET ") }
  }

  @Test func `only reads are sent, in a run that may only read`() throws {
    let run = ScriptRun()
    run.settings.ceiling = .read
    #expect(
      try run.run("(\(Self.removal)) | get subject") == #"["Jane Castillo <jane@acme.example>"]"#
    )
    #expect(changes(run) == [])
    #expect(run.questions == [])
  }

  @Test func `a terminal shows the report`() throws {
    let run = ScriptRun()
    try run.show(Self.removal, in: .table)
    #expect(run.host.output.hasPrefix("1 change in Acme Robotics:"))
    #expect(run.host.output.contains("users remove - cannot be undone"))
    #expect(run.host.output.contains("Jane Castillo <jane@acme.example>"))
  }

  @Test func `programs get rows`() throws {
    let run = ScriptRun()
    try run.show(Self.removal, in: .csv)
    #expect(
      run.host.output.hasPrefix("command,subject,effects,arguments,before,after,also,place\n")
    )
  }

  @Test func `in both passes of a run it sees the run's changes, and makes none`() throws {
    let run = ScriptRun()
    run.settings.answersYes = true
    let script = """
      let ws = (workspaces create --name "Kept")
      let rows = (plan workspaces archive $ws.id)
      if len($rows) == 1 { workspaces update $ws.id --name "Planned" }
      users remove jane@acme.example
      (plan users remove chloe@acme.example) | get subject
      """
    #expect(try run.run(script).contains("@acme.example"))
    #expect(changes(run).count == 3)
    #expect(run.changesMade.sent == 3)
  }

  @Test func `what is planned in a plan counts for nobody outside`() throws {
    let run = ScriptRun()
    let script = """
      let all = (plan api-keys list --status active | first 2 | each {|k|
        let inner = (plan users remove jane@acme.example)
        api-keys update $k.id --status inactive
      })
      len($all)
      """
    #expect(try run.run(script) == "2")
    #expect(changes(run) == [])
  }

  @Test func `a name that only the plan knows is unknown behind it`() throws {
    let run = ScriptRun()
    let script = """
      def both () {
        workspaces create --name "Only planned"
        workspaces archive "Only planned"
      }
      let rows = (plan both)
      workspaces get "Only planned"
      """
    #expect(throws: RunError.self) { try run.run(script) }
    #expect(changes(run) == [])
  }

  @Test func `effects behind it are to read`() throws {
    let session = Session(AdminCommands.vocabulary)
    let program = try #require(
      session.check(SourceText(Self.removal + " | save x.json", name: "x")).program
    )
    #expect(program.effects == .read)
    #expect(program.effectRows.map(\.command).contains("users remove"))
    #expect(program.effectRows.allSatisfy { $0.effects == .read })
  }

  @Test func `what it opens and asks keeps its effect`() throws {
    let session = Session(AdminCommands.vocabulary)
    let text = #"plan open "x.json" --as json | each {|x| confirm "sure?"; users remove $x.id }"#
    let program = try #require(session.check(SourceText(text, name: "x")).program)
    #expect(program.effects == [.read, .file, .prompt])
  }

  /// Ways in which a change may try to get out.
  private static let hostile = [
    "plan users list | first 3 | par-each {|u| users remove $u.id }",
    "plan users list | first 3 | each --on-error skip {|u| users remove $u.id; throw \"x\" }",
    "plan try { throw \"x\" } catch { users remove jane@acme.example } finally { workspaces archive Research }",
    "let f = {|who| users remove (resolve_id(\"user\", $who)) }\nplan call $f jane@acme.example",
    "def gone (who: id<user>) { users remove $who }\nplan gone jane@acme.example",
    "plan call --timeout 30s {|| users remove jane@acme.example }",
    "plan if true { let rows = (plan users remove jane@acme.example); users remove wei@acme.example }",
    "plan (users remove jane@acme.example) | get id",
    "plan print \"$(users remove jane@acme.example | get id)\"",
    "plan [{email: \"x@acme.example\", role: \"user\"}] | sync users --remove",
    "plan match 1 { 1 => { users remove jane@acme.example; exit 3 } _ => { print 1 } }",
    "let a = [1, 2] | par-each {|n| plan users remove jane@acme.example }\nprint (len($a))",
  ]

  @Test(arguments: hostile)
  func `nothing gets out of a plan`(script: String) throws {
    for ceiling: Effects in [.all, [.read, .prompt, .file]] {
      let run = ScriptRun()
      run.settings.ceiling = ceiling
      run.settings.answersYes = true
      do throws(RunError) {
        try run.showing(script)
      } catch {
        // A closure that is written outside the plan counts there: above the ceiling.
        #expect(error.kind == .declined && ceiling != .all, "\(error)")
      }
      #expect(run.transport.changes == [])
      #expect(run.changesMade.sent == 0)
    }
  }

  @Test func `a file is named and not written`() throws {
    let run = ScriptRun()
    let script = "plan users list | each {|u| users remove $u.id } | save gone.csv"
    try run.show(script, in: .table)
    #expect(run.host.output.contains("would write gone.csv, "))
  }
}

extension ScriptRun {
  /// Runs the text to its end; a text with an error in it is none of these tests'.
  fileprivate func showing(_ text: String) throws(RunError) {
    do {
      try show(text, in: .ndjson)
    } catch let error as RunError {
      throw error
    } catch {
      throw RunError(.internal, "\(error)")
    }
  }
}
