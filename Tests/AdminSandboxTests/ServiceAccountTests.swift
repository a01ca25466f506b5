import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct ServiceAccountTests {
  private func account(_ probe: Probe, _ name: String) async throws -> String {
    let made = try await probe.post("service_accounts", #"{"name": "\#(name)"}"#)
    return try #require(made.text("id"))
  }

  private func place(_ workspace: String, _ role: String = "workspace_developer") -> String {
    #"{"workspace_id": "\#(workspace)", "workspace_role": "\#(role)"}"#
  }

  @Test func `every account is in the default workspace without being added`() async throws {
    let probe = try Probe()
    let bot = try await account(probe, "bot")
    let standard = try await probe.workspaceID("Default")
    let member = try await probe.get("workspaces/\(standard)/service_accounts/\(bot)")
    #expect(member["implicit"]?.bool == true)
    #expect(member.text("workspace_role") == "workspace_user")
    let listed = try await probe.get("workspaces/\(standard)/service_accounts")
    #expect(listed.rows.isEmpty)
    let other = try await probe.workspaceID("Research")
    #expect(try await probe.get("workspaces/\(other)/service_accounts/\(bot)").status == 404)
    let update = try await probe.post(
      "workspaces/\(standard)/service_accounts/\(bot)",
      #"{"workspace_role": "workspace_admin"}"#
    )
    #expect(update.status == 404)
  }

  @Test func `the implicit membership leads the first page, beyond its limit`() async throws {
    let probe = try Probe()
    let bot = try await account(probe, "bot")
    for name in ["Research", "Production"] {
      let workspace = try await probe.workspaceID(name)
      #expect(
        try await probe.post("service_accounts/\(bot)/workspaces", place(workspace)).status == 200
      )
    }
    let first = try await probe.get("service_accounts/\(bot)/workspaces?limit=1")
    #expect(first.rows.map { $0.record?["implicit"]?.bool } == [true, false])
    let next = try #require(first.text("next_page"))
    let second = try await probe.get("service_accounts/\(bot)/workspaces?limit=1&page=\(next)")
    #expect(second.rows.map { $0.record?["implicit"]?.bool } == [false])
    #expect(second["next_page"]?.isNull == true)
    // The membership to which the cursor points goes.
    let production = try await probe.workspaceID("Production")
    #expect(
      try await probe.delete("service_accounts/\(bot)/workspaces/\(production)").status == 200
    )
    let stale = try await probe.get("service_accounts/\(bot)/workspaces?limit=1&page=\(next)")
    #expect(stale.status == 400)
  }

  @Test func `a role given in the default workspace counts until it is taken away`() async throws {
    let probe = try Probe()
    let bot = try await account(probe, "bot")
    let standard = try await probe.workspaceID("Default")
    let path = "workspaces/\(standard)/service_accounts/\(bot)"
    #expect(
      try await probe.post("service_accounts/\(bot)/workspaces", place(standard)).status == 200
    )
    #expect(try await probe.get(path).text("workspace_role") == "workspace_developer")
    #expect(try await probe.get("service_accounts/\(bot)/workspaces").rows.count == 1)
    // Adding again replaces the role.
    let again = place(standard, "workspace_admin")
    #expect(try await probe.post("service_accounts/\(bot)/workspaces", again).status == 200)
    #expect(try await probe.get(path).text("workspace_role") == "workspace_admin")
    #expect(try await probe.delete(path).text("type") == "service_account_workspace_member_deleted")
    #expect(try await probe.get(path).text("workspace_role") == "workspace_user")
    // Nothing is there to be removed, and that is no mistake.
    #expect(try await probe.delete(path).status == 200)
    #expect(try await probe.get(path)["implicit"]?.bool == true)
  }

  @Test func `removing an account that is not in the workspace is no mistake`() async throws {
    let probe = try Probe()
    let bot = try await account(probe, "bot")
    let research = try await probe.workspaceID("Research")
    let reply = try await probe.delete("workspaces/\(research)/service_accounts/\(bot)")
    #expect(reply.text("service_account_id") == bot)
    #expect(reply.text("workspace_id") == research)
    #expect(try await probe.delete("service_accounts/\(bot)/workspaces/\(research)").status == 200)
    #expect(
      try await probe.delete("service_accounts/svac_01x/workspaces/\(research)").status == 404
    )
    #expect(try await probe.delete("service_accounts/\(bot)/workspaces/wrkspc_01x").status == 404)
  }

  @Test func `an archived workspace refuses everything about accounts`() async throws {
    let probe = try Probe()
    let bot = try await account(probe, "bot")
    let old = try await probe.workspaceID("Prototype")
    #expect(try await probe.post("service_accounts/\(bot)/workspaces", place(old)).status == 400)
    #expect(try await probe.delete("service_accounts/\(bot)/workspaces/\(old)").status == 400)
    #expect(try await probe.get("workspaces/\(old)/service_accounts").status == 400)
    #expect(try await probe.get("workspaces/\(old)/service_accounts/\(bot)").status == 400)
    #expect(try await probe.delete("workspaces/\(old)/service_accounts/\(bot)").status == 400)
    let role = #"{"workspace_role": "workspace_user"}"#
    #expect(try await probe.post("workspaces/\(old)/service_accounts/\(bot)", role).status == 400)
  }

  @Test func `an archived account is in no list of a workspace`() async throws {
    let probe = try Probe()
    let bot = try await account(probe, "bot")
    let research = try await probe.workspaceID("Research")
    _ = try await probe.post("service_accounts/\(bot)/workspaces", place(research))
    #expect(try await probe.get("workspaces/\(research)/service_accounts").rows.count == 1)
    let archived = try await probe.post("service_accounts/\(bot)/archive")
    #expect(
      archived.text("archived_by_actor_id") == (try await probe.userID("margaret@acme.example"))
    )
    #expect(try await probe.get("workspaces/\(research)/service_accounts").rows.isEmpty)
    #expect(try await probe.get("workspaces/\(research)/service_accounts/\(bot)").status == 404)
    let places = try await probe.get("service_accounts/\(bot)/workspaces")
    #expect(places.rows.isEmpty)
    #expect(places["next_page"]?.isNull == true)
    let update = try await probe.post("service_accounts/\(bot)", #"{"description": "x"}"#)
    #expect(update.status == 400)
  }

  @Test func `a name is a slug, and who made it and changed it is told`() async throws {
    let probe = try Probe()
    for name in ["Weekly", "weekly report", "wöchentlich", ""] {
      let reply = try await probe.post("service_accounts", #"{"name": "\#(name)"}"#)
      #expect(reply.status == 400, "\(name)")
    }
    let made = try await probe.post(
      "service_accounts",
      #"{"name": "weekly-2", "description": "x"}"#
    )
    let admin = try await probe.userID("margaret@acme.example")
    #expect(made.text("created_by_actor_id") == admin)
    #expect(made["archived_by_actor_id"]?.isNull == true)
    #expect(try await probe.post("service_accounts", #"{"name": "weekly-2"}"#).status == 409)
    let id = try #require(made.text("id"))
    let changed = try await probe.post("service_accounts/\(id)", #"{"description": null}"#)
    #expect(changed.text("description") == "")
    #expect(changed.text("updated_by_actor_id") == admin)
    let role = try await probe.post("service_accounts/\(id)", #"{"organization_role": null}"#)
    #expect(role.text("organization_role") == "developer")
  }

  @Test func `archiving again changes nothing`() async throws {
    let probe = try Probe()
    let bot = try await account(probe, "bot")
    let first = try await probe.post("service_accounts/\(bot)/archive")
    probe.time.advance(seconds: 60)
    let second = try await probe.post("service_accounts/\(bot)/archive")
    #expect(second.status == 200)
    #expect(second.text("archived_at") == first.text("archived_at"))
  }
}
