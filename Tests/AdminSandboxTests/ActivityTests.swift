import AdminAPI
import AdminSandbox
import Testing

@Suite struct ActivityTests {
  private let activities = "/v1/compliance/activities"

  @Test func `what is changed is in the feed, newest first, and filtered`() async throws {
    let probe = try Probe()
    let user = try #require(try await probe.get("users?limit=1").text("data.0.id"))
    let before = try await probe.get("\(activities)?limit=5000")
    #expect(before.status == 200)
    #expect(before.text("data.0.actor.type") == "user_actor")
    #expect(try await probe.send(.delete, "users/\(user)").status == 200)
    let after = try await probe.get("\(activities)?activity_types[]=org_user_deleted")
    #expect(after.text("data.0.user_id") == user)
    #expect(after.text("data.0.actor.type") == "admin_api_key_actor")
    #expect(after.text("data.1.id") == nil)
    let next = try #require(before.text("data.1.id"))
    #expect(
      try await probe.get("\(activities)?after_id=\(next)&limit=1").text("data.0.id")
        == before.text("data.2.id")
    )
    #expect(try await probe.get("\(activities)?limit=5001").status == 400)
    #expect(try await probe.get("\(activities)?created_at.gt=never").status == 400)
    #expect(
      try await probe.get("\(activities)?created_at.gt=2100-01-01T00:00:00Z").text("data.0.id")
        == nil
    )
  }
}
