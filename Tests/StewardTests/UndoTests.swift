import AdminAPI
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct UndoTests {
  private struct Undone {
    let organization = TestOrganization()
    let folder: RunFolder

    init() throws { folder = try RunFolder() }

    func run(_ text: String) throws -> RunRecord {
      let run = ScriptRun(organization)
      run.journal = folder.folder
      run.settings.answersYes = true
      try run.run(text)
      return try folder.folder.record(of: try #require(folder.folder.runs().first))
    }

    @discardableResult
    func undo(_ record: RunRecord, including named: [String] = []) throws -> UndoPlan {
      let run = ScriptRun(organization)
      run.journal = folder.folder
      run.settings.answersYes = true
      let (runner, _) = try run.prepared("1")
      let plan = try runner.undoPlan(record, including: named, run.cancellation)
      guard !plan.changes.isEmpty else { return plan }
      _ = try run.ending(runner) { () throws(RunError) in
        try runner.undo(record, plan, run.cancellation)
      }
      return plan
    }

    func read(_ text: String) throws -> String { try ScriptRun(organization).run(text) }
  }

  @Test func `a role goes back to what it was`() throws {
    let undone = try Undone()
    let before = try undone.read("users list | select id, role")
    let record = try undone.run(
      "users update chloe@acme.example --role billing"
    )
    #expect(try undone.read("users list | select id, role") != before)
    #expect(try undone.undo(record).left.isEmpty)
    #expect(try undone.read("users list | select id, role") == before)
  }

  @Test func `a membership that was added is removed, one that was removed is added`() throws {
    let undone = try Undone()
    let list = "workspaces members list Research | select user_id, workspace_role | sort user_id"
    let before = try undone.read(list)
    let record = try undone.run(
      """
      let first = (workspaces members list Research | where workspace_role == "workspace_developer" | first 1 | one)
      workspaces members remove Research $first.user_id
      """
    )
    #expect(try undone.read(list) != before)
    #expect(try undone.undo(record).left.isEmpty)
    #expect(try undone.read(list) == before)
  }

  @Test func `a key that was switched off comes back only by name`() throws {
    let undone = try Undone()
    let record = try undone.run("api-keys update jane-experiments --status inactive")
    let plan = try undone.undo(record)
    #expect(plan.changes.isEmpty)
    #expect(plan.left.first?.reason.contains("--include") == true)
    #expect(try undone.undo(record, including: ["jane-experiments"]).changes.count == 1)
    #expect(try undone.read("(api-keys get jane-experiments).status") == "\"active\"")
  }

  @Test func `what cannot be undone is said`() throws {
    let undone = try Undone()
    let record = try undone.run(
      "workspaces create --name New; users remove chloe@acme.example"
    )
    let plan = try undone.undo(record)
    #expect(plan.changes.isEmpty)
    #expect(plan.left.count == 2)
  }

  @Test func `what somebody has changed since stays as it is`() throws {
    let undone = try Undone()
    let record = try undone.run("users update chloe@acme.example --role billing")
    _ = try undone.run("users update chloe@acme.example --role developer")
    let plan = try undone.undo(record)
    #expect(plan.changes.isEmpty)
    #expect(plan.left.first?.reason == "its role was changed since")
  }
}
