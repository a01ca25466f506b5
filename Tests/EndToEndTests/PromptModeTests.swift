import Testing

/// Sessions on a live organization: the prompt says where one is and what becomes of changes.
@Suite struct PromptModeTests {
  private let home: ProfileFolder

  init() throws { home = try ProfileFolder() }

  private func session(_ arguments: String..., environment: [String: String]) throws
    -> TerminalSession
  {
    try TerminalSession(arguments, environment: environment)
  }

  private func leave(_ session: TerminalSession) {
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  private let create = "workspaces create --name Lab | get name"
  private let count = "workspaces list | where name == \"Lab\" | count"

  @Test func `a session begins by reading only, and tells how to go on`() throws {
    var environment = home.environmentWithKey
    environment["STEWARD_BASE_URL"] = home.address
    let session = try session(environment: environment)
    session.wait(for: "reading only, until `mode live`")
    session.wait(for: "Acme Robotics read-only> ")
    session.enter(create, shows: "which the mode read-only does not allow", then: "read-only> ")
    session.enter("mode live", then: "Acme Robotics live# ")
    session.enter(create, shows: "Lab", then: "live# ")
    session.enter(count, shows: "\n1", then: "live# ")
    session.enter("mode lve", shows: "did you mean `mode live`?", then: "live# ")
    leave(session)
  }

  @Test func `a dry run at the prompt shows changes and sends none`() throws {
    try home.write(profile: "acme", #""mode": "dry-run""#)
    let session = try session(environment: home.environment)
    session.wait(for: "changes are shown, not made, until `mode live`")
    session.wait(for: "Acme Robotics [acme] dry-run> ")
    session.enter(create, shows: "1 change in Acme Robotics", then: "nothing was sent")
    session.wait(for: "dry-run> ")
    session.enter(count, shows: "\n0", then: "dry-run> ")
    session.enter("let w = (workspaces create --name Lab)", shows: "nothing was sent", then: "> ")
    session.enter("$w", shows: "\nerror", then: "dry-run> ")
    session.enter("mode live", then: "Acme Robotics [acme] live# ")
    session.enter(create, shows: "Lab", then: "live# ")
    session.enter("mode dry-run", then: "dry-run> ")
    leave(session)
  }

  @Test func `a profile may begin live, and --dry-run and a policy hold against any mode`() throws {
    try home.write(profile: "acme", #""mode": "live""#)
    let live = try session(environment: home.environment)
    live.wait(for: "changes are made")
    live.wait(for: "Acme Robotics [acme] live# ")
    leave(live)
    let dry = try session("--dry-run", environment: home.environment)
    dry.wait(for: "dry-run> ")
    dry.enter("mode live", shows: "steward was started for a dry run", then: "dry-run> ")
    leave(dry)
    try home.write(profile: "acme", #""policy": {"allow": ["read"]}"#)
    let closed = try session(environment: home.environment)
    closed.wait(for: "read-only> ")
    closed.enter("mode live", shows: "the profile acme allows no changes", then: "read-only> ")
    leave(closed)
  }

  @Test func `the key of another organization is told at once`() throws {
    try home.write(profile: "acme", #""organization_id": "other", "mode": "live""#)
    let session = try session(environment: home.environment)
    session.wait(for: "the profile acme is for the organization other")
    session.wait(for: "live# ")
    session.enter("users list", shows: "error[declined]", then: "live# ")
    leave(session)
  }
}
