import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// What a profile says of runs: the organization, the mode, the ceiling, the caps.
@Suite(.ownThread) struct ProfileRulesTests {
  private let create = "workspaces create --name Lab"

  private func organizationID(_ organization: TestOrganization) throws -> String {
    let run = ScriptRun(organization)
    return try run.run("(organization get).id").filter { $0 != "\"" }
  }

  // MARK: - The pin

  @Test func `another organization is refused before anything else is sent`() throws {
    for script in [create, "users list | count"] {
      let run = ScriptRun()
      run.settings.pin = OrganizationPin("other", name: "Other Inc", source: "the profile p")
      let error = #expect(throws: RunError.self) { try run.run(script) }
      #expect(error?.kind == .declined)
      let names = "the profile p is for the organization Other Inc (other), "
      #expect(error?.message.hasPrefix(names + "and the key belongs to Acme Robotics (") == true)
      #expect(run.transport.lines.count == 1)
      #expect(run.transport.changes == [])
    }
  }

  @Test func `the right organization is asked once`() throws {
    let organization = TestOrganization()
    let id = try organizationID(organization)
    let run = ScriptRun(organization)
    run.settings.pin = OrganizationPin(id, name: "an old name", source: "the profile p")
    try run.run(create)
    #expect(run.changesMade == (1, 0))
    #expect(run.host.notes == [])
  }

  @Test func `a pin is by the id, whatever the organization is called`() throws {
    for pin in [
      OrganizationPin("other", name: "Acme Robotics", source: "the profile p"),
      OrganizationPin("Acme Robotics", source: "the profile p"),
    ] {
      let run = ScriptRun()
      run.settings.pin = pin
      let error = #expect(throws: RunError.self) { try run.run(create) }
      #expect(error?.kind == .declined)
    }
  }

  @Test func `without a pin the organization is named before its first change`() throws {
    let organization = TestOrganization()
    let id = try organizationID(organization)
    let run = ScriptRun(organization)
    run.settings.announcesOrganization = true
    try run.run("users list | count")
    #expect(run.host.notes == [])
    try run.run(create)
    #expect(run.host.notes == ["changing Acme Robotics (\(id))"])
  }

  // MARK: - Mode and ceiling

  @Test func `a dry run lets no change out`() throws {
    let run = ScriptRun()
    run.settings.mode = .dryRun
    let error = #expect(throws: RunError.self) { try run.run(create) }
    #expect(error?.kind == .declined)
    #expect(run.transport.changes == [])
    #expect(try run.run("users list | count") == "24")
  }

  @Test func `who forbids it is said`() throws {
    let run = ScriptRun()
    run.settings.ceiling = ChangeMode.readOnly.effects
    run.settings.ceilingParts = [
      CeilingPart(.all, name: "the profile p", help: "no"),
      CeilingPart(ChangeMode.readOnly.effects, name: "the profile p (read-only)", help: "another"),
    ]
    let error = #expect(throws: RunError.self) { try run.run(create) }
    #expect(error?.kind == .declined)
    #expect(error?.help == "another")
    let reason = "which the profile p (read-only) does not allow: nothing was sent"
    #expect(error?.message.hasSuffix(reason) == true)
    #expect(run.transport.lines == [])
    let undo = #expect(throws: RunError.self) { try run.settings.checkChanges(by: "undo") }
    #expect(undo?.message == "`undo` makes changes, \(reason)")
  }

  // MARK: - Caps

  @Test func `caps of a profile take the place of the usual ones for the same effects`() {
    var policy = ChangePolicy.standard
    policy.replaceCaps(by: [.init(.create, 5), .init(.destroy, 3)])
    let expected: [ChangePolicy.Cap] = [
      .init(.create, 5), .init(.destroy, 3), .init(.update, 50), .init(.grant, 25), .init(.cut, 10),
    ]
    #expect(policy.caps == expected)
  }

  @Test func `a guard for creates leaves updates their cap`() throws {
    let run = ScriptRun(TestOrganization { $0.workspaces = 60 })
    run.settings.canAsk = false
    run.settings.answersYes = true
    run.settings.policy = .standard
    run.settings.policy.guards = [.init(.create, 100)]
    let error = #expect(throws: RunError.self) {
      try run.run(#"for w in (workspaces list) { workspaces update $w.id --name "W $w.id" }"#)
    }
    #expect(error?.kind == .guard)
    #expect(run.transport.changes == [])
  }
}
