import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct SnapshotTests {
  private let text = """
    {"snapshot": 1, "made": "2026-11-18T15:00:00Z",
     "organization": {"id": "11111111-2222-3333-4444-555555555555", "name": "Elsewhere"},
     "users": [
       {"id": "user_b", "email": "b@x.example", "name": "B", "role": "owner", "added_at": "2026-01-02T00:00:00Z"},
       {"id": "user_a", "email": "a@x.example", "name": "A", "role": "developer", "added_at": "2026-01-01T00:00:00Z"}],
     "workspaces": [
       {"id": "wrkspc_lab", "name": "Lab", "created_at": "2026-02-01T00:00:00Z", "archived_at": null,
        "display_color": "#112233", "tags": {"team": "ml"}},
       {"id": "wrkspc_std", "name": "name 7", "created_at": "2026-01-01T00:00:00Z", "archived_at": null}],
     "default_workspace": "wrkspc_std",
     "workspaces.members": [
       {"workspace_id": "wrkspc_lab", "user_id": "user_a", "workspace_role": "workspace_user"}],
     "api_keys": [
       {"id": "apikey_1", "name": "k", "status": "active", "created_at": "2026-03-01T00:00:00Z",
        "created_by": {"type": "user", "id": "user_a"}, "workspace_id": "wrkspc_lab"}],
     "rbac_groups": [
       {"id": "rbac_group_x", "name": "Auditors", "source_type": "direct", "type": "rbac_group",
        "created_at": "2026-03-01T00:00:00Z", "updated_at": "2026-03-01T00:00:00Z"}]}
    """

  @Test func `an organization from elsewhere obeys the rules and keeps its ids`() async throws {
    let snapshot = try SandboxSnapshot(Array(text.utf8))
    let probe = try Probe { $0.snapshot = snapshot }
    #expect(try await probe.get("me").text("name") == "Elsewhere")
    #expect(try await probe.get("users").rows.count == 2)
    #expect(try await probe.get("users/user_b").text("role") == "admin")
    #expect(try await probe.get("workspaces?include_default=true").text("data.1.name") == "Default")
    #expect(try await probe.get("api_keys/apikey_1").text("created_by.id") == "user_a")
    #expect(try await probe.get("workspaces/wrkspc_lab/members/user_a").status == 200)
    #expect(try await probe.get("rbac_groups").text("data.0.id") == "rbac_group_x")
    #expect(try await probe.send(.delete, "users/user_b").status == 400)
    #expect(try await probe.send(.delete, "users/user_a").status == 200)
    #expect(try await probe.get("workspaces/wrkspc_lab/members/user_a").status == 404)
    let made = try await probe.post("workspaces", #"{"name": "New"}"#)
    #expect(made.text("id")?.hasPrefix("wrkspc_01") == true)
  }

  @Test func `an implicit membership that was listed is not written down`() async throws {
    let listed = """
      {"snapshot": 1, "organization": {"id": "1", "name": "Elsewhere"}, "users": [],
       "workspaces": [{"id": "wrkspc_std", "name": "Default", "created_at": "2026-01-01T00:00:00Z"}],
       "default_workspace": "wrkspc_std",
       "service_accounts": [{"id": "svac_a", "name": "bot", "organization_role": "developer",
         "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}],
       "workspaces.service_accounts": [{"service_account_id": "svac_a", "implicit": true,
         "workspace_id": "wrkspc_std", "workspace_role": "workspace_user"}]}
      """
    let snapshot = try SandboxSnapshot(Array(listed.utf8))
    let probe = try Probe { $0.snapshot = snapshot }
    #expect(try await probe.get("workspaces/wrkspc_std/service_accounts").rows.isEmpty)
    #expect(try await probe.get("service_accounts/svac_a/workspaces").rows.count == 1)
  }

  @Test(arguments: ["", "[]", "{}", #"{"snapshot": 2}"#])
  func `what is no snapshot is refused`(text: String) {
    let error = #expect(throws: SandboxSettingsError.self) {
      _ = try SandboxSnapshot(Array(text.utf8))
    }
    #expect(error?.message.contains("organization snapshot") == true)
  }
}
