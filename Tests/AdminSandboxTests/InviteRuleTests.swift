import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct InviteRuleTests {
  @Test func `an invite lives for 21 days`() async throws {
    let probe = try Probe()
    let body = #"{"email": "new@acme.example", "role": "developer"}"#
    let invite = try await probe.post("invites", body)
    #expect(invite.text("status") == "pending")
    #expect(invite.text("invited_at") == "2026-11-18T15:20:30Z")
    #expect(invite.text("expires_at") == "2026-12-09T15:20:30Z")
    let id = try #require(invite.text("id"))
    probe.time.advance(seconds: 21 * 86_400 - 1)
    #expect(try await probe.get("invites/\(id)").text("status") == "pending")
    probe.time.advance(seconds: 1)
    #expect(try await probe.get("invites/\(id)").text("status") == "expired")
    #expect(try await probe.delete("invites/\(id)").status == 400)
    #expect(try await probe.post("invites", body).status == 200)
  }

  @Test func `nobody is invited twice, and no member`() async throws {
    let probe = try Probe()
    let body = #"{"email": "new@acme.example", "role": "user"}"#
    #expect(try await probe.post("invites", body).status == 200)
    let again = try await probe.post("invites", body)
    #expect(again.status == 400)
    #expect(again.text("error.details.error_code") == "invite_already_exists")
    let member = try await probe.post("invites", #"{"email": "Jane@acme.example", "role": "user"}"#)
    #expect(member.status == 400)
    #expect(member.text("error.details.error_code") == "already_member")
  }

  @Test func `pending invites are withdrawn, others not`() async throws {
    let probe = try Probe()
    for invite in try await probe.all("invites") {
      let id = try #require(invite.field("id"))
      let reply = try await probe.delete("invites/\(id)")
      #expect(reply.status == (invite.field("status") == "pending" ? 200 : 400))
      #expect(try await probe.delete("invites/\(id)").status == 400)
    }
    let left = try await probe.all("invites")
    #expect(left.compactMap { $0.field("status") } == ["accepted", "expired"])
    #expect(try await probe.all("invites?statuses[]=expired").count == 1)
  }

  @Test func `the organization fills up`() async throws {
    let probe = try Probe()
    var reply: Probe.Reply?
    for index in 0..<200 {
      let body = #"{"email": "guest\#(index)@acme.example", "role": "user"}"#
      reply = try await probe.post("invites", body)
      if reply?.status != 200 { break }
    }
    #expect(reply?.status == 400)
    #expect(reply?.text("error.details.error_code") == "org_member_limit_exceeded")
  }

  @Test func `groups need another kind of organization`() async throws {
    let body = #"{"email": "a@b.example", "role": "user", "rbac_group_ids": ["rbac_group_01"]}"#
    #expect(try await Probe().post("invites", body).status == 400)
  }
}
