import AdminSandbox
import StewardValues
import Testing

@Suite struct SandboxServerTests {
  private func withServer(
    _ settings: SandboxSettings = SandboxSettings(),
    _ body: (Sandbox, SandboxServer) async throws -> Void
  ) async throws {
    let sandbox = Sandbox(settings)
    let server = try await SandboxServer.start(sandbox)
    do {
      try await body(sandbox, server)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private func request(_ sandbox: Sandbox, _ line: String, _ headers: String = "") -> String {
    "\(line) HTTP/1.1\r\nHost: localhost\r\nx-api-key: \(sandbox.key)\r\n\(headers)\r\n"
  }

  @Test func `a list comes over the socket as in process`() async throws {
    try await withServer { sandbox, server in
      #expect(server.port > 0)
      #expect(server.baseURL == "http://127.0.0.1:\(server.port)")
      let connection = try RawConnection(port: server.port)
      let target = "/v1/organizations/users?limit=1000&roles%5B%5D=admin&email=tomas%40acme.example"
      try connection.send(request(sandbox, "GET \(target)", "Connection: close\r\n"))
      let answer = connection.receiveAll()
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.contains("request-id: req_01"))
      #expect(answer.contains("Tomás Rivera"))
      #expect(!answer.contains("Margaret"))
    }
  }

  @Test func `requests sent ahead are answered in order`() async throws {
    try await withServer { sandbox, server in
      let connection = try RawConnection(port: server.port)
      let lines = ["me", "users?limit=1", "nothing", "invites?limit=1", "me"]
      let requests = lines.map { request(sandbox, "GET /v1/organizations/\($0)") }
      try connection.send(requests.joined())
      let answer = connection.receive { text in
        text.split(separator: "HTTP/1.1 ").count == 5 && text.hasSuffix("}")
          && text.contains("invite_01") && text.components("\"organization\"") == 2
      }
      let statuses = answer.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
      #expect(statuses == ["200", "200", "404", "200", "200"])
    }
  }

  @Test func `a change needs no content type`() async throws {
    try await withServer { sandbox, server in
      let connection = try RawConnection(port: server.port)
      let body = #"{"name": "Production"}"#
      let headers = """
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: \(body.utf8.count)\r
        Connection: close\r

        """
      try connection.send(request(sandbox, "POST /v1/organizations/workspaces", headers) + body)
      #expect(connection.receiveAll().contains(#""name":"Production""#))
    }
  }

  @Test(arguments: [("HEAD", "405"), ("PUT", "405"), ("OPTIONS", "405"), ("DELETE", "405")])
  func `other methods are refused`(method: String, status: String) async throws {
    try await withServer { sandbox, server in
      let connection = try RawConnection(port: server.port)
      try connection.send(
        request(sandbox, "\(method) /v1/organizations/me", "Connection: close\r\n")
      )
      let answer = connection.receiveAll()
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      #expect(answer.hasSuffix("\r\n\r\n") == (method == "HEAD"))
    }
  }

  @Test func `what is no HTTP is refused`() async throws {
    try await withServer { _, server in
      let connection = try RawConnection(port: server.port)
      try connection.send("hello there\r\n\r\n")
      #expect(connection.receiveAll().hasPrefix("HTTP/1.1 400 "))
    }
  }

  @Test func `a body of more than a mebibyte is refused`() async throws {
    try await withServer { sandbox, server in
      let connection = try RawConnection(port: server.port)
      let count = (1 << 20) + 1
      let headers = "Content-Length: \(count)\r\nConnection: close\r\n"
      let body = String(repeating: " ", count: count)
      try connection.send(request(sandbox, "POST /v1/organizations/workspaces", headers) + body)
      let answer = connection.receiveAll()
      #expect(answer.hasPrefix("HTTP/1.1 413 "))
      #expect(answer.contains("request_too_large"))
    }
  }

  @Test func `a client that waits is told to go on`() async throws {
    try await withServer { sandbox, server in
      let connection = try RawConnection(port: server.port)
      let body = #"{"name": "Slow"}"#
      let headers = "Expect: 100-continue\r\nContent-Length: \(body.utf8.count)\r\n"
      try connection.send(request(sandbox, "POST /v1/organizations/workspaces", headers))
      let goOn = connection.receive { $0.hasSuffix("\r\n\r\n") }
      #expect(goOn == "HTTP/1.1 100 Continue\r\n\r\n")
      try connection.send(body)
      #expect(connection.receive { $0.hasSuffix("}") }.hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }

  @Test func `a drop closes the connection without a word`() async throws {
    let settings = try SandboxSettings(spec: "fault-drop=1")
    try await withServer(settings) { sandbox, server in
      let connection = try RawConnection(port: server.port)
      try connection.send(request(sandbox, "GET /v1/organizations/me"))
      #expect(connection.receiveAll().isEmpty)
    }
  }

  @Test func `latency holds on a port too`() async throws {
    let settings = try SandboxSettings(spec: "latency=20ms")
    try await withServer(settings) { sandbox, server in
      let connection = try RawConnection(port: server.port)
      let start = ContinuousClock.now
      try connection.send(request(sandbox, "GET /v1/organizations/me", "Connection: close\r\n"))
      #expect(connection.receiveAll().hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(ContinuousClock.now - start >= .milliseconds(20))
    }
  }

  @Test func `stopping closes idle connections`() async throws {
    let server = try await SandboxServer.start(Sandbox())
    let connection = try RawConnection(port: server.port)
    try connection.send("GET /v1/organizations/me HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(connection.receive { $0.hasSuffix("}") }.hasPrefix("HTTP/1.1 401 "))
    await server.stop()
    #expect(connection.receiveAll().isEmpty)
  }

  @Test func `a taken port is an error`() async throws {
    try await withServer { sandbox, server in
      await #expect(throws: SandboxServerError.self) {
        _ = try await SandboxServer.start(sandbox, port: server.port)
      }
    }
  }
}

extension String {
  /// How often the text has the other one in it.
  fileprivate func components(_ other: String) -> Int { ranges(of: other).count }
}
