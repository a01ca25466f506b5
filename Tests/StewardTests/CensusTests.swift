import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// What a plan does to objects that it does not name, counted by reading.
@Suite(.ownThread) struct CensusTests {
  private func question(_ script: String, _ run: ScriptRun = ScriptRun()) throws -> String {
    run.answer = { _ in false }
    #expect(throws: RunError.self) { try run.run(script) }
    #expect(run.transport.changes == [])
    return try #require(run.questions.first)
  }

  @Test func `a removed person's workspaces and keys are counted`() throws {
    let run = ScriptRun()
    let text = try question("users remove jane@acme.example", run)
    #expect(text.contains("      ends the memberships of 3 workspaces\n"))
    let key = "1 API key that the person made keeps working (except in Claude Code's"
    #expect(text.contains("      \(key)\n        workspace), which was used today\n"))
    #expect(!text.contains("also:"))
    #expect(run.transport.lines.count { $0.contains("/api_keys") } == 1)
    #expect(run.transport.lines.count { $0.contains("/usage_report") } == 1)
    #expect(run.transport.lines.count { $0.contains("/members") } <= 20)
  }

  @Test func `an archived workspace's keys are counted, and when they were used`() throws {
    let text = try question("workspaces archive Research")
    #expect(text.contains("revokes 3 active API keys; "))
    #expect(text.contains("used in the last 7 days"))
  }

  @Test func `a key that is switched off is in use or not`() throws {
    let text = try question("api-keys update felix-eval-runner --status inactive")
    #expect(text.contains("      it was used today\n"))
    let renamed = ScriptRun()
    try renamed.run("api-keys update felix-eval-runner --name other")
    #expect(!renamed.transport.lines.contains { $0.contains("/usage_report") })
  }

  @Test func `what the plan itself takes away is not counted`() throws {
    let text = try question(
      "api-keys update jane-experiments --status inactive; users remove jane@acme.example"
    )
    #expect(!text.contains("keeps working"))
    #expect(text.contains("ends the memberships of 3 workspaces"))
  }

  @Test func `one report and one list are read for many changes`() throws {
    let run = ScriptRun()
    _ = try question(
      "for e in [\"wei\", \"omar\", \"amara\"] { users remove (resolve_id(\"user\", \"$e@acme.example\")) }",
      run
    )
    #expect(run.transport.lines.count { $0.contains("/api_keys") } == 1)
    #expect(run.transport.lines.count { $0.contains("/usage_report") } == 1)
  }

  @Test func `nothing is counted where nobody looks`() throws {
    let run = ScriptRun()
    run.settings.answersYes = true
    try run.run("users remove jane@acme.example")
    #expect(!run.transport.lines.contains { $0.contains("/usage_report") })
    #expect(!run.transport.lines.contains { $0.contains("/members") })
  }

  @Test func `what may not be read is said to be so`() throws {
    var settings = SandboxSettings()
    settings.now = TestOrganization.now
    let sandbox = Sandbox(settings)
    let base = SandboxTransport(sandbox)
    let refusing = RecordedTransport { (request) async throws(TransportError) in
      let isHidden = request.path.contains("api_keys") || request.path.contains("/members")
      guard !isHidden else {
        let body = #"{"type":"error","error":{"type":"permission_error","message":"no"}}"#
        return Response(status: 403, body: Array(body.utf8))
      }
      return try await base.send(request)
    }
    let run = ScriptRun(TestOrganization(sandbox, refusing))
    let text = try question("users remove jane@acme.example", run)
    #expect(text.contains("ends the person's membership of every workspace (could not be"))
    #expect(text.contains("API keys the person made keep working"))
  }

  @Test func `the rows of a plan have it too`() throws {
    let result = try ScriptRun().run("(plan users remove jane@acme.example) | get also | flatten")
    #expect(result.contains("ends the memberships of 3 workspaces"))
  }
}
