import AdminAPI
import AdminSandbox
import Testing

@Suite struct AuthenticationTests {
  @Test(arguments: [
    ("x-api-key", "sk-ant-admin01-somebody-elses", 401, "authentication_error"),
    ("x-api-key", "sk-ant-api03-abc", 403, "permission_error"),
    ("x-api-key", "", 401, "authentication_error"),
    ("authorization", "Bearer abc", 401, "authentication_error"),
    ("authorization", "Bearer sk-ant-api03-abc", 403, "permission_error"),
    ("authorization", "Basic abc", 401, "authentication_error"),
    ("x-other", "abc", 401, "authentication_error"),
  ])
  func `a bad credential is refused`(
    header: String,
    value: String,
    status: Int,
    type: String
  ) async throws {
    let reply = try await Probe().send(.get, "me", headers: [(header, value)])
    #expect(reply.status == status)
    #expect(reply.text("type") == "error")
    #expect(reply.text("error.type") == type)
    #expect(reply.text("request_id") == reply.headers["request-id"])
    #expect(reply.headers["anthropic-organization-id"] == nil)
  }

  @Test func `a token of the right kind is accepted, and the key as a token`() async throws {
    let probe = try Probe()
    for token in ["sk-ant-oat01-abc", probe.sandbox.key] {
      let headers = [(name: "Authorization", value: "Bearer \(token)")]
      #expect(try await probe.send(.get, "me", headers: headers).status == 200)
    }
  }

  @Test func `the answer names the organization`() async throws {
    let reply = try await Probe().get("me")
    #expect(reply.headers["anthropic-organization-id"] == reply.text("id"))
    #expect(reply.text("id")?.utf8.count == 36)
  }
}
