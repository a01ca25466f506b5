import AdminAPI
import StewardValues
import Testing

@Suite struct GateTests {
  /// Answers every object by its id, and every change with an object.
  private let transport = ScriptedTransport { (request, index) throws(TransportError) in
    let id = request.path.split(separator: "/").last ?? ""
    switch (request.method, request.path) {
    case (.get, "/v1/organizations/workspaces"):
      return Wired.list([Wired.workspace("wrkspc_1", "Research")])
    case (.get, _) where id.hasPrefix("wrkspc_"):
      return .json(Wired.workspace(String(id), "Research"))
    case (.get, _): return .json(Wired.user(Int(id.drop { !$0.isNumber }) ?? 0, role: "developer"))
    case (.delete, _): return .json(#"{"id":"\#(id)","type":"user_deleted"}"#)
    case (.post, "/v1/organizations/workspaces"):
      return .json(Wired.workspace("wrkspc_new\(index)", "Made"))
    case (.post, _) where request.path.hasSuffix("/members"):
      return .json(
        #"{"type":"workspace_member","workspace_id":"w","user_id":"u","#
          + #""workspace_role":"workspace_user"}"#
      )
    default: return .json(Wired.user(1))
    }
  }

  private var client: AdminClient { .test(transport) }

  private func change(
    _ id: String,
    _ arguments: Arguments,
    _ gate: Gate
  ) async throws(ClientError) -> Value {
    try await client.change(.named(id), arguments, through: gate, place: "a.steward:1")
  }

  private var changesSent: [String] { transport.lines.filter { !$0.hasPrefix("GET") } }

  // MARK: Recording

  @Test func `a recording gate sends reads only`() async throws {
    let gate = Gate(.recording, now: .test)
    _ = try await change("users.remove", ["user_id": "user_1"], gate)
    _ = try await change("users.update", ["user_id": "user_2", "role": "user"], gate)
    _ = try await change("workspaces.create", ["name": "A"], gate)
    _ = try await change("workspaces.archive", ["workspace_id": "wrkspc_1"], gate)
    #expect(changesSent == [])
    #expect(gate.changes.count == 4)
    #expect(gate.sentChanges == 0)
  }

  @Test func `a change names whom it concerns, and what was before`() async throws {
    let gate = Gate(.recording, now: .test)
    let answer = try await change("users.update", ["user_id": "user_2", "role": "user"], gate)
    let planned = try #require(gate.changes.changes.first)
    #expect(planned.subject == "Person 2 <u2@acme.example>")
    #expect(planned.before?.record?["role"]?.string == "developer")
    #expect(answer.record?["role"]?.string == "user")
    #expect(answer.record?["email"]?.string == "u2@acme.example")
    #expect(planned.effects == .cut)
    #expect(planned.place == "a.steward:1")
  }

  @Test func `a created object has a placeholder, and is there for later steps`() async throws {
    let gate = Gate(.recording, now: .test)
    let made = try await change("workspaces.create", ["name": "New"], gate)
    let id = try #require(made.record?["id"])
    #expect(id.string == "planned:workspaces:1")
    let read = try await client.perform(
      .named("workspaces.retrieve"),
      ["workspace_id": id],
      gate: gate
    )
    #expect(read.record?["name"]?.string == "New")
    let member: Arguments = [
      "workspace_id": id, "user_id": "user_1", "workspace_role": "workspace_user",
    ]
    _ = try await change("workspaces.members.add", member, gate)
    let members = try await client.perform(
      .named("workspaces.members.list"),
      ["workspace_id": id],
      gate: gate
    )
    #expect(members.list?.count == 1)
    #expect(transport.lines == ["GET /v1/organizations/users/user_1"])
    #expect(gate.changes.changes.last?.subject.contains("Person 1 <u1@acme.example> in ") == true)
  }

  @Test func `what the plan removes is not found after it`() async throws {
    let gate = Gate(.recording, now: .test)
    let marker = try await change("users.remove", ["user_id": "user_1"], gate)
    #expect(marker.record?["type"]?.string == "user_deleted")
    #expect(marker.record?["id"]?.string == "user_1")
    let error = await #expect(throws: ClientError.self) {
      try await client.perform(.named("users.retrieve"), ["user_id": "user_1"], gate: gate)
    }
    #expect(error?.kind == .notFound)
  }

  @Test func `an archived workspace is archived at the run's now`() async throws {
    let gate = Gate(.recording, now: .test)
    let answer = try await change("workspaces.archive", ["workspace_id": "wrkspc_1"], gate)
    guard case .datetime(.test)? = answer.record?["archived_at"] else {
      Issue.record("archived_at is \(String(describing: answer.record?["archived_at"]))")
      return
    }
    #expect(gate.changes.effects == .destroy)
  }

  @Test func `rows that were read need no second read`() async throws {
    let gate = Gate(.recording, now: .test)
    _ = try await client.perform(.named("workspaces.list"), [:], gate: gate)
    _ = try await change("workspaces.update", ["workspace_id": "wrkspc_1", "name": "B"], gate)
    #expect(transport.requests.count == 1)
    #expect(gate.changes.changes.first?.subject == "workspace Research (wrkspc_1)")
  }

