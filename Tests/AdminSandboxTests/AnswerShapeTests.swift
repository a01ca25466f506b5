import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct AnswerShapeTests {
  @Test(arguments: [
    "users.list users?limit=1000", "invites.list invites", "api_keys.list api_keys?limit=1000",
    "workspaces.list workspaces?include_default=true&include_archived=true",
    "usage_report.messages usage_report/messages?starting_at=2026-11-10&group_by[]=model",
    "cost_report.list cost_report?starting_at=2026-11-10&group_by[]=description",
    "usage_report.claude_code usage_report/claude_code?starting_at=2026-11-17",
  ])
  func `lists are as the catalog describes them`(line: String) async throws {
    let parts = line.split(separator: " ").map(String.init)
    let operation = try #require(Catalog.operation(id: parts[0]))
    let reply = try await Probe { $0.users = 300 }.get(parts[1])
    #expect(reply.rows.count > 0)
    #expect(ShapeCheck.problem(in: reply.bytes, of: operation) == nil)
  }

  @Test func `members are as the catalog describes them`() async throws {
    let probe = try Probe()
    let workspace = try await probe.workspaceID("Research")
    let operation = try #require(Catalog.operation(id: "workspaces.members.list"))
    let reply = try await probe.get("workspaces/\(workspace)/members")
    #expect(ShapeCheck.problem(in: reply.bytes, of: operation) == nil)
  }

  @Test(arguments: [
    (#"{"id": "user_1", "type": "user"}"#, "users.remove.type is not \"user_deleted\""),
    (#"{"id": "user_1"}"#, "users.remove.type is missing"),
    (#"{"id": 1, "type": "user_deleted"}"#, "users.remove.id is not id<user>"),
    (#"{"id": "user_1", "type": "user_deleted", "x": 1}"#, "users.remove.x is not known"),
    (#"[]"#, "users.remove is no object"), ("", "no JSON"),
  ])
  func `an answer of another shape is found out`(body: String, problem: String) throws {
    let operation = try #require(Catalog.operation(id: "users.remove"))
    #expect(ShapeCheck.problem(in: Array(body.utf8), of: operation) == problem)
  }
}
