import AdminAPI
import AdminCommands
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct CommandRunTests {
  private let organization = TestOrganization()
  private var transport: RecordedTransport { organization.transport }
  private var call: CommandCall { CommandCall(organization.client) }

  private func userID(role: String) throws -> Value {
    let rows = try call.rows("users list", ["roles": Value([Value(role)])])
    rows.expect(Demand(rows: 1))
    return try #require(try rows.next()?.record?["id"])
  }

  @Test func `one object is a record`() throws {
    let value = try call.value("organization get")
    #expect(value.record?.shape.name == "Organization")
  }

  @Test func `an id cannot become another path`() throws {
    let error = #expect(throws: RunError.self) {
      try call.value("users get", ["user-id": "user_x; users remove y/../z"])
    }
    #expect(error?.kind == .notFound)
    #expect(
      transport.lines == [
        "GET /v1/organizations/users/user_x%3B%20users%20remove%20y%2F..%2Fz"
      ]
    )
  }

  @Test func `a change passes the gate and is counted`() throws {
    let call = call
    let user = try userID(role: "developer")
    let answer = try call.value("users update", ["user-id": user, "role": "user"])
    #expect(answer.record?["role"]?.string == "user")
    #expect(transport.changes.count == 1)
    #expect(call.gate.sentChanges == 1)
  }

  @Test func `a recording gate lets nothing out and notes the line`() throws {
    var call = call
    call.gate = Gate(.recording, now: TestOrganization.now)
    let user = try userID(role: "developer")
    _ = try call.value("users remove", ["user-id": user])
    #expect(transport.changes == [])
    #expect(call.gate.changes.changes.map(\.place) == ["test.steward:2"])
    #expect(call.gate.changes.effects == .destroy)
  }

  @Test func `the gate's ceiling holds`() throws {
    var call = call
    call.gate = Gate(.live(plan: nil), ceiling: .read, now: TestOrganization.now)
    let user = try userID(role: "developer")
    let error = #expect(throws: RunError.self) {
      try call.value("users remove", ["user-id": user])
    }
    #expect(error?.kind == .declined)
    #expect(transport.changes == [])
  }

  @Test func `null is sent only where it was given`() throws {
    var call = call
    call.gate = Gate(.recording, now: TestOrganization.now)
    let rows = try call.rows("workspaces list")
    rows.expect(Demand(rows: 1))
    let workspace = try #require(try rows.next()?.record?["id"])
    _ = try call.value("workspaces update", ["workspace-id": workspace, "tags": .null])
    let change = try #require(call.gate.changes.changes.first)
    #expect(change.arguments.entries.map(\.name) == ["workspace_id", "tags"])
    #expect(change.arguments["tags"]?.isNull == true)
  }

  @Test func `without an organization both ways to go on are named`() throws {
    let error = #expect(throws: RunError.self) { try CommandCall(nil).output("users list") }
    #expect(error?.kind == .auth)
    #expect(error?.help?.contains("ANTHROPIC_ADMIN_KEY") == true)
    #expect(error?.help?.contains("--sandbox") == true)
  }

  @Test func `a cancelled run sends nothing more`() throws {
    let call = call
    let rows = try call.rows("users list")
    call.cancellation.cancel()
    let error = #expect(throws: RunError.self) { try rows.next() }
    #expect(error?.kind == .cancelled)
    #expect(transport.lines == [])
  }
}
