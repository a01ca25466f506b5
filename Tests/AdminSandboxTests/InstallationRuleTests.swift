import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct InstallationRuleTests {
  private func send(
    _ probe: Probe,
    _ method: Method,
    _ path: String,
    _ body: String? = nil
  ) async throws -> Probe.Reply {
    try await probe.send(
      method,
      path,
      body,
      headers: [("x-api-key", probe.sandbox.key), ("anthropic-beta", "ce-plugins-2026-09-01")]
    )
  }

  private func plugin(_ probe: Probe, of owner: String) async throws -> String {
    let rows = try await send(probe, .get, "plugins?owner_type=\(owner)").rows
    return try #require(rows.first?.field("id"))
  }

  @Test func `the organization's setting is the plugin's, and goes back to what is inherited`()
    async throws
  {
    let probe = try Probe()
    let id = try await plugin(probe, of: "organization")
    let before = try await send(probe, .get, "plugins/\(id)")
    let path = "plugins/\(id)/installation_settings/organization"
    let set = try await send(probe, .post, path, #"{"installation_preference": "required"}"#)
    #expect(set.text("installation_preference") == "required")
    #expect(set.text("target.type") == "organization")
    let there = try await send(probe, .get, "plugins/\(id)")
    #expect(there.text("organization_installation_preference") == "required")
    #expect(there["organization_installation_preference_inherited"]?.bool == false)
    probe.time.advance(seconds: 60)
    let again = try await send(probe, .post, path, #"{"installation_preference": "required"}"#)
    #expect(again.bytes == set.bytes)
    #expect(try await send(probe, .delete, path).status == 200)
    #expect(try await send(probe, .delete, path).status == 404)
    let after = try await send(probe, .get, "plugins/\(id)")
    #expect(after["organization_installation_preference_inherited"]?.bool == true)
    #expect(before.status == 200)
  }

  @Test func `a member's plugin has no settings, and a group must be there`() async throws {
    let probe = try Probe()
    let body = #"{"installation_preference": "available"}"#
    let own = try await plugin(probe, of: "user")
    let path = "plugins/\(own)/installation_settings"
    #expect(try await send(probe, .post, "\(path)/organization", body).status == 404)
    #expect(try await send(probe, .delete, "\(path)/organization").status == 404)
    #expect(try await send(probe, .get, path).status == 404)
    let id = try await plugin(probe, of: "organization")
    let settings = "plugins/\(id)/installation_settings"
    #expect(try await send(probe, .post, "\(settings)/rbac_group_none", body).status == 404)
  }

  @Test func `what is not there is a 404, whatever the body names`() async throws {
    let probe = try Probe()
    let body = #"{"served_version_id": "pluginver_none"}"#
    let reply = try await send(probe, .post, "plugins/plugin_none", body)
    #expect(reply.status == 404)
    #expect(reply.text("error.type") == "not_found_error")
  }
}
