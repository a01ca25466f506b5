import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct KeyRuleTests {
  @Test func `a key goes off, on, and away for good`() async throws {
    let probe = try Probe()
    let id = try await probe.keyID("production-api")
    let off = try await probe.post(
      "api_keys/\(id)",
      #"{"status": "inactive", "name": "New Key Name"}"#
    )
    #expect(off.text("status") == "inactive")
    #expect(off.text("name") == "New Key Name")
    #expect(try await probe.post("api_keys/\(id)", #"{"status": "active"}"#).status == 200)
    #expect(try await probe.post("api_keys/\(id)", #"{"status": "archived"}"#).status == 200)
    #expect(try await probe.post("api_keys/\(id)", #"{"status": "active"}"#).status == 400)
    #expect(try await probe.get("api_keys/\(id)").text("status") == "archived")
  }

  @Test func `expired is the system's word`() async throws {
    let probe = try Probe()
    let live = try await probe.keyID("production-api")
    #expect(try await probe.post("api_keys/\(live)", #"{"status": "expired"}"#).status == 400)
    let expired = try await probe.keyID("research-embeddings")
    #expect(try await probe.get("api_keys/\(expired)").text("status") == "expired")
    #expect(try await probe.post("api_keys/\(expired)", #"{"status": "active"}"#).status == 400)
  }

  @Test func `a key expires when its time comes`() async throws {
    let probe = try Probe()
    let id = try await probe.keyID("jane-experiments")
    #expect(try await probe.get("api_keys/\(id)").text("status") == "active")
    probe.time.advance(seconds: 60 * 86_400)
    #expect(try await probe.get("api_keys/\(id)").text("status") == "expired")
  }

  @Test func `filters find keys`() async throws {
    let probe = try Probe()
    let standard = try await probe.workspaceID("Default")
    let inDefault = try await probe.all("api_keys?workspace_id=\(standard)")
    let names = Set(inDefault.compactMap { $0.field("name") })
    #expect(names == ["legacy-bootstrap", "ops-dashboard"])
    #expect(inDefault.allSatisfy { $0.record?["workspace_id"]?.isNull == true })
    #expect(inDefault.allSatisfy { $0.record?["scope"]?.field("workspace_id") == standard })
    let tomas = try await probe.userID("tomas@acme.example")
    #expect(try await probe.all("api_keys?created_by_user_id=\(tomas)").count == 2)
    let inactive = try await probe.all("api_keys?status=inactive")
    #expect(inactive.compactMap { $0.field("name") } == ["planner-staging"])
  }

  @Test func `personal keys for Claude Code stop when their owner leaves`() async throws {
    let probe = try Probe { settings in
      settings.users = 60
      settings.keys = 300
    }
    let place = try await probe.workspaceID("Claude Code")
    let people = Set(try await probe.all("users?roles[]=developer").compactMap { $0.field("id") })
    let key = try #require(
      try await probe.all("api_keys?status=active&workspace_id=\(place)").first { key in
        key.record?["created_by"]?.field("id").map(people.contains) == true
      }
    )
    let owner = try #require(key.record?["created_by"]?.field("id"))
    let id = try #require(key.field("id"))
    #expect(try await probe.delete("users/\(owner)").status == 200)
    #expect(try await probe.get("api_keys/\(id)").text("status") == "inactive")
  }
}
