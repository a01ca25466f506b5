import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct MemberRuleTests {
  private func setUp() async throws -> (probe: Probe, workspace: String) {
    let probe = try Probe()
    return (probe, try await probe.workspaceID("Research"))
  }

  @Test func `members are added, changed and removed`() async throws {
    let (probe, workspace) = try await setUp()
    let user = try await probe.userID("oliver@acme.example")
    let path = "workspaces/\(workspace)/members"
    let body = #"{"user_id": "\#(user)", "workspace_role": "workspace_user"}"#
    #expect(try await probe.get("\(path)/\(user)").status == 404)
    #expect(try await probe.post(path, body).text("workspace_role") == "workspace_user")
    #expect(try await probe.post(path, body).status == 400)
    let raised = try await probe.post("\(path)/\(user)", #"{"workspace_role": "workspace_admin"}"#)
    #expect(raised.text("workspace_role") == "workspace_admin")
    #expect(try await probe.get("\(path)/\(user)").text("workspace_role") == "workspace_admin")
    #expect(try await probe.delete("\(path)/\(user)").text("type") == "workspace_member_deleted")
    #expect(try await probe.delete("\(path)/\(user)").status == 404)
  }

  @Test func `admins and billing members are everywhere and stay`() async throws {
    let (probe, workspace) = try await setUp()
    let path = "workspaces/\(workspace)/members"
    let roles = try await probe.all(path).compactMap { $0.field("workspace_role") }
    #expect(roles.filter { $0 == "workspace_admin" }.count == 3)
    #expect(roles.contains("workspace_billing"))
    let admin = try await probe.userID("margaret@acme.example")
    let billing = try await probe.userID("ingrid@acme.example")
    for user in [admin, billing] {
      let body = #"{"user_id": "\#(user)", "workspace_role": "workspace_user"}"#
      #expect(try await probe.post(path, body).status == 400)
      let change = #"{"workspace_role": "workspace_user"}"#
      #expect(try await probe.post("\(path)/\(user)", change).status == 400)
      #expect(try await probe.delete("\(path)/\(user)").status == 400)
    }
    let raise = #"{"workspace_role": "workspace_admin"}"#
    #expect(try await probe.post("\(path)/\(admin)", raise).status == 400)
    #expect(try await probe.post("\(path)/\(billing)", raise).status == 200)
    let after = try await probe.get("\(path)/\(billing)")
    #expect(after.text("workspace_role") == "workspace_admin")
  }

  @Test func `workspace_billing is given to nobody`() async throws {
    let (probe, workspace) = try await setUp()
    let path = "workspaces/\(workspace)/members"
    let oliver = try await probe.userID("oliver@acme.example")
    let jane = try await probe.userID("jane@acme.example")
    let body = #"{"user_id": "\#(oliver)", "workspace_role": "workspace_billing"}"#
    #expect(try await probe.post(path, body).status == 400)
    let change = #"{"workspace_role": "workspace_billing"}"#
    #expect(try await probe.post("\(path)/\(jane)", change).status == 400)
  }

  @Test func `who became billing is everywhere, and nowhere again after`() async throws {
    let (probe, workspace) = try await setUp()
    let oliver = try await probe.userID("oliver@acme.example")
    let path = "workspaces/\(workspace)/members/\(oliver)"
    _ = try await probe.post("users/\(oliver)", #"{"role": "billing"}"#)
    #expect(try await probe.get(path).text("workspace_role") == "workspace_billing")
    _ = try await probe.post("users/\(oliver)", #"{"role": "user"}"#)
    #expect(try await probe.get(path).status == 404)
  }

  @Test func `unknown people and workspaces are not found`() async throws {
    let (probe, workspace) = try await setUp()
    let body = #"{"user_id": "user_unknown", "workspace_role": "workspace_user"}"#
    #expect(try await probe.post("workspaces/\(workspace)/members", body).status == 404)
    #expect(try await probe.get("workspaces/wrkspc_unknown/members").status == 404)
  }
}
