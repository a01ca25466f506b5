import AdminAPI
import AdminCommands
import AdminSandbox
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct APIGetTests {
  private let organization = TestOrganization { $0.users = 250 }
  private var transport: RecordedTransport { organization.transport }
  private var call: CommandCall { CommandCall(organization.client) }

  @Test func `an object comes as it is`() throws {
    let value = try call.value("api get", ["path": "/v1/organizations/me"])
    #expect(value.record?["type"]?.string == "organization")
  }

  @Test func `pages that go from object to object are followed`() throws {
    let rows = try call.value("api get", ["path": "/v1/organizations/users?limit=100"])
    let ids = Set(try #require(rows.list).compactMap { $0.record?["id"]?.string })
    #expect(ids.count == 250)
    #expect(transport.lines.count == 3)
    #expect(transport.lines.allSatisfy { $0.contains("limit=100") })
    #expect(transport.lines[1].contains("after_id=user_"))
  }

  @Test func `pages that hand out a token are followed`() throws {
    let rows = try call.value(
      "api get",
      [
        "path": "/v1/organizations/usage_report/messages?bucket_width=1d",
        "query": Value(record: ["starting_at": "2026-11-01T00:00:00Z", "limit": 7]),
      ]
    )
    let starts = Set(try #require(rows.list).compactMap { $0.record?["starting_at"]?.string })
    #expect(starts.count == rows.list?.count)
    #expect(starts.count > 14)
    #expect(transport.lines.count == 3)
    #expect(transport.lines.last?.contains("page=") == true)
  }

  @Test func `a query may be a record, with lists`() throws {
    let rows = try call.rows(
      "api get",
      [
        "path": "/v1/organizations/users",
        "query": Value(record: ["roles": ["admin", "developer"], "limit": 50]),
      ]
    )
    _ = try rows.next()
    let query = try #require(transport.requests.first?.query)
    #expect(query.map(\.name) == ["roles[]", "roles[]", "limit"])
    #expect(query.map(\.value) == ["admin", "developer", "50"])
  }

  @Test func `the next page is not asked for before it is wanted`() throws {
    let rows = try call.rows("api get", ["path": "/v1/organizations/users"])
    for _ in 0..<20 { _ = try rows.next() }
    #expect(transport.lines.count == 1)
    _ = try rows.next()
    #expect(transport.lines.count == 2)
  }

  @Test(arguments: [
    (Value(record: ["a": .null]), "`a` cannot be null in a query"),
    (
      Value(record: ["before_id": "user_1"]),
      "`before_id` cannot be given: pages are followed forwards"
    ),
    (
      Value(record: ["a": Value(record: ["b": 1])]),
      "`a` cannot be record in a query: a text, a number, true or false, or a list"
    ),
  ]) func `a query that cannot be sent is refused`(query: Value, message: String) throws {
    let error = #expect(throws: RunError.self) {
      try call.value("api get", ["path": "/v1/organizations/users", "query": query])
    }
    #expect(error?.kind == .invalid)
    #expect(error?.message == message)
    #expect(transport.lines == [])
  }

  @Test func `a list that would never end is left`() throws {
    let page = #"{"data":[{"id":"a"}],"has_more":true,"last_id":"a"}"#
    let transport = RecordedTransport { _ async throws(TransportError) in
      Response(status: 200, body: Array(page.utf8))
    }
    let client = AdminClient(
      transport: transport,
      credential: Credential(Secret("sk-ant-admin01-test")),
      configuration: .test
    )
    let error = #expect(throws: RunError.self) {
      try CommandCall(client).value("api get", ["path": "/v1/x"])
    }
    #expect(
      error?.message == "the server sends the same rows again and again, after 2 pages (2 rows)"
    )
    #expect(transport.lines.count == 2)
  }
}
