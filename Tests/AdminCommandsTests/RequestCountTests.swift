import AdminAPI
import AdminCommands
import AdminSandbox
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct RequestCountTests {
  private let organization = TestOrganization { $0.users = 2500 }
  private var transport: RecordedTransport { organization.transport }
  private var call: CommandCall { CommandCall(organization.client) }

  @Test func `all rows take the fewest requests`() throws {
    let rows = try call.rows("users list")
    rows.expect(Demand(fields: [], drains: true))
    #expect(try rows.count() == 2500)
    #expect(transport.lines.count == 3)
    #expect(transport.lines.allSatisfy { $0.contains("limit=1000") })
  }

  @Test func `nothing is sent before the first row is taken`() throws {
    let rows = try call.rows("users list")
    rows.expect(.all)
    #expect(transport.lines == [])
    _ = try rows.next()
    #expect(transport.lines.isEmpty == false)
    rows.cancel()
  }

  @Test func `the first five are one request for five`() throws {
    let rows = try call.rows("users list", ["roles": ["user", "developer"]])
    rows.expect(Demand(rows: 5))
    #expect(try rows.count() == 5)
    #expect(
      transport.lines == [
        "GET /v1/organizations/users?roles%5B%5D=user&roles%5B%5D=developer&limit=5"
      ]
    )
  }

  @Test func `a page size is obeyed`() throws {
    let rows = try call.rows("users list", ["page-size": 900])
    rows.expect(.all)
    #expect(try rows.count() == 2500)
    #expect(transport.lines.count == 3)
    #expect(transport.lines.first == "GET /v1/organizations/users?limit=900")
  }

  @Test func `only the fields that are wanted are decoded, unless the run may change rows`() throws
  {
    var call = call
    let all = try call.rows("users list")
    all.expect(Demand(rows: 1, fields: ["email"]))
    #expect(try all.next()?.record?.shape.fields.count ?? 0 > 1)
    call.gate = Gate(.live(plan: nil), ceiling: .read, now: TestOrganization.now)
    let wanted = try call.rows("users list")
    wanted.expect(Demand(rows: 1, fields: ["email"]))
    #expect(try wanted.next()?.record?.shape.fields.map(\.name) == ["email"])
  }

  @Test func `a wrong argument is found before a row is pulled`() throws {
    let error = #expect(throws: RunError.self) {
      try call.output("users list", ["email": "no address"])
    }
    #expect(error?.kind == .invalid)
    #expect(error?.message == "email must be an email address, and `no address` is none")
    #expect(error?.api == nil)
    #expect(transport.lines == [])
  }
}
