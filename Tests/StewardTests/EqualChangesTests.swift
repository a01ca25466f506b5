import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// Changes that are equal are told apart by their step: in order, in the rows of a parallel loop,
/// and when a run that was broken off goes on.
@Suite(.ownThread) struct EqualChangesTests {
  /// Chloé's role comes to be what it was before, twice; two workspaces are alike but for whom they
  /// are made for.
  private static let script = """
    for role in ["developer", "user", "developer", "user", "developer"] {
      users update chloe@acme.example --role $role
    }
    let twins = ["marta@acme.example", "oliver@acme.example", "noah@acme.example"] | par-each {|who|
      let made = (workspaces create --name Twin)
      workspaces members add $made.id --user-id (resolve_id("user", $who)) --workspace-role workspace_user
      $made.id
    }
    $twins | enumerate | each {|t| workspaces update $t.value --name "Twin $($t.index)" }
    invites create --email new.person@acme.example --role user
    invites delete new.person@acme.example
    invites create --email new.person@acme.example --role user
    """
  private static let changeCount = 17

  @Test func `the plan has them in the order of the script`() throws {
    for _ in 0..<20 {
      let run = ScriptRun()
      run.settings.answersYes = false
      run.answer = { _ in false }
      _ = #expect(throws: RunError.self) { try run.run(Self.script) }
      let plan = try #require(run.plans.first)
      #expect(plan.count == Self.changeCount)
      let names = plan.changes.compactMap { $0.arguments["user_id"]?.string }.dropFirst(5)
      #expect(Set(names).count == 3)
      let rows = plan.changes.dropFirst(5).prefix(6).map(\.operation.id)
      #expect(
        rows
          == Array(repeating: ["workspaces.create", "workspaces.members.add"], count: 3).flatMap(
            \.self
          )
      )
      // Each row adds to the workspace of its own.
      for (create, add) in zip(plan.changes[5...].striding(2), plan.changes[6...].striding(2)) {
        #expect(add.arguments["workspace_id"]?.string == create.placeholder)
      }
    }
  }

  @Test func `rows that are worked on in any order make what was planned`() throws {
    let states = try Set((0..<10).map { _ in try Self.state(try Self.ran(nil).sandbox) })
    #expect(states.count == 1)
  }

  @Test(arguments: Break.all(changeCount))
  func `broken off and resumed, each is made as often as it was planned`(at place: Break) throws {
    let (sandbox, folder, _) = try Self.ran(place)
    let id = try #require(folder.folder.runs().first)
    let second = ScriptRun(TestOrganization(sandbox))
    second.journal = folder.folder
    second.settings.answersYes = true
    try second.resume(id)
    let record = try folder.folder.record(of: id)
    #expect(!record.isUnfinished)
    #expect(record.madeCount == Self.changeCount)
    #expect(try Self.state(sandbox) == Self.undisturbed.get())
  }

  @Test func `a saved plan of equal changes is applied, and has one hash`() throws {
    let organization = TestOrganization()
    let folder = try RunFolder()
    let plans = try (0..<5).map { _ in
      let run = ScriptRun(organization)
      run.journal = folder.folder
      let (runner, program) = try run.prepared(Self.script)
      let plan = try runner.plan(program, run.cancellation)
      return SavedPlan(
        plan,
        try #require(plan.recipe),
        organization: (try Self.organization(organization), "Acme Robotics"),
        made: TestOrganization.now
      )
    }
    #expect(Set(plans.map(\.fingerprint)).count == 1)
    let run = ScriptRun(organization)
    run.settings.canAsk = false
    run.journal = folder.folder
    let plan = try SavedPlan(text: try #require(plans.first).text)
    let (runner, program) = try run.prepared(Self.script)
    _ = try run.ending(runner) { () throws(RunError) in
      try runner.apply(plan, program, at: TestOrganization.now, run.cancellation)
    }
    #expect(run.changesMade == (Self.changeCount, 0))
  }

  @Test func `what rows have made is listed in the order of the rows`() throws {
    let text = """
      [1, 2, 3, 4] | par-each {|n| workspaces create --name "Place $n" }
      workspaces list | first 2 | each {|w| workspaces update $w.id --name "Newest $($w.name)" }
      workspaces list | first 4 | get name
      """
    for _ in 0..<20 {
      let run = ScriptRun()
      run.settings.answersYes = true
      let names = try run.run(text)
      #expect(names == #"["Newest Place 4","Newest Place 3","Place 2","Place 1"]"#)
    }
  }

  @Test func `a refusal that leads another way uses what is open`() throws {
    let run = ScriptRun()
    run.settings.answersYes = true
    // The first step is refused in the second pass only: the plan does not know the limit.
    let text = """
      let n = (users list | count)
      try {
        users update margaret@acme.example --role user
        [1, 2] | par-each {|n| users update chloe@acme.example --role developer }
      } catch { print "refused" }
      [1, 2] | par-each {|n| users update chloe@acme.example --role developer }
      """
    try run.run(text)
    #expect(run.host.output == "refused\n")
    #expect(run.changesMade.sent == 2)
  }

  // MARK: Parts

  /// What a run leaves that nobody disturbs.
  private static let undisturbed = Result { try state(try ran(nil).sandbox) }

  private static func organization(_ organization: TestOrganization) throws -> String {
    let text = try ScriptRun(organization).run("(organization get).id")
    return String(text.dropFirst().dropLast())
  }

  private static func ran(
    _ place: Break?
  ) throws -> (sandbox: Sandbox, folder: RunFolder, error: RunError?) {
    let folder = try RunFolder()
    var settings = SandboxSettings()
    settings.now = TestOrganization.now
    let sandbox = Sandbox(settings)
    let run = ScriptRun(TestOrganization(sandbox, BreakingTransport(sandbox, place)))
    run.journal = folder.folder
    run.settings.answersYes = true
    do {
      try run.run(script)
      #expect(place == nil)
      return (sandbox, folder, nil)
    } catch let error as RunError {
      #expect(place != nil)
      return (sandbox, folder, error)
    }
  }

  private static func state(_ sandbox: Sandbox) throws -> String {
    try [
      "users list | select email, role",
      "invites list | select email, role, status | sort email",
      """
      workspaces list | where name =~ "^Twin" | each {|w|
        workspaces members list $w.id | extend place = $w.name | select place, user_id, workspace_role
      } | flatten | sort place, user_id
      """,
    ].map { try ScriptRun(TestOrganization(sandbox)).run($0) }.joined(separator: "\n")
  }
}

extension Collection {
  /// Every `step`th.
  fileprivate func striding(_ step: Int) -> [Element] {
    enumerated().filter { $0.offset.isMultiple(of: step) && $0.offset < 6 }.map(\.element)
  }
}
