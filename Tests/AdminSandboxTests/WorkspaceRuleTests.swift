import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct WorkspaceRuleTests {
  @Test func `the default workspace is hidden and fixed`() async throws {
    let probe = try Probe()
    let id = try await probe.workspaceID("Default")
    #expect(try await !probe.all("workspaces").contains { $0.field("id") == id })
    #expect(try await probe.get("workspaces/\(id)").text("name") == "Default")
    #expect(try await probe.post("workspaces/\(id)", #"{"name": "Main"}"#).status == 400)
    #expect(try await probe.post("workspaces/\(id)/archive").status == 400)
    let user = try await probe.userID("oliver@acme.example")
    let body = #"{"user_id": "\#(user)", "workspace_role": "workspace_user"}"#
    #expect(try await probe.post("workspaces/\(id)/members", body).status == 400)
  }

  @Test func `archiving is for good and archives the keys`() async throws {
    let probe = try Probe()
    let id = try await probe.workspaceID("Support Bots")
    let archived = try await probe.post("workspaces/\(id)/archive")
    #expect(archived.text("archived_at") == "2026-11-18T15:20:30Z")
    let key = try await probe.keyID("support-triage")
    #expect(try await probe.get("api_keys/\(key)").text("status") == "archived")
    #expect(try await probe.post("workspaces/\(id)", #"{"name": "Again"}"#).status == 400)
    #expect(try await probe.post("workspaces/\(id)/archive").status == 400)
    let user = try await probe.userID("oliver@acme.example")
    let body = #"{"user_id": "\#(user)", "workspace_role": "workspace_user"}"#
    #expect(try await probe.post("workspaces/\(id)/members", body).status == 400)
    #expect(try await probe.all("workspaces").count == 5)
    #expect(try await probe.all("workspaces?include_archived=true").count == 7)
  }

  @Test func `there are 100 active workspaces at the most`() async throws {
    let probe = try Probe { $0.workspaces = 99 }
    #expect(try await probe.post("workspaces", #"{"name": "Hundred"}"#).status == 200)
    #expect(try await probe.post("workspaces", #"{"name": "One more"}"#).status == 400)
    let id = try await probe.workspaceID("Hundred")
    #expect(try await probe.post("workspaces/\(id)/archive").status == 200)
    #expect(try await probe.post("workspaces", #"{"name": "One more"}"#).status == 200)
  }

  @Test func `what is created and changed is read back`() async throws {
    let probe = try Probe()
    let created = try await probe.post(
      "workspaces",
      """
      {"name": "Zürich", "display_color": "#A1B2C3", "tags": {"env": "dev", "team": "a"},
       "data_residency": {"default_inference_geo": "us", "allowed_inference_geos": ["us"]}}
      """
    )
    #expect(created.status == 200)
    let id = try #require(created.text("id"))
    let changed = try await probe.post(
      "workspaces/\(id)",
      #"{"name": "Zurich", "tags": {"env": null, "owner": "jane"}}"#
    )
    #expect(changed.text("name") == "Zurich")
    #expect(changed.text("display_color") == "#A1B2C3")
    #expect(changed.text("tags.owner") == "jane")
    #expect(changed.text("tags.team") == "a")
    #expect(changed["tags.env"] == nil)
    #expect(changed.text("data_residency.default_inference_geo") == "us")
    #expect(changed.text("data_residency.allowed_inference_geos.0") == "us")
    let refused = try await probe.post(
      "workspaces/\(id)",
      #"{"data_residency": {"default_inference_geo": "global"}}"#
    )
    #expect(refused.status == 400)
  }
}
