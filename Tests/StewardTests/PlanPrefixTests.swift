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
}
