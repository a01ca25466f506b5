import Steward
import TestSupport
import Testing

@Suite struct EngineTests {
  private let organization = TestOrganization()
  private var engine: Engine { Engine(client: organization.client) }

  @Test func `a script is checked, then run, and its output is captured`() async throws {
    let script = try await engine.check(#"warn "soon"; print "people:"; users list | count"#)
    #expect(script.effects == .read)
    let report = await engine.run(script)
    #expect(report.output == "people:\n24\n")
    #expect(report.notes == ["soon"])
    #expect(report.error == nil)
  }

  @Test func `mistakes are found before anything is sent`() async throws {
    let error = await #expect(throws: Diagnostics.self) {
      _ = try await engine.check("users lst", name: "mine")
    }
    #expect(error?.all.map(\.code) == ["E0301"])
    #expect(error?.description.contains("mine:1:") == true)
    #expect(organization.transport.lines == [])
  }

  @Test func `many warnings hide no error`() async throws {
    let doubtful = String(repeating: "users list\n", count: 30)
    let error = await #expect(throws: Diagnostics.self) {
      _ = try await engine.check(doubtful + "frobnicate\n" + doubtful)
    }
    #expect(error?.all.count == 20)
    #expect(error?.all.filter { $0.severity == .error }.map(\.code) == ["E0301"])
  }

  @Test func `by default a script may only read`() async throws {
    let script = try await engine.check("workspaces create --name New")
    let report = await engine.run(script)
    #expect(report.error?.kind == .declined)
    #expect(organization.transport.lines == [])
  }

  @Test func `a host agrees to the changes, or does not`() async throws {
    let script = try await engine.check(
      "api-keys list --status active | first 1 | each {|k| "
        + "api-keys update $k.id --status inactive } | get status"
    )
    let refused = await engine.run(script, allowing: .all)
    #expect(refused.error?.kind == .declined)
    #expect(refused.changes == 0)
    let allowed = await engine.run(script, allowing: .all) { plan in plan.count == 1 }
    #expect(allowed.error == nil)
    #expect(allowed.output == "\"inactive\"\n")
    #expect(allowed.changes == 1)
    #expect(organization.transport.changes.count == 1)
  }

  @Test func `without a client what needs one says so`() async throws {
    let engine = Engine(client: nil)
    let report = await engine.run(try await engine.check("users list"))
    #expect(report.error?.kind == .auth)
    #expect(await engine.run(try await engine.check("1 + 1")).output == "2\n")
  }

  @Test func `cancelling the task cancels the run`() async throws {
    let script = try await engine.check("while true { }")
    let task = Task { [engine] in await engine.run(script) }
    task.cancel()
    #expect(await task.value.error?.kind == .cancelled)
  }
}
