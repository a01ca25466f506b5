import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct GroupTests {
  private let managed = "claude_code/managed_settings"

  private func group(_ probe: Probe, _ name: String) async throws -> String {
    let groups = try await probe.all("rbac_groups")
    return try #require(groups.first { $0.field("name") == name }?.field("id"))
  }

  private func send(_ probe: Probe, _ method: Method, _ path: String, _ body: String? = nil)
    async throws -> Probe.Reply
  {
    try await probe.send(
      method,
      path,
      body,
      headers: [
        ("x-api-key", probe.sandbox.key),
        ("anthropic-beta", "ce-claude-code-managed-settings-2026-10-06"),
      ]
    )
  }

  @Test func `nobody is in a group twice`() async throws {
    let probe = try Probe()
    let group = try await group(probe, "Engineering")
    let aisha = try await probe.userID("aisha@acme.example")
    let body = #"{"user_id": "\#(aisha)"}"#
    #expect(try await probe.post("rbac_groups/\(group)/members", body).status == 200)
    #expect(try await probe.post("rbac_groups/\(group)/members", body).status == 400)
    #expect(try await probe.delete("rbac_groups/\(group)/members/\(aisha)").status == 200)
    #expect(try await probe.delete("rbac_groups/\(group)/members/\(aisha)").status == 404)
    #expect(try await probe.post("rbac_groups/\(group)/members", body).status == 200)
  }

  @Test func `who leaves the organization is in no group`() async throws {
    let probe = try Probe()
    let group = try await group(probe, "Engineering")
    let wei = try await probe.userID("wei@acme.example")
    let before = try await probe.all("rbac_groups/\(group)/members").count
    #expect(try await probe.delete("users/\(wei)").status == 200)
    let members = try await probe.all("rbac_groups/\(group)/members")
    #expect(members.count == before - 1)
    #expect(!members.contains { $0.field("user_id") == wei })
  }

  @Test func `a group that is deleted has no members, and its settings wait to be removed`()
    async throws
  {
    let probe = try Probe()
    let group = try await group(probe, "Engineering")
    #expect(try await probe.delete("rbac_groups/\(group)").status == 200)
    #expect(try await probe.get("rbac_groups/\(group)/members").status == 404)
    let path = "\(managed)/rbac_groups/\(group)"
    let settings = try await send(probe, .get, path)
    #expect(settings.text("rbac_group_status.type") == "deleted")
    #expect(try await send(probe, .delete, path).status == 200)
    let gone = try await send(probe, .delete, path)
    #expect(gone.status == 404)
    #expect(gone.text("error.details.error_code") == "rbac_group_managed_settings_not_found")
    let anew = try await send(probe, .post, path, #"{"settings": {}}"#)
    #expect(anew.status == 404)
    #expect(anew.text("error.details.error_code") == "rbac_group_not_found")
  }

  @Test func `a role that is not there has a code`() async throws {
    let probe = try Probe()
    for path in ["rbac_roles/rbac_role_01x", "rbac_roles/rbac_role_01x/permissions"] {
      let reply = try await probe.get(path)
      #expect(reply.status == 404)
      #expect(reply.text("error.details.error_code") == "rbac_role_not_found")
    }
    let group = try await probe.get("rbac_groups/rbac_group_01x")
    #expect(group.status == 404)
    #expect(group["error.details"] == nil)
  }

  @Test func `each role has its own permissions`() async throws {
    let probe = try Probe()
    var actions: Set<String> = []
    for role in try await probe.all("rbac_roles") {
      let rows = try await probe.all("rbac_roles/\(role.field("id") ?? "")/permissions")
      #expect(rows.count == 1)
      actions.formUnion(rows.compactMap { $0.field("action") })
    }
    #expect(actions == ["chat:use", "costs:read"])
    let collection = Catalog.operation(id: "rbac_roles.permissions.list")?.semantics.collection
    #expect(collection?.identity == ["rbac_role_id", "action"])
  }
}
