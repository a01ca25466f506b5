import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct UserRuleTests {
  @Test func `a role changes and is read back`() async throws {
    let probe = try Probe()
    let id = try await probe.userID("oliver@acme.example")
    let changed = try await probe.post("users/\(id)", #"{"role": "billing"}"#)
    #expect(changed.text("role") == "billing")
    #expect(try await probe.get("users/\(id)").text("role") == "billing")
  }

  @Test func `admins stay as they are`() async throws {
    let probe = try Probe()
    let id = try await probe.userID("margaret@acme.example")
    #expect(try await probe.post("users/\(id)", #"{"role": "user"}"#).status == 400)
    #expect(try await probe.delete("users/\(id)").status == 400)
    #expect(try await probe.get("users/\(id)").text("role") == "admin")
  }

  @Test(arguments: ["admin", "owner", "managed"])
  func `a role that cannot be assigned is refused`(role: String) async throws {
    let probe = try Probe()
    let id = try await probe.userID("oliver@acme.example")
    let reply = try await probe.post("users/\(id)", #"{"role": "\#(role)"}"#)
    #expect(reply.status == 400)
    #expect(reply.text("error.type") == "invalid_request_error")
  }

  @Test func `a removed person loses memberships and leaves keys behind`() async throws {
    let probe = try Probe()
    let id = try await probe.userID("wei@acme.example")
    let production = try await probe.workspaceID("Production")
    #expect(try await probe.get("workspaces/\(production)/members/\(id)").status == 200)
    let removed = try await probe.delete("users/\(id)")
    #expect(removed.text("type") == "user_deleted")
    #expect(try await probe.get("users/\(id)").status == 404)
    #expect(try await probe.delete("users/\(id)").status == 404)
    #expect(try await probe.get("workspaces/\(production)/members/\(id)").status == 404)
    let key = try await probe.keyID("production-batch")
    #expect(try await probe.get("api_keys/\(key)").text("status") == "active")
    #expect(try await probe.all("users").count == 23)
  }

  @Test func `memberships end also where nobody looked before`() async throws {
    let probe = try Probe { $0.users = 60 }
    let newest = try await probe.all("users")
    let generated = newest.filter { $0.field("email")?.contains(".") == true }.dropLast(30)
    for person in generated {
      guard let id = person.field("id"), person.field("role") != "admin" else { continue }
      _ = try await probe.delete("users/\(id)")
    }
    let left = Set(try await probe.all("users").compactMap { $0.field("id") })
    for workspace in try await probe.all("workspaces") {
      let id = try #require(workspace.field("id"))
      let members = try await probe.all("workspaces/\(id)/members")
      #expect(members.allSatisfy { $0.field("user_id").map(left.contains) == true })
    }
  }

  @Test func `roles filter users`() async throws {
    let probe = try Probe()
    let rows = try await probe.all("users?roles[]=admin&roles[]=billing")
    #expect(rows.compactMap { $0.field("role") } == ["billing", "admin", "admin"])
  }
}
