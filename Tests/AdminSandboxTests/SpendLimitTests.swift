import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct SpendLimitTests {
  private static let beta = (name: "anthropic-beta", value: "spend-limit-reads-2026-09-26")

  private func limits(_ probe: Probe, _ query: String = "") async throws -> Probe.Reply {
    let key = (name: "x-api-key", value: probe.sandbox.key)
    return try await probe.send(.get, "spend_limits\(query)", headers: [key, Self.beta])
  }

  private func request(_ probe: Probe, of email: String) async throws -> Value {
    let requests = try await probe.all("spend_limit_increase_requests")
    return try #require(
      requests.first { $0.record?["actor"]?.field("email_address") == email }
    )
  }

  private func own(_ rows: [Value], _ user: String) -> [Value] {
    rows.filter { $0.record?["scope"]?.field("user_id") == user }
  }

  @Test func `an approved request puts the new limit in the place of the old one`() async throws {
    let probe = try Probe()
    let jane = try await probe.userID("jane@acme.example")
    let before = own(try await limits(probe).rows, jane)
    #expect(before.map { $0.field("amount") } == ["20000"])
    let request = try await request(probe, of: "jane@acme.example")
    let path = "spend_limit_increase_requests/\(request.field("id") ?? "")"
    let approved = try await probe.post("\(path)/approve", #"{"amount": "90000"}"#)
    #expect(approved.text("status") == "approved")
    #expect(approved.text("spend_limit.amount") == "90000")
    #expect(approved.text("spend_limit.id") == before.first?.field("id"))
    #expect(approved.text("resolved_at") == Probe.now)
    #expect(approved.text("resolved_by.email_address") == "margaret@acme.example")
    #expect(approved["spend_summary"]?.isNull == true)
    let after = own(try await limits(probe).rows, jane)
    #expect(after.map { $0.field("amount") } == ["90000"])
    #expect(try await probe.post("\(path)/approve", #"{"amount": "1"}"#).status == 400)
    #expect(try await probe.post("\(path)/deny").status == 400)
  }

  @Test func `an approval may be for another period`() async throws {
    let probe = try Probe()
    let jane = try await probe.userID("jane@acme.example")
    let request = try await request(probe, of: "jane@acme.example")
    let path = "spend_limit_increase_requests/\(request.field("id") ?? "")"
    let approved = try await probe.post(
      "\(path)/approve",
      #"{"amount": "5000", "period": "weekly"}"#
    )
    #expect(approved.text("period") == "monthly")
    #expect(approved.text("spend_limit.period") == "weekly")
    let periods = own(try await limits(probe).rows, jane).compactMap { $0.field("period") }
    #expect(Set(periods) == ["weekly", "monthly"])
    let effective = try await probe.get("spend_limits/effective?user_ids[]=\(jane)")
    #expect(effective.rows.count == 2)
    let weekly = try await probe.get(
      "spend_limits/effective?user_ids[]=\(jane)&period[]=weekly"
    )
    #expect(weekly.rows.map { $0.field("amount") } == ["5000"])
  }

  @Test func `a page of effective limits counts people`() async throws {
    let probe = try Probe()
    let aisha = try await probe.userID("aisha@acme.example")
    let scope = #"{"type": "user", "user_id": "\#(aisha)"}"#
    let body = #"{"amount": "100", "period": "daily", "scope": \#(scope)}"#
    #expect(try await probe.post("spend_limits", body).status == 200)
    let all = try await probe.get("spend_limits/effective?limit=1000")
    #expect(all.rows.count == 25)
    var rows: [Value] = []
    var cursor = ""
    repeat {
      let page = try await probe.get("spend_limits/effective?limit=1\(cursor)")
      rows += page.rows
      cursor = page.text("next_page").map { "&page=\($0)" } ?? ""
    } while !cursor.isEmpty
    #expect(rows == all.rows)
  }

  @Test func `who resolved a request is told, and refusing twice changes nothing`() async throws {
    let probe = try Probe { $0.kind = .enterprise }
    let key = probe.sandbox.key.replacing("sk-ant-admin01-", with: "sk-ant-api01-")
    let headers = [(name: "x-api-key", value: key)]
    let list = "spend_limit_increase_requests"
    let pending = try await probe.send(.get, "\(list)?status[]=pending", headers: headers)
    let id = try #require(pending.rows.first?.field("id"))
    let denied = try await probe.send(.post, "\(list)/\(id)/deny", headers: headers)
    #expect(denied.text("status") == "denied")
    #expect(denied.text("resolved_by.type") == "scoped_api_key_actor")
    probe.time.advance(seconds: 60)
    let again = try await probe.send(.post, "\(list)/\(id)/deny", headers: headers)
    #expect(again.status == 200)
    #expect(again.text("resolved_at") == denied.text("resolved_at"))
  }

  @Test func `what was spent is told while a request is pending`() async throws {
    let probe = try Probe()
    for request in try await probe.all("spend_limit_increase_requests") {
      let isPending = request.field("status") == "pending"
      #expect(request.record?["spend_summary"]?.isNull == !isPending)
      #expect(request.record?["resolved_by"]?.isNull == isPending)
    }
  }

  @Test func `the requests of people who have left are left out`() async throws {
    let probe = try Probe()
    let request = try await request(probe, of: "priya@acme.example")
    let user = request.record?["actor"]?.field("user_id") ?? ""
    #expect(try await probe.delete("users/\(user)").status == 200)
    let rows = try await probe.all("spend_limit_increase_requests")
    #expect(!rows.contains { $0.field("id") == request.field("id") })
  }

  @Test(arguments: [
    (#"{"type": "user", "user_id": "user_01x"}"#, 400),
    (#"{"type": "workspace", "workspace_id": "wrkspc_01x"}"#, 400),
    (#"{"type": "organization"}"#, 200),
  ])
  func `a limit is of somebody`(scope: String, status: Int) async throws {
    let probe = try Probe()
    let reply = try await probe.post("spend_limits", #"{"amount": "5", "scope": \#(scope)}"#)
    #expect(reply.status == status)
  }

  @Test func `each kind of organization has limits of its own`() async throws {
    let console = try Probe { $0.kind = .console }
    let user = try await console.userID("jane@acme.example")
    let ofUser = #"{"amount": "5", "scope": {"type": "user", "user_id": "\#(user)"}}"#
    #expect(try await console.post("spend_limits", ofUser).status == 400)
    #expect(try await limits(console, "?scope_type[]=seat_tier").status == 400)
    let standard = try await console.workspaceID("Default")
    let ofDefault =
      #"{"amount": "5", "scope": {"type": "workspace", "workspace_id": "\#(standard)"}}"#
    #expect(try await console.post("spend_limits", ofDefault).status == 400)
    let ofAll = #"{"amount": "5", "scope": {"type": "organization"}}"#
    #expect(try await console.post("spend_limits", ofAll).status == 200)
  }
}
