import AdminAPI
import AdminSandbox
import Testing

@Suite struct ValidationTests {
  @Test(arguments: [
    ("users?limit=0", "limit: Input should be greater than or equal to 1"),
    ("users?limit=1001", "limit: Input should be less than or equal to 1000"),
    ("users?limit=ten", "limit: Input should be a valid integer"),
    ("users?nickname=x", "nickname: Extra inputs are not permitted"),
    ("users?email=nobody", "email: value is not a valid email address"),
    ("users?roles=admin", "roles: Input should be a valid array"),
    ("users?email[]=a@b.example", "email[]: Extra inputs are not permitted"),
    ("users?limit=5&limit=6", "limit: Input should be a single value"),
    ("users?after_id=user_x", "after_id: No object with the ID 'user_x' was found"),
    ("workspaces?include_archived=yes", "include_archived: Input should be a valid boolean"),
    (
      "invites?statuses[]=deleted",
      "statuses.0: Input should be 'pending', 'accepted' or 'expired'"
    ),
    (
      "api_keys?status=gone",
      "status: Input should be 'active', 'inactive', 'archived' or 'expired'"
    ),
    ("usage_report/messages", "starting_at: Field required"),
    ("usage_report/messages?starting_at=soon", "starting_at: Input should be a valid datetime"),
    (
      "usage_report/messages?starting_at=2026-11-02&ending_at=2026-11-01",
      "ending date must be after starting date"
    ),
    ("cost_report?starting_at=2026-11-01&bucket_width=1h", "bucket_width: Input should be '1d'"),
    (
      "cost_report?starting_at=2026-11-01&limit=32",
      "limit: Input should be less than or equal to 31"
    ),
    (
      "usage_report/claude_code?starting_at=2026-11-01T00:00:00Z",
      "starting_at: Input should be a valid date in the format YYYY-MM-DD"
    ),
    (
      "usage_report/messages?starting_at=2026-11-01&page=page_made_up",
      "page: The page token does not belong to this query"
    ),
  ])
  func `a query that the API would refuse is refused`(target: String, message: String) async throws
  {
    let reply = try await Probe().get(target)
    #expect(reply.status == 400)
    #expect(reply.text("error.type") == "invalid_request_error")
    #expect(reply.message == message)
  }

  @Test(arguments: [
    ("invites", #"{"email": "a@b.example"}"#, "role: Field required"),
    ("invites", #"{"role": "user"}"#, "email: Field required"),
    ("invites", #"{"email": 5, "role": "user"}"#, "email: Input should be a valid string"),
    (
      "invites", #"{"email": "nobody", "role": "user"}"#,
      "email: value is not a valid email address"
    ),
    ("invites", #"{"email": "a@b.example", "role": "user""#, "The request body is not valid JSON."),
    ("invites", "[]", "body: Input should be a valid dictionary"),
    ("workspaces", #"{"name": ""}"#, "name: String should have at least 1 character"),
    (
      "workspaces", #"{"name": "0123456789012345678901234567890123456789!"}"#,
      "name: String should have at most 40 characters"
    ),
    ("workspaces", #"{"name": null}"#, "name: Input should be a valid string"),
    ("workspaces", #"{"name": "a", "nickname": "b"}"#, "nickname: Extra inputs are not permitted"),
    (
      "workspaces", #"{"name": "a", "display_color": "red"}"#,
      "display_color: String should match pattern '^#[0-9A-Fa-f]{6}$'"
    ),
    (
      "workspaces", #"{"name": "a", "tags": {"team": 1}}"#,
      "tags.team: Input should be a valid string"
    ),
    (
      "workspaces", #"{"name": "a", "data_residency": {"workspace_geo": "eu"}}"#,
      "data_residency.workspace_geo: Input should be 'us'"
    ),
    (
      "workspaces", #"{"name": "a", "data_residency": {"city": "x"}}"#,
      "data_residency.city: Extra inputs are not permitted"
    ),
  ])
  func `a body that the API would refuse is refused`(
    target: String,
    body: String,
    message: String
  ) async throws {
    let reply = try await Probe().post(target, body)
    #expect(reply.status == 400)
    #expect(reply.message == message)
  }

  @Test(arguments: [
    #"{"name": "a", "tags": {"anthropic-x": "1"}}"#,
    #"{"name": "a", "data_residency": {"allowed_inference_geos": ["mars"]}}"#,
    #"{"name": "a", "external_key_id": "ekey_01"}"#,
  ])
  func `the catalog's own rules hold`(body: String) async throws {
    #expect(try await Probe().post("workspaces", body).status == 400)
  }

  @Test func `both cursors at once are refused`() async throws {
    let probe = try Probe()
    let id = try await probe.userID("jane@acme.example")
    let reply = try await probe.get("users?after_id=\(id)&before_id=\(id)")
    #expect(reply.status == 400)
  }

  @Test func `the role's message names the roles`() async throws {
    let probe = try Probe()
    let id = try await probe.userID("jane@acme.example")
    let reply = try await probe.post("users/\(id)", #"{"role": "boss"}"#)
    #expect(reply.message?.hasPrefix("role: Input should be 'user', ") == true)
  }

  @Test func `paths and methods follow the catalog`() async throws {
    let probe = try Probe()
    #expect(try await probe.get("nothing").status == 404)
    #expect(try await probe.get("nothing").text("error.type") == "not_found_error")
    #expect(try await probe.delete("users").status == 405)
    #expect(try await probe.get("users/user_unknown").status == 404)
  }

  @Test func `the SDK's mark of its beta classes is no mistake`() async throws {
    let probe = try Probe()
    #expect(try await probe.get("users?beta=true").status == 200)
    #expect(try await probe.get("users?beta=false").status == 400)
  }

  @Test(arguments: [
    ("webhooks?limit=ten", 404), ("plugins?nonsense=1", 404),
    ("spend_limits?scope_type[]=nobody", 400),
    ("usage_report/messages?speeds[]=light", 400),
  ])
  func `a missing beta header is found before a wrong argument`(
    target: String,
    status: Int
  ) async throws {
    let probe = try Probe()
    let without = try await probe.get(target)
    #expect(without.status == status)
    #expect(without.message?.contains(status == 404 ? "Not found" : "anthropic-beta") == true)
    let other = [("x-api-key", probe.sandbox.key), ("anthropic-beta", "something-else")]
    let wrong = try await probe.send(.get, target, headers: other)
    #expect(wrong.message == without.message)
  }

  @Test func `fast use needs its beta header`() async throws {
    let probe = try Probe()
    let target = "usage_report/messages?starting_at=2026-11-17&speeds[]=fast"
    #expect(try await probe.get(target).status == 400)
    let headers = [
      (name: "x-api-key", value: probe.sandbox.key),
      (name: "Anthropic-Beta", value: "other-1, fast-mode-2026-02-01"),
    ]
    #expect(try await probe.send(.get, target, headers: headers).status == 200)
  }

  @Test func `every operation of the catalog is known`() async throws {
    let probe = try Probe()
    for operation in Catalog.all where operation.path.hasPrefix("/v1/organizations/") {
      let path = operation.path.dropFirst("/v1/organizations/".count)
      let beta = operation.betaHeader.map { (name: "anthropic-beta", value: $0.value) }
      let headers = [(name: "x-api-key", value: probe.sandbox.key), beta].compactMap(\.self)
      let reply = try await probe.send(operation.method, String(path), headers: headers)
      #expect(reply.status != 405 && reply.status != 500, "\(operation.id)")
      #expect(reply.message != "Not found", "\(operation.id)")
    }
  }
}
