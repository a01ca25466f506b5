import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import Synchronization
import TestSupport
import Testing

/// Runs are broken off at every request that changes something, before it and after it, and
/// resumed: the organization ends as if nothing had happened, and nothing was done twice.
@Suite(.ownThread) struct ResumeTests {
  private static let script = """
    let chosen = (api-keys list --status active | first 3)
    let new = (workspaces create --name "New place")
    workspaces members add $new.id --user-id chloe@acme.example --workspace-role workspace_user
    for key in $chosen { api-keys update $key.id --status inactive }
    invites create --email new.person@acme.example --role user
    workspaces update $new.id --name "Newer place"
    workspaces members list $new.id | count
    """
  private static let changeCount = 7

  private static let breaks = Break.all(changeCount)

  @Test func `undisturbed`() throws {
    let (_, folder, error) = try Self.ran(breaking: nil)
    #expect(error == nil)
    let id = try #require(folder.folder.runs().first)
    #expect(try folder.folder.record(of: id).madeCount == Self.changeCount)
  }

  @Test(arguments: breaks)
  func `a run that was broken off is finished`(at place: Break) throws {
    let (undisturbed, _, _) = try Self.ran(breaking: nil)
    let (sandbox, folder, first) = try Self.ran(breaking: place)
    #expect(first != nil)
    let id = try #require(folder.folder.runs().first)
    #expect(try folder.folder.record(of: id).isUnfinished)

    let second = ScriptRun(TestOrganization(sandbox))
    second.journal = folder.folder
    second.settings.answersYes = true
    try second.resume(id)
    let record = try folder.folder.record(of: id)
    #expect(!record.isUnfinished)
    #expect(record.madeCount == Self.changeCount)
    #expect(folder.names.count == 1)
    #expect(try Self.state(sandbox) == Self.state(undisturbed))
  }

  @Test func `what was done cannot be resumed by two`() throws {
    let (sandbox, folder, _) = try Self.ran(breaking: Break(change: 3, isMade: false))
    let id = try #require(folder.folder.runs().first)
    let record = try folder.folder.record(of: id)
    let holder = ScriptRun(TestOrganization(sandbox))
    holder.journal = folder.folder
    let (runner, program) = try holder.prepared(Self.script)
    holder.settings.answersYes = true
    _ = try runner.resume(record, program, in: folder.folder, holder.cancellation)
    #expect(folder.folder.isUnderWay(id))
    let other = ScriptRun(TestOrganization(sandbox))
    other.journal = folder.folder
    let error = #expect(throws: RunError.self) { try other.resume(id) }
    #expect(error?.kind == .conflict)
  }

  @Test func `without a whole plan nothing was sent, and nothing is`() throws {
    let (sandbox, folder, _) = try Self.ran(breaking: Break(change: 1, isMade: false))
    let name = try #require(folder.names.first { $0.hasSuffix(".ndjson") })
    let lines = try folder.text(name).split(separator: "\n")
    let id = try #require(folder.folder.runs().first)
    for count in 1...Self.changeCount {
      try folder.write(lines.prefix(count).joined(separator: "\n") + "\n", to: name)
      let run = ScriptRun(TestOrganization(sandbox))
      run.journal = folder.folder
      let error = #expect(throws: RunError.self) { try run.resume(id) }
      #expect(error?.message.contains("it has changed nothing") == true)
      #expect(run.transport.requests.isEmpty)
    }
  }

  // MARK: Parts

  private static func ran(
    breaking place: Break?
  ) throws -> (Sandbox, RunFolder, RunError?) {
    let folder = try RunFolder()
    var settings = SandboxSettings()
    settings.now = TestOrganization.now
    let sandbox = Sandbox(settings)
    let run = ScriptRun(TestOrganization(sandbox, BreakingTransport(sandbox, place)))
    run.journal = folder.folder
    run.settings.answersYes = true
    do {
      try run.run(script)
      return (sandbox, folder, nil)
    } catch let error as RunError {
      return (sandbox, folder, error)
    }
  }

  /// All that the script touches, without ids and times that every organization has of its own.
  private static func state(_ sandbox: Sandbox) throws -> String {
    try [
      "workspaces list | select name | sort name",
      "api-keys list | select id, status",
      "invites list | select email, role, status",
      "workspaces list | where name == \"Newer place\" | each {|w| workspaces members list $w.id } | flatten | select user_id, workspace_role",
    ].map { try read($0, sandbox) }.joined(separator: "\n")
  }

  private static func read(_ text: String, _ sandbox: Sandbox) throws -> String {
    try ScriptRun(TestOrganization(sandbox)).run(text)
  }
}