  @Test func `arguments that do not fit are refused before anything is sent`() async {
    let gate = Gate(.recording, now: .test)
    let error = await #expect(throws: ClientError.self) {
      try await change("users.update", ["user_id": "user_1", "role": "admin"], gate)
    }
    #expect(error?.kind == .invalid)
    #expect(transport.requests.isEmpty)
  }

  // MARK: Ceilings

  @Test(arguments: [Gate.Mode.recording, .live(plan: nil)])
  func `a change above the ceiling is declined, and nothing changes`(mode: Gate.Mode) async {
    let gate = Gate(mode, ceiling: [.read, .update], now: .test)
    let error = await #expect(throws: ClientError.self) {
      try await change("users.remove", ["user_id": "user_1"], gate)
    }
    #expect(error?.kind == .declined)
    #expect(error?.nothingWasSent == true)
    #expect(changesSent == [])
    #expect(gate.changes.isEmpty)
  }

  // MARK: Live

  @Test func `without a plan changes go out`() async throws {
    let gate = Gate(.live(plan: nil), now: .test)
    _ = try await change("users.remove", ["user_id": "user_1"], gate)
    #expect(changesSent == ["DELETE /v1/organizations/users/user_1"])
    #expect(gate.sentChanges == 1)
  }

  private func plan(_ calls: [(String, Arguments)]) async throws -> ChangeSet {
    let gate = Gate(.recording, now: .test)
    for (id, arguments) in calls { _ = try await change(id, arguments, gate) }
    return gate.changes
  }

  @Test func `with a plan each planned change goes out once`() async throws {
    let plan = try await plan([("users.remove", ["user_id": "user_1"])])
    let gate = Gate(.live(plan: plan), now: .test)
    _ = try await change("users.remove", ["user_id": "user_1"], gate)
    #expect(gate.remainingChanges == 0)
    let error = await #expect(throws: ClientError.self) {
      try await change("users.remove", ["user_id": "user_1"], gate)
    }
    #expect(error?.kind == .drift)
    #expect(changesSent.count == 1)
  }

  @Test(
    arguments: [
      ("users.remove", ["user_id": "user_2"]),
      ("users.update", ["user_id": "user_1", "role": "user"]),
    ] as [(String, Arguments)]
  ) func `what was not planned stays in`(
    id: String,
    arguments: Arguments
  ) async throws {
    let plan = try await plan([
      ("users.update", ["user_id": "user_1", "role": "billing"]),
      ("users.remove", ["user_id": "user_1"]),
    ])
    let gate = Gate(.live(plan: plan), now: .test)
    let error = await #expect(throws: ClientError.self) { try await change(id, arguments, gate) }
    #expect(error?.kind == .drift)
    #expect(error?.nothingWasSent == true)
    #expect(changesSent == [])
  }

  @Test func `a real id stands for its placeholder in later changes`() async throws {
    let recording = Gate(.recording, now: .test)
    let live: (Gate) async throws -> Void = { gate in
      for _ in 0..<2 {
        let made = try await change("workspaces.create", ["name": "A"], gate)
        let id = try #require(made.record?["id"])
        _ = try await change(
          "workspaces.members.add",
          ["workspace_id": id, "user_id": "user_1", "workspace_role": "workspace_user"],
          gate
        )
      }
    }
    try await live(recording)
    let gate = Gate(.live(plan: recording.changes), now: .test)
    try await live(gate)
    #expect(gate.sentChanges == 4)
    #expect(gate.remainingChanges == 0)
  }

  @Test func `the order of arguments and of a record's fields does not matter`() async throws {
    let plan = try await plan([
      ("workspaces.create", ["name": "A", "tags": Value(record: ["a": "1", "b": "2"])])
    ])
    let gate = Gate(.live(plan: plan), now: .test)
    _ = try await change(
      "workspaces.create",
      ["tags": Value(record: ["b": "2", "a": "1"]), "name": "A"],
      gate
    )
    #expect(gate.sentChanges == 1)
  }

  @Test func `a planned change that was refused may be tried again`() async throws {
    let plan = try await plan([("users.remove", ["user_id": "user_1"])])
    let refusing = ScriptedTransport([
      .success(.failure(403, "permission_error")),
      .success(.json(#"{"id":"user_1","type":"user_deleted"}"#)),
    ])
    let client = AdminClient.test(refusing)
    let gate = Gate(.live(plan: plan), now: .test)
    await #expect(throws: ClientError.self) {
      try await client.change(.named("users.remove"), ["user_id": "user_1"], through: gate)
    }
    #expect(gate.remainingChanges == 1)
    _ = try await client.change(.named("users.remove"), ["user_id": "user_1"], through: gate)
    #expect(gate.sentChanges == 1)
  }

  @Test func `of parallel changes exactly the planned ones go out`() async throws {
    let plan = try await plan((1...5).map { ("users.remove", ["user_id": Value("user_\($0)")]) })
    let gate = Gate(.live(plan: plan), now: .test)
    let refused = await withTaskGroup(of: Bool.self) { group in
      for number in 1...20 {
        group.addTask {
          let arguments: Arguments = ["user_id": Value("user_\(number % 10 + 1)")]
          return (try? await change("users.remove", arguments, gate)) == nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused == 15)
    #expect(gate.sentChanges == 5)
    #expect(Set(changesSent).count == 5)
  }

  // MARK: One gate

  @Test func `a change without a gate is a mistake, and so is a read with one`() async {
    let unguarded = await #expect(throws: ClientError.self) {
      try await client.perform(.named("users.remove"), ["user_id": "user_1"])
    }
    let guarded = await #expect(throws: ClientError.self) {
      try await change("users.list", [:], Gate(.live(plan: nil), now: .test))
    }
    #expect(unguarded?.kind == .internal)
    #expect(guarded?.kind == .internal)
    #expect(transport.requests.isEmpty)
  }
}
