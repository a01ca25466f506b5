import AdminAPI
import AdminHTTP
import NIOHTTP1
import Testing

@Suite(.timeLimit(.minutes(1))) struct HTTPTransportTests {
  private static let request = Request(
    .get,
    "/v1/organizations/users",
    query: [("roles[]", "admin"), ("email", "a+b@c.example")],
    headers: Headers([("x-api-key", "sk-ant-admin01-hidden"), ("user-agent", "Steward/1")])
  )

  /// Runs a test against a server, and stops both when it is done.
  private func with(
    _ answer: LocalServer.Answer,
    settings: HTTPSettings = HTTPSettings(),
    path: String = "",
    _ body: (HTTPTransport, LocalServer) async throws -> Void
  ) async throws {
    let server = try await LocalServer { _ in answer }
    let transport = try HTTPTransport(
      BaseURL("http://127.0.0.1:\(server.port)\(path)"),
      settings: settings
    )
    try await body(transport, server)
    await transport.shutdown()
    await server.stop()
  }

  private func failure(_ transport: HTTPTransport) async -> TransportError? {
    await #expect(throws: TransportError.self) { try await transport.send(Self.request) }
  }

  @Test func `status, headers and body arrive`() async throws {
    let answer = LocalServer.Answer.reply(
      status: 429,
      headers: [("Request-Id", "req_1"), ("retry-after", "7")],
      body: #"{"a":1}"#
    )
    try await with(answer, path: "/prefix/") { transport, server in
      let response = try await transport.send(Self.request)
      #expect(response.status == 429)
      #expect(response.headers["request-id"] == "req_1")
      #expect(response.headers["Retry-After"] == "7")
      #expect(response.body == Array(#"{"a":1}"#.utf8))
      let received = try #require(server.received.first)
      #expect(
        received.uri
          == "/prefix/v1/organizations/users?roles%5B%5D=admin&email=a%2Bb%40c.example"
      )
      #expect(received.headers["x-api-key"] == ["sk-ant-admin01-hidden"])
      #expect(received.headers["user-agent"] == ["Steward/1"])
    }
  }

  @Test func `an encoded path stays as it is`() async throws {
    try await with(.reply(status: 200)) { transport, server in
      _ = try await transport.send(Request(.get, "/v1/users/..%2Fapi_keys%3Fa%3Db"))
      #expect(server.received.first?.uri == "/v1/users/..%2Fapi_keys%3Fa%3Db")
    }
  }

  @Test(arguments: [Method.post, .delete]) func `method and body arrive`(
    method: Method
  ) async throws {
    try await with(.reply(status: 200, body: "{}")) { transport, server in
      _ = try await transport.send(Request(method, "/v1/x", body: Array(#"{"name":"é"}"#.utf8)))
      #expect(server.received.first?.method == method.rawValue)
      #expect(server.received.first?.body == Array(#"{"name":"é"}"#.utf8))
    }
  }

  @Test func `a redirect is an answer, and nobody follows it`() async throws {
    let other = try await LocalServer { _ in .reply(status: 200) }
    let answer = LocalServer.Answer.reply(
      status: 302,
      headers: [("location", "http://127.0.0.1:\(other.port)/steal")]
    )
    try await with(answer) { transport, server in
      let response = try await transport.send(Self.request)
      #expect(response.status == 302)
      #expect(server.received.count == 1)
      #expect(other.received.isEmpty)
    }
    await other.stop()
  }

  @Test func `nobody listens: nothing was sent`() async throws {
    let server = try await LocalServer { _ in .silence }
    let port = server.port
    await server.stop()
    let transport = try HTTPTransport(BaseURL("http://127.0.0.1:\(port)"))
    let error = await failure(transport)
    #expect(error?.stage == .beforeSending)
    #expect(error?.message.contains("connection refused") == true)
    await transport.shutdown()
  }

  @Test func `no such host: nothing was sent`() async throws {
    let transport = try HTTPTransport(BaseURL("https://nowhere.invalid"))
    #expect(await failure(transport)?.stage == .beforeSending)
    await transport.shutdown()
  }

  @Test func `a server that speaks no TLS: nothing was sent`() async throws {
    let server = try await LocalServer { _ in .close }
    let transport = try HTTPTransport(BaseURL("https://127.0.0.1:\(server.port)"))
    #expect(await failure(transport)?.stage == .beforeSending)
    #expect(server.received.isEmpty)
    await transport.shutdown()
    await server.stop()
  }

  @Test(arguments: [LocalServer.Answer.close, .cut])
  func `a connection that breaks after the request may have had an effect`(
    answer: LocalServer.Answer
  ) async throws {
    try await with(answer) { transport, server in
      let error = await failure(transport)
      #expect(error?.stage == .afterSending)
      #expect(server.received.count == 1)
      #expect(error?.message.contains("hidden") == false)
    }
  }

  @Test func `silence is a timeout`() async throws {
    let settings = HTTPSettings(requestTimeout: .milliseconds(50))
    try await with(.silence, settings: settings) { transport, _ in
      #expect(await failure(transport)?.stage == .timeout)
    }
  }

  @Test func `a cancelled task does not wait`() async throws {
    try await with(.silence) { transport, _ in
      let task = Task { await failure(transport)?.stage }
      task.cancel()
      #expect(await task.value == .cancelled)
    }
  }

  @Test func `an answer beyond the bound is refused`() async throws {
    let settings = HTTPSettings(maximumBody: 100)
    let body = String(repeating: "x", count: 101)
    try await with(.reply(status: 200, body: body), settings: settings) { transport, _ in
      #expect(await failure(transport)?.message.contains("larger than 100 bytes") == true)
    }
  }

  @Test func `requests run side by side`() async throws {
    try await with(.reply(status: 200, body: "{}")) { transport, server in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<50 {
          group.addTask { _ = try await transport.send(Self.request) }
        }
        try await group.waitForAll()
      }
      #expect(server.received.count == 50)
    }
  }

  @Test func `a proxy is not used for this machine`() async throws {
    let settings = HTTPSettings(environment: [
      "HTTPS_PROXY": "http://127.0.0.1:1", "HTTP_PROXY": "http://127.0.0.1:1",
    ])
    try await with(.reply(status: 200), settings: settings) { transport, _ in
      let response = try await transport.send(Self.request)
      #expect(response.status == 200)
    }
  }

  @Test func `requests to other hosts go through the proxy, and it learns no credential`()
    async throws
  {
    let proxy = try await LocalServer { _ in .reply(status: 502) }
    let transport = try HTTPTransport(
      BaseURL("https://api.anthropic.com"),
      settings: HTTPSettings(environment: ["https_proxy": "http://me:pass@127.0.0.1:\(proxy.port)"])
    )
    let error = await failure(transport)
    #expect(error?.stage == .beforeSending)
    let received = try #require(proxy.received.first)
    #expect(received.method == "CONNECT")
    #expect(received.uri == "api.anthropic.com:443")
    #expect(received.headers["x-api-key"].isEmpty)
    #expect(received.headers["proxy-authorization"] == ["Basic bWU6cGFzcw=="])
    await transport.shutdown()
    await proxy.stop()
  }

  @Test func `a certificate file that is none is refused at once`() {
    let settings = HTTPSettings(certificateAuthorityFile: "/dev/null/none.pem")
    #expect(throws: HTTPSettingsError.self) { try HTTPTransport(.anthropic, settings: settings) }
  }
}
