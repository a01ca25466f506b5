import AdminAPI
import StewardValues
import Testing

@Suite struct RequestBuilderTests {
  private func request(_ id: String, _ arguments: Arguments) throws -> Request {
    try RequestBuilder(.named(id), arguments).build()
  }

  @Test(arguments: [
    ("user_1", "/v1/organizations/users/user_1"),
    ("a/b", "/v1/organizations/users/a%2Fb"),
    ("../api_keys", "/v1/organizations/users/..%2Fapi_keys"),
    ("a;b?c=d#e", "/v1/organizations/users/a%3Bb%3Fc%3Dd%23e"),
    ("a b\n", "/v1/organizations/users/a%20b%0A"),
    ("%2e%2e", "/v1/organizations/users/%252e%252e"),
    ("é", "/v1/organizations/users/%C3%A9"),
    ("...", "/v1/organizations/users/..."),
  ]) func `no id can change which path it is`(id: String, path: String) throws {
    #expect(try request("users.retrieve", ["user_id": Value(id)]).path == path)
  }

  @Test(arguments: ["", ".", ".."]) func `a segment that means another place is refused`(
    id: String
  ) {
    #expect(throws: ClientError.self) { try request("users.retrieve", ["user_id": Value(id)]) }
  }

  @Test func `lists in the query repeat the name with brackets`() throws {
    let built = try request("users.list", ["roles": ["admin", "user"], "email": "a+b@c.example"])
    #expect(
      built.target
        == "/v1/organizations/users?email=a%2Bb%40c.example&roles%5B%5D=admin&roles%5B%5D=user"
    )
    #expect(built.body == nil)
  }

  @Test func `moments are RFC 3339, and a day stands for its midnight`() throws {
    let moment = try request("cost_report.list", ["starting_at": .datetime(.test)])
    #expect(moment.query.first?.value == "2026-11-01T00:00:00Z")
    let day = Value.date(CalendarDate(days: 20_758))
    #expect(
      try request("cost_report.list", ["starting_at": day]).query.first?.value
        == "2026-11-01T00:00:00Z"
    )
    #expect(
      try request("usage_report.claude_code", ["starting_at": day]).query.first?.value
        == "2026-11-01"
    )
  }

  @Test func `null is sent, and what is not given is not`() throws {
    let built = try request(
      "workspaces.update",
      ["workspace_id": "wrkspc_1", "tags": .null, "name": "x\"y"]
    )
    #expect(
      built.body.map { String(decoding: $0, as: UTF8.self) } == #"{"name":"x\"y","tags":null}"#
    )
    #expect(built.headers["Content-Type"] == "application/json")
  }

  @Test func `a post without body parameters has no body`() throws {
    let built = try request("workspaces.archive", ["workspace_id": "wrkspc_1"])
    #expect(built.method == .post)
    #expect(built.body == nil)
  }

  @Test(
    arguments: [
      (["speeds": ["fast"]], "fast-mode-2026-02-01"),
      (["group_by": ["model", "speed"]], "fast-mode-2026-02-01"),
      (["group_by": ["model"]], nil),
      ([:], nil),
    ] as [(Arguments, String?)]
  ) func `speed needs the beta header, and nothing else does`(
    extra: Arguments,
    header: String?
  ) throws {
    var arguments = extra
    arguments["starting_at"] = .datetime(.test)
    #expect(try request("usage_report.messages", arguments).headers["anthropic-beta"] == header)
  }

  @Test(arguments: [
    ("sk-ant-admin01-x", "x-api-key", "sk-ant-admin01-x"),
    ("sk-ant-api01-x", "x-api-key", "sk-ant-api01-x"),
    ("sk-ant-oat01-x", "authorization", "Bearer sk-ant-oat01-x"),
  ]) func `a credential travels in the header of its kind`(
    key: String,
    name: String,
    value: String
  ) async throws {
    let transport = ScriptedTransport([
      .success(.json(#"{"id":"o","name":"A","type":"organization"}"#))
    ])
    _ = try await AdminClient.test(transport, key: key).organization()
    let headers = transport.requests.first?.headers
    #expect(headers?[name] == value)
    #expect(headers?["anthropic-version"] == "2023-06-01")
    #expect(headers?["user-agent"] == "Steward/1.2.3")
    #expect(headers?.fields.filter { ["x-api-key", "authorization"].contains($0.name) }.count == 1)
  }

  @Test(arguments: ["", "sk-ant-admin01-x\nhost: evil", "sk ant", "schlüssel"])
  func `a credential that no header can hold is never sent`(key: String) async {
    let transport = ScriptedTransport([])
    let error = await #expect(throws: ClientError.self) {
      try await AdminClient.test(transport, key: key).organization()
    }
    #expect(error?.kind == .auth)
    #expect(transport.requests.isEmpty)
  }
}
