import AdminAPI
import AdminSandbox
import StewardValues
import TestSupport
import Testing

/// The same over a connection, and what is no HTTP: each is answered as the API documents it, or the
/// connection ends; the server goes on.
@Suite struct MalformedSocketTests {
  @Test func `wrong requests are answered on a connection too`() async throws {
    try await withServer { sandbox, port in
      let known = await OrganizationContents(of: sandbox).known
      var connection = try RawConnection(port: port)
      for index in 0..<TrialSettings.count(3000) {
        var generator = RequestGenerator(
          known,
          key: sandbox.key,
          seed: TrialSettings.seed,
          index: index
        )
        let wrong = generator.request()
        var isOpen = connection.write(wrong.bytes(host: "localhost"))
        let reply = isOpen ? connection.reply(isBodiless: wrong.method == "HEAD") : nil
        if let problem = Self.problem(reply, wrong.method, wrong.target, connection) {
          Issue.record("\(problem); \(TrialSettings.again(index)): \(wrong.summary)")
        }
        isOpen = reply.map { !$0.isLast } ?? false
        if !isOpen { connection = try RawConnection(port: port) }
      }
    }
  }

  @Test func `what is no HTTP is refused, and nothing is changed`() async throws {
    try await withServer { sandbox, port in
      let before = await OrganizationContents(of: sandbox)
      for index in 0..<TrialSettings.count(2000) {
        var random = SeededNumbers(TrialSettings.seed, case: index)
        let broken = BrokenHTTP.one(&random, key: sandbox.key)
        let connection = try RawConnection(port: port)
        let isTaken = broken.pieces.allSatisfy { connection.write($0) }
        // Then nobody waits for what never comes.
        if broken.isIncomplete { connection.finish() }
        let isHead = broken.name.contains("HEAD")
        var count = 0
        while let reply = connection.reply(isBodiless: isHead) {
          count += 1
          let check = AnswerCheck(status: reply.status, headers: reply.headers, body: reply.body)
          let target = reply.status == 200 ? "/v1/organizations/workspaces" : "/"
          if let problem = check.problem(isHead ? "HEAD" : "GET", target) {
            Issue.record("\(problem); \(TrialSettings.again(index)): \(broken.name)")
          }
          if !broken.isIncomplete { break }
        }
        #expect(!connection.hasHung, "no answer; \(TrialSettings.again(index)): \(broken.name)")
        #expect(broken.isIncomplete || isTaken && count == 1, "\(broken.name)")
      }
      let after = await OrganizationContents(of: sandbox)
      #expect(after.difference(from: before) == nil)
    }
  }

  private static func problem(
    _ reply: RawConnection.Reply?,
    _ method: String,
    _ target: String,
    _ connection: RawConnection
  ) -> String? {
    guard let reply else { return connection.hasHung ? "no answer" : "the connection ended" }
    return AnswerCheck(status: reply.status, headers: reply.headers, body: reply.body)
      .problem(method, target)
  }

  /// A server, which answers a plain question when all is over.
  private func withServer(_ body: (Sandbox, Int) async throws -> Void) async throws {
    let time = TestTime(try #require(Timestamp(Probe.now)))
    let sandbox = Sandbox(SandboxSettings(), clock: time.clock)
    let server = try await SandboxServer.start(sandbox)
    do {
      try await body(sandbox, server.port)
      let connection = try RawConnection(port: server.port)
      let lines =
        "GET /v1/organizations/me HTTP/1.1\r\nhost: x\r\nx-api-key: \(sandbox.key)\r\n\r\n"
      try connection.send(lines)
      #expect(connection.reply()?.status == 200)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }
}
