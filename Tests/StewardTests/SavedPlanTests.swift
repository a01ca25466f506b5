import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct SavedPlanTests {
  private static let script = """
    let new = (workspaces create --name New --tags {team: "ml"})
    workspaces members add $new.id --user-id chloe@acme.example --workspace-role workspace_user
    api-keys list --status active | first 2 | each {|k| api-keys update $k.id --status inactive }
    """

  private func saved(
    _ organization: TestOrganization,
    _ folder: RunFolder,
    _ script: String = Self.script
  ) throws -> SavedPlan {
    let run = ScriptRun(organization)
    run.journal = folder.folder
    let (runner, program) = try run.prepared(script)
    let plan = try runner.plan(program, run.cancellation)
    #expect(folder.names == [])
    return SavedPlan(
      plan,
      try #require(plan.recipe),
      organization: try Self.id(organization),
      made: TestOrganization.now
    )
  }

  private static func id(_ organization: TestOrganization) throws -> (id: String, name: String) {
    let run = ScriptRun(organization)
    let text = try run.run("let o = (organization get); [$o.id, $o.name]")
    let parts = text.split(separator: "\"")
    return (String(parts[1]), String(parts[3]))
  }

  private func apply(
    _ plan: SavedPlan,
    _ organization: TestOrganization,
    _ folder: RunFolder,
    at moment: Timestamp = TestOrganization.now
  ) throws -> ScriptRun {
    let run = ScriptRun(organization)
    run.journal = folder.folder
    run.settings.canAsk = false
    let text = String(decoding: plan.recipe.source.bytes, as: UTF8.self)
    let (runner, program) = try run.prepared(text)
    _ = try run.ending(runner) { () throws(RunError) in
      try runner.apply(plan, program, at: moment, run.cancellation)
    }
    return run
  }

  @Test func `a plan is read as it was written`() throws {
    let (organization, folder) = (TestOrganization(), try RunFolder())
    let plan = try saved(organization, folder)
    for change in plan.changes.changes {
      let read = try PlannedChange(json: change.json)
      #expect(JSONWriter.text(read.json) == JSONWriter.text(change.json))
      #expect(read.differences == change.differences)
    }
    let read = try SavedPlan(text: plan.text)
    #expect(read.head == plan.head)
    #expect(read.text == plan.text)
    #expect(read.fingerprint == plan.fingerprint)
    #expect(organization.transport.changes == [])
  }

  @Test func `equal plans have equal hashes`() throws {
    let (organization, folder) = (TestOrganization(), try RunFolder())
    let first = try saved(organization, folder)
    let second = try saved(organization, folder)
    #expect(first.fingerprint == second.fingerprint)
  }

  @Test func `applied, exactly its changes are made`() throws {
    let (organization, folder) = (TestOrganization(), try RunFolder())
    let plan = try SavedPlan(text: try saved(organization, folder).text)
    let run = try apply(plan, organization, folder)
    #expect(run.changesMade == (4, 0))
    #expect(organization.transport.changes.count == 4)
  }

  @Test(arguments: ["New", "\"inactive\"", "chloe", "cut", "file_root", "\"now\":\"2", "step"])
  func `a plan that was edited is refused`(word: String) throws {
    let (organization, folder) = (TestOrganization(), try RunFolder())
    let text = try saved(organization, folder).text
    let divider = try #require(text.firstRange(of: "--- for the program"))
    let place = try #require(text[divider.upperBound...].firstRange(of: word))
    let edited = text[..<place.lowerBound] + "x" + text[place.upperBound...]
    let error = #expect(throws: ClientError.self) { try SavedPlan(text: String(edited)) }
    #expect(error?.kind == .drift)
  }

  @Test func `an object that somebody changed since is drift`() throws {
    let (organization, folder) = (TestOrganization(), try RunFolder())
    let plan = try saved(organization, folder)
    let target = try #require(plan.changes.changes.last?.arguments["api_key_id"]?.string)
    let other = ScriptRun(organization)
    try other.run("api-keys update \(target) --name \"somebody's\"")
    let sent = organization.transport.changes.count
    let error = #expect(throws: RunError.self) { try apply(plan, organization, folder) }
    #expect(error?.kind == .drift)
    #expect(organization.transport.changes.count == sent)
  }

  @Test func `what a decision was read from is drift too`() throws {
    let (organization, folder) = (TestOrganization(), try RunFolder())
    let script = """
      let count = (invites list | count)
      if $count < 10 { workspaces create --name New }
      for n in 1..$count { log "$n" }
      api-keys list --status active | first $count
        | each {|k| api-keys update $k.id --status inactive }
      """
    let plan = try saved(organization, folder, script)
    let other = ScriptRun(organization)
    try other.run("invites create --email somebody@acme.example --role user")
    let sent = organization.transport.changes.count
    let error = #expect(throws: RunError.self) { try apply(plan, organization, folder) }
    #expect(error?.kind == .drift)
    #expect(error?.message.contains("new") == true)
    #expect(organization.transport.changes.count == sent)
  }

  @Test func `another organization is drift`() throws {
    let folder = try RunFolder()
    let plan = try saved(TestOrganization(), folder)
    let other = TestOrganization { $0.seed = 2 }
    let error = #expect(throws: RunError.self) { try apply(plan, other, folder) }
    #expect(error?.kind == .drift)
    #expect(other.transport.changes == [])
  }

  @Test func `a plan is good for a day`() throws {
    let (organization, folder) = (TestOrganization(), try RunFolder())
    let plan = try saved(organization, folder)
    let day: Int64 = 24 * 3600 * 1_000_000
    let late = Timestamp(microseconds: TestOrganization.now.microseconds + day + 1)
    let error = #expect(throws: RunError.self) {
      try apply(plan, organization, folder, at: late)
    }
    #expect(error?.kind == .drift)
    #expect(organization.transport.changes == [])
  }
}
