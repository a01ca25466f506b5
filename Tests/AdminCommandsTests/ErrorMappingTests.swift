import AdminAPI
import AdminCommands
import AdminSandbox
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct ErrorMappingTests {
  private func client(
    _ answer: @escaping @Sendable (Request) async throws(TransportError) -> Response
  ) -> AdminClient {
    AdminClient(
      transport: RecordedTransport(answer),
      credential: Credential(Secret("sk-ant-admin01-test")),
      configuration: .test
    )
  }

  private static func failure(_ status: Int, _ type: String, _ message: String) -> Response {
    Response(
      status: status,
      headers: Headers([(name: "request-id", value: "req_7")]),
      body: Array(#"{"type":"error","error":{"type":"\#(type)","message":"\#(message)"}}"#.utf8)
    )
  }

  @Test(arguments: [
    ClientError.Kind.auth, .forbidden, .notFound, .conflict, .invalid, .rateLimited, .server,
    .network, .timeout, .cancelled, .declined, .limit, .guard, .drift, .internal,
  ]) func `both sides have the same words`(kind: ClientError.Kind) {
    let error = RunError(ClientError(kind, "it failed"))
    #expect((ErrorKind.documented + [.drift]).contains(error.kind))
  }

  @Test func `all that the API said arrives`() throws {
    let client = client { _ async throws(TransportError) in
      Self.failure(404, "not_found_error", "no such user")
    }
    let error = #expect(throws: RunError.self) {
      try CommandCall(client).value("users get", ["user-id": "user_1"])
    }
    #expect(error?.kind == .notFound)
    #expect(error?.message == "no such user")
    #expect(error?.api?.status == 404)
    #expect(error?.api?.type == "not_found_error")
    #expect(error?.api?.requestID == "req_7")
    #expect(error?.api?.nothingWasSent == true)
    #expect(error?.isRetryable == false)
  }

  @Test func `an error of a later page has the place of the list and how much was read`() throws {
    let users = TestOrganization { $0.users = 1500 }.sandbox
    let client = client { request async throws(TransportError) in
      if request.target.contains("after_id") {
        return Self.failure(500, "api_error", "it broke")
      }
      var request = request
      request.headers["x-api-key"] = users.key
      return try await SandboxTransport(users).send(request)
    }
    let rows = try CommandCall(client).rows("users list")
    let error = #expect(throws: RunError.self) { try rows.count() }
    #expect(error?.message == "it broke, after 6 attempts, after 1 page (1000 rows)")
    #expect(error?.isRetryable == true)
    let place = try #require(error?.place)
    #expect(place.source[place.range] == "users list")
  }

  @Test func `a change whose outcome is unknown says so`() throws {
    let client = client { _ async throws(TransportError) in
      throw TransportError(.afterSending, "the connection broke")
    }
    let error = #expect(throws: RunError.self) {
      try CommandCall(client).value("workspaces create", ["name": "A"])
    }
    #expect(error?.api?.nothingWasSent == false)
    #expect(error?.help == "look before you send it again")
  }
}
