import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// How many changes a run may make, and which need a person.
@Suite(.ownThread) struct ChangePolicyTests {
  private func unattended(_ change: (inout ChangePolicy) -> Void = { _ in }) -> ScriptRun {
    let run = ScriptRun(TestOrganization { $0.keys = 300 })
    run.settings.canAsk = false
    run.settings.answersYes = true
    run.settings.policy = .standard
    change(&run.settings.policy)
    return run
  }

  private let switchOff = """
    api-keys list --status active | first 11
      | each {|k| api-keys update $k.id --status inactive } | count
    """

  @Test func `eleven cuts are above the cap of a run that nobody looks at`() throws {
    let run = unattended()
    let error = #expect(throws: RunError.self) { try run.run(switchOff) }
    #expect(error?.kind == .guard)
    #expect(error?.help == "to allow it: --guard cut=11")
    #expect(run.transport.changes == [])
  }

  @Test func `a guard on the command line raises the cap`() throws {
    let run = unattended { $0.guards = [ChangePolicy.Cap(.cut, 11)] }
    #expect(try run.run(switchOff) == "11")
  }

  @Test func `a guard holds also where a person agrees`() throws {
    let run = ScriptRun(TestOrganization { $0.keys = 300 })
    run.answer = { _ in true }
    run.settings.policy = .standard
    #expect(try run.run(switchOff) == "11")
    run.settings.policy.guards = [ChangePolicy.Cap(.cut, 5)]
    let error = #expect(throws: RunError.self) { try run.run(switchOff) }
    #expect(error?.kind == .guard)
  }

  @Test func `no more changes than --max-changes`() throws {
    let run = unattended { $0.maximumChanges = 1 }
    let error = #expect(throws: RunError.self) {
      try run.run("workspaces create --name A; workspaces create --name B")
    }
    #expect(error?.kind == .guard)
    #expect(run.transport.changes == [])
  }

  @Test func `access for somebody outside is agreed to first`() throws {
    let run = ScriptRun()
    run.answer = { _ in false }
    let error = #expect(throws: RunError.self) {
      try run.run("invites create --email someone@elsewhere.example --role user")
    }
    #expect(error?.kind == .declined)
    #expect(run.transport.changes == [])
    try run.run("invites create --email someone@acme.example --role user")
    #expect(run.changesMade == (1, 0))
  }

  @Test func `own domains are those that the profile names`() throws {
    let run = ScriptRun()
    run.settings.policy.ownDomains = ["elsewhere.example"]
    try run.run("invites create --email someone@Elsewhere.example --role user")
    #expect(run.changesMade == (1, 0))
  }

  @Test func `more than twenty changes of any kind are agreed to first`() throws {
    let run = ScriptRun()
    run.answer = { _ in false }
    let text = #"for n in 1..21 { workspaces create --name "W $n" }"#
    let error = #expect(throws: RunError.self) { try run.run(text) }
    #expect(error?.kind == .declined)
    #expect(run.plans.first?.count == 21)
    #expect(run.transport.changes == [])
  }

  @Test func `without a plan changes are counted as they go out`() throws {
    let run = unattended()
    run.settings.isUnplanned = true
    let error = #expect(throws: RunError.self) { try run.run(switchOff) }
    #expect(error?.kind == .guard)
    #expect(run.changesMade == (10, 0))
  }
}
