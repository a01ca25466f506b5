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

  // MARK: Once for each object

  /// Whom and what an undoing may concern.
  private static let all = """
    {
      users: (users list | select id, role),
      keys: (api-keys list | select id, name, status),
      invites: (invites list | where status == "pending" | select email, role),
      places: (workspaces list | select id, name, tags, display_color, data_residency),
      members: (workspaces list | each {|w| workspaces members list $w.id | sort user_id } | flatten)
    }
    """

  /// Each comes back to what it was with the given number of changes.
  @Test(arguments: [
    (
      "for r in [\"billing\", \"user\", \"billing\"] { users update jane@acme.example --role $r }",
      1
    ),
    ("for r in [\"billing\", \"developer\"] { users update jane@acme.example --role $r }", 0),
    (
      """
      workspaces members add Research --user-id chloe@acme.example --workspace-role workspace_user
      workspaces members update Research chloe@acme.example --workspace-role workspace_admin
      workspaces members remove Research chloe@acme.example
      """, 0
    ),
    (
      """
      workspaces members remove Research jane@acme.example
      workspaces members add Research --user-id jane@acme.example --workspace-role workspace_user
      """, 1
    ),
    (
      """
      workspaces members add Research --user-id chloe@acme.example --workspace-role workspace_user
      workspaces members update Research chloe@acme.example --workspace-role workspace_admin
      """, 1
    ),
    (
      """
      workspaces members update Research jane@acme.example --workspace-role workspace_user
      workspaces members remove Research jane@acme.example
      """, 1
    ),
    (
      """
      invites create --email a@acme.example --role user; invites delete a@acme.example
      invites create --email a@acme.example --role developer
      """, 1
    ),
    // A role that comes with every workspace is taken away before memberships are set right…
    (
      """
      users update chloe@acme.example --role developer
      workspaces members add Research --user-id chloe@acme.example --workspace-role workspace_user
      users update chloe@acme.example --role billing
      """, 2
    ),
    (
      """
      workspaces members remove Research jane@acme.example
      users update jane@acme.example --role billing
      """, 2
    ),
    // … and given after them.
    (
      """
      users update ingrid@acme.example --role user
      workspaces members add Research --user-id ingrid@acme.example --workspace-role workspace_user
      users update ingrid@acme.example --role developer
      """, 2
    ),
    (
      """
      workspaces update Research --name A --tags {team: "x", more: "y"}
      workspaces update A --name B --display-color "#000000"
      workspaces update B --data-residency {allowed_inference_geos: ["us"], default_inference_geo: "us"}
      """, 1
    ),
    ("api-keys update eval-nightly --name A; api-keys update A --name B", 1),
    ("api-keys update planner-staging --status active", 1),
  ])
  func `an object that was changed often is set back once`(script: String, count: Int) throws {
    let undone = try Undone()
    let before = try undone.read(Self.all)
    let record = try undone.run(script)
    #expect((try undone.read(Self.all) != before) == (count > 0))
    let plan = try undone.undo(record)
    #expect(plan.changes.count == count)
    #expect(plan.left.isEmpty, "\(plan.left)")
    #expect(try undone.read(Self.all) == before)
  }

  /// What stays is said once for each object, with a reason.
  @Test(arguments: [
    (
      "workspaces create --name New; workspaces update New --name Newer; workspaces archive Newer",
      1
    ),
    (
      """
      workspaces members remove Production wei@acme.example
      api-keys update production-api --status inactive
      workspaces archive Production
      """, 3
    ),
    (
      """
      workspaces members remove Research daniel@acme.example
      users update daniel@acme.example --role developer
      users remove daniel@acme.example
      """, 2
    ),
    (
      "api-keys update eval-nightly --status inactive; api-keys update eval-nightly --status archived",
      1
    ),
    ("invites delete nina.vogel@acme.example", 1),
    ("workspaces members update Research ingrid@acme.example --workspace-role workspace_admin", 1),
  ])
  func `what stays is said once`(script: String, count: Int) throws {
    let undone = try Undone()
    let record = try undone.run(script)
    let after = try undone.read(Self.all)
    let plan = try undone.undo(record, including: ["production-api", "eval-nightly"])
    #expect(plan.changes.isEmpty)
    #expect(plan.left.count == count, "\(plan.left)")
    #expect(try undone.read(Self.all) == after)
  }

  @Test func `a key's name comes back although its status stays`() throws {
    let undone = try Undone()
    let record = try undone.run(
      "api-keys update eval-nightly --name A; api-keys update A --status inactive"
    )
    let plan = try undone.undo(record)
    #expect(plan.changes.count == 1)
    #expect(plan.left.count == 1)
    #expect(try undone.read("(api-keys get eval-nightly).status") == "\"inactive\"")
    #expect(try undone.undo(record, including: ["eval-nightly"]).changes.count == 1)
  }

  @Test func `an undoing has the limits of a run`() throws {
    let undone = try Undone()
    let record = try undone.run(
      "for n in 1..3 { invites create --email \"x$n@acme.example\" --role user }"
    )
    let run = ScriptRun(undone.organization)
    run.settings.answersYes = true
    run.settings.policy.guards = [ChangePolicy.Cap(.cut, 2)]
    let (runner, _) = try run.prepared("1")
    let plan = try runner.undoPlan(record, including: [], run.cancellation)
    let error = #expect(throws: RunError.self) {
      try runner.undo(record, plan, run.cancellation)
    }
    #expect(error?.kind == .guard)
    #expect(try undone.read("invites list --statuses pending | count") == "5")
  }

  @Test func `members of a new workspace are taken out of it`() throws {
    let undone = try Undone()
    let record = try undone.run(
      """
      let new = (workspaces create --name New)
      workspaces members add $new.id --user-id chloe@acme.example --workspace-role workspace_user
      """
    )
    let plan = try undone.undo(record)
    #expect(plan.changes.changes.map(\.operation.id) == ["workspaces.members.remove"])
    #expect(plan.left.map(\.reason) == ["it can only be archived, for good"])
  }
}
