import AdminAPI
import StewardValues
import Synchronization
import Testing

@Suite struct RetryTests {
  private static let user = Response.json(Wired.user(1))
  private let clock = FakeClock()

  private func read(_ transport: ScriptedTransport) async throws(ClientError) -> Value {
    try await AdminClient.test(transport, clock: clock)
      .perform(.named("users.retrieve"), ["user_id": "user_1"])
  }

  private func change(
    _ id: String,
    _ arguments: Arguments,
    _ transport: ScriptedTransport
  ) async throws(ClientError) -> Value {
    try await AdminClient.test(transport, clock: clock)
      .change(.named(id), arguments, through: Gate(.live(plan: nil), now: .test))
  }

  private static let newWorkspace: Arguments = ["name": "Research"]

  @Test func `a read that meets a 500 is sent again`() async throws {
    let transport = ScriptedTransport([
      .success(.failure(500)), .success(.failure(529)), .success(Self.user),
    ])
    #expect(try await read(transport).record?["name"]?.string == "Person 1")
    #expect(clock.sleeps == [.milliseconds(500), .seconds(1)])
  }

  @Test func `six attempts are enough, and end within half a minute`() async {
    let transport = ScriptedTransport([.success(.failure(500))])
    let error = await #expect(throws: ClientError.self) { try await read(transport) }
    #expect(transport.requests.count == 6)
    #expect(error?.attempts == 6)
    #expect(error?.kind == .server)
    #expect(error?.isRetryable == true)
    #expect(error?.nothingWasSent == true)
    #expect(
      clock.sleeps == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8)]
    )
    #expect(clock.elapsed < .seconds(30))
  }

  @Test func `a server that asks for more patience than there is gets an end`() async {
    let transport = ScriptedTransport([.success(.failure(503, headers: [("retry-after", "20")]))])
    await #expect(throws: ClientError.self) { try await read(transport) }
    #expect(clock.sleeps == [.seconds(20)])
  }

  @Test(
    arguments: [
      ([("retry-after", "3")], Duration.seconds(3)),
      ([("retry-after-ms", "1500")], .milliseconds(1500)),
      ([("retry-after-ms", "700"), ("retry-after", "3")], .milliseconds(700)),
      ([("retry-after", "soon")], .milliseconds(500)), ([("retry-after", "0")], .milliseconds(500)),
      ([], .milliseconds(500)),
    ] as [([(name: String, value: String)], Duration)]
  )
  func `the server's wait is kept`(headers: [(name: String, value: String)], wait: Duration)
    async throws
  {
    let transport = ScriptedTransport([
      .success(.failure(429, "rate_limit_error", headers: headers)), .success(Self.user),
    ])
    _ = try await read(transport)
    #expect(clock.sleeps == [wait])
  }

  @Test func `a 429 is repeated for a minute, whatever the method`() async {
    let transport = ScriptedTransport([
      .success(.failure(429, "rate_limit_error", headers: [("retry-after", "10")]))
    ])
    let error = await #expect(throws: ClientError.self) {
      try await change("workspaces.create", Self.newWorkspace, transport)
    }
    #expect(transport.requests.count == 7)
    #expect(clock.elapsed == .seconds(60))
    #expect(error?.kind == .rateLimited)
    #expect(error?.nothingWasSent == true)
    #expect(error?.outcomeUnknown == false)
  }

  @Test func `x-should-retry false is obeyed`() async {
    let transport = ScriptedTransport([
      .success(.failure(500, headers: [("x-should-retry", "false")]))
    ])
    await #expect(throws: ClientError.self) { try await read(transport) }
    #expect(transport.requests.count == 1)
  }

  @Test func `x-should-retry true repeats what is safe to repeat`() async throws {
    let transport = ScriptedTransport([
      .success(.failure(409, "conflict_error", headers: [("x-should-retry", "true")])),
      .success(Self.user),
    ])
    _ = try await read(transport)
    #expect(transport.requests.count == 2)
  }

  @Test(arguments: [400, 401, 403, 404, 409, 413]) func `a refusal is final`(status: Int) async {
    let transport = ScriptedTransport([.success(.failure(status))])
    await #expect(throws: ClientError.self) { try await read(transport) }
    #expect(transport.requests.count == 1)
  }

  @Test func `a create is sent again when no byte of it left`() async throws {
    let transport = ScriptedTransport([
      .failure(TransportError(.beforeSending, "refused")),
      .success(.json(Wired.workspace("wrkspc_1", "Research"))),
    ])
    _ = try await change("workspaces.create", Self.newWorkspace, transport)
    #expect(transport.requests.count == 2)
  }

  @Test(
    arguments: [
      .success(.failure(500)), .success(.failure(408)),
      .failure(TransportError(.afterSending, "the connection broke")),
      .failure(TransportError(.timeout, "no answer")),
    ] as [Result<Response, TransportError>]
  )
  func `a create whose answer is lost is looked for, never sent again`(
    lost: Result<Response, TransportError>
  ) async throws {
    let transport = ScriptedTransport([
      lost, .success(Wired.list([Wired.workspace("wrkspc_9", "Research")])),
    ])
    let made = try await change("workspaces.create", Self.newWorkspace, transport)
    #expect(made.record?["id"]?.string == "wrkspc_9")
    #expect(transport.requests.map(\.method) == [.post, .get])
  }

  @Test(arguments: [
    [],
    [Wired.workspace("wrkspc_1", "Other")],
    [Wired.workspace("wrkspc_1", "Research", createdAt: "2026-10-31T23:59:59Z")],
    [Wired.workspace("wrkspc_1", "Research"), Wired.workspace("wrkspc_2", "Research")],
  ]) func `unless exactly one object fits, the outcome is unknown`(found: [String]) async {
    let transport = ScriptedTransport([.success(.failure(500)), .success(Wired.list(found))])
    let error = await #expect(throws: ClientError.self) {
      try await change("workspaces.create", Self.newWorkspace, transport)
    }
    #expect(error?.outcomeUnknown == true)
    #expect(error?.nothingWasSent == false)
    #expect(error?.message.contains("not known whether workspaces create was carried out") == true)
    #expect(transport.requests.filter { $0.method == .post }.count == 1)
  }

  @Test func `every field that was sent must fit`() async {
    let transport = ScriptedTransport([
      .success(.failure(500)), .success(Wired.list([Wired.workspace("wrkspc_1", "Research")])),
    ])
    let error = await #expect(throws: ClientError.self) {
      try await change(
        "workspaces.create",
        ["name": "Research", "tags": Value(record: ["team": "other"])],
        transport
      )
    }
    #expect(error?.outcomeUnknown == true)
  }

  @Test func `a repeated removal that finds nothing has done its work`() async throws {
    let transport = ScriptedTransport([.success(.failure(500)), .success(.failure(404))])
    let answer = try await change("users.remove", ["user_id": "user_1"], transport)
    #expect(answer.record?["id"]?.string == "user_1")
    #expect(answer.record?["type"]?.string == "user_deleted")
  }

  @Test(arguments: ["", "<html>", "7"]) func `a create whose answer cannot be read is looked for`(
    body: String
  ) async throws {
    let transport = ScriptedTransport([
      .success(.json(body)),
      .success(Wired.list([Wired.workspace("wrkspc_9", "Research")])),
    ])
    let gate = Gate(.live(plan: nil), now: .test)
    let made = try await AdminClient.test(transport, clock: clock)
      .change(.named("workspaces.create"), Self.newWorkspace, through: gate)
    #expect(made.record?["id"]?.string == "wrkspc_9")
    #expect(gate.sentChanges == 1)
  }

  @Test func `an added member is looked for by both ids`() async throws {
    let member =
      #"{"type":"workspace_member","workspace_id":"wrkspc_1","user_id":"user_1","#
      + #""workspace_role":"workspace_user"}"#
    let transport = ScriptedTransport([
      .failure(TransportError(.timeout, "no answer")), .success(.json(member)),
    ])
    let arguments: Arguments = [
      "workspace_id": "wrkspc_1", "user_id": "user_1", "workspace_role": "workspace_user",
    ]
    _ = try await change("workspaces.members.add", arguments, transport)
    #expect(
      transport.lines.last == "GET /v1/organizations/workspaces/wrkspc_1/members/user_1"
    )
  }

  @Test func `an added member with another role is not the one that was sent`() async {
    let member =
      #"{"type":"workspace_member","workspace_id":"wrkspc_1","user_id":"user_1","#
      + #""workspace_role":"workspace_admin"}"#
    let transport = ScriptedTransport([
      .failure(TransportError(.timeout, "no answer")), .success(.json(member)),
    ])
    let arguments: Arguments = [
      "workspace_id": "wrkspc_1", "user_id": "user_1", "workspace_role": "workspace_user",
    ]
    let gate = Gate(.live(plan: nil), now: .test)
    let error = await #expect(throws: ClientError.self) {
      try await AdminClient.test(transport, clock: clock)
        .change(.named("workspaces.members.add"), arguments, through: gate)
    }
    #expect(error?.outcomeUnknown == true)
    #expect(gate.unknownChanges == 1)
    #expect(gate.sentChanges == 0)
  }

  @Test func `a key for the model API is told apart when it is refused`() async {
    let transport = ScriptedTransport([.success(.failure(403, "permission_error"))])
    let error = await #expect(throws: ClientError.self) {
      try await AdminClient.test(transport, key: "sk-ant-api03-x").organization()
    }
    #expect(error?.hint?.contains("sk-ant-admin") == true)
  }

  @Test func `a removal of somebody unknown fails`() async {
    let transport = ScriptedTransport([.success(.failure(404, "not_found_error"))])
    let error = await #expect(throws: ClientError.self) {
      try await change("users.remove", ["user_id": "user_1"], transport)
    }
    #expect(error?.kind == .notFound)
    #expect(error?.outcomeUnknown == false)
  }

  @Test func `cancelling ends the wait`() async {
    let transport = ScriptedTransport { (_, _) throws(TransportError) in
      withUnsafeCurrentTask { $0?.cancel() }
      return .failure(500)
    }
    let error = await Task { await #expect(throws: ClientError.self) { try await read(transport) } }
      .value
    #expect(error?.kind == .cancelled)
    #expect(transport.requests.count == 1)
  }

  @Test func `the trace tells each attempt and no header`() async throws {
    let events = Mutex<[TraceEvent]>([])
    let transport = ScriptedTransport([
      .failure(TransportError(.timeout, "no answer")),
      .success(.json(Wired.user(1), headers: [("request-id", "req_7")])),
    ])
    let client = AdminClient.test(transport, clock: clock) { event in
      events.withLock { $0.append(event) }
    }
    _ = try await client.perform(.named("users.retrieve"), ["user_id": "user_1"])
    let seen = events.withLock(\.self)
    #expect(seen.map(\.attempt) == [1, 2])
    #expect(seen.last?.requestID == "req_7")
    #expect(seen.allSatisfy { $0.target == "/v1/organizations/users/user_1" })
    #expect(!"\(seen)".contains("sk-ant"))
  }
}
