import AdminAPI
import AdminSandbox
import StewardValues
import Testing

/// Usage and cost by anything, and the four older reports.
@Suite struct AnalyticsTests {
  private static let beta = "analytics-usage-cost-2026-08-24"
  private static let week = "starting_at=2026-11-11T00:00:00Z&ending_at=2026-11-18T00:00:00Z"

  private func get(_ probe: Probe, _ target: String) async throws -> Probe.Reply {
    try await probe.send(
      .get,
      "analytics/\(target)",
      headers: [("x-api-key", probe.sandbox.key), ("anthropic-beta", Self.beta)]
    )
  }

  /// All rows, page by page.
  private func all(_ probe: Probe, _ target: String, limit: Int = 1000) async throws -> [Value] {
    var rows: [Value] = []
    var page = ""
    repeat {
      let reply = try await get(probe, "\(target)&limit=\(limit)\(page)")
      try #require(reply.status == 200, "\(reply.message ?? "")")
      rows += reply.rows
      page = reply.text("next_page").map { "&page=\($0)" } ?? ""
    } while !page.isEmpty
    return rows
  }

  private func sum(_ rows: [Value], _ path: String) -> Int {
    rows.reduce(0) { $0 + ($1.at(path)?.int ?? 0) }
  }

  private func billionths(_ rows: [Value], _ path: String) throws -> Int128 {
    try rows.reduce(0) { sum, row in
      let amount = try #require(row.at(path)?.string.flatMap { ExactDecimal($0) })
      let unit = (amount.scale..<9).reduce(Int128(1)) { unit, _ in unit * 10 }
      return sum + amount.mantissa * unit
    }
  }

  // MARK: - Shapes and sums

  @Test(arguments: [
    "usage?\(week)&group_by[]=actor&group_by[]=model", "usage?\(week)&time_bucket_width=1d",
    "cost?\(week)&group_by[]=actor&group_by[]=cost_type&group_by[]=token_type",
    "usage_report?\(week)&group_by[]=product", "cost_report?\(week)&group_by[]=token_type",
    "user_usage_report?\(week)&group_by[]=model", "user_cost_report?\(week)&bucket_width=1d",
  ])
  func `answers are as the catalog describes them`(target: String) async throws {
    let name = try #require(target.split(separator: "?").first)
    let operation = try #require(Catalog.operation(id: "analytics.\(name).list"))
    let reply = try await get(Probe(), target)
    #expect(reply.rows.count > 0)
    #expect(ShapeCheck.problem(in: reply.bytes, of: operation) == nil)
    #expect(reply.text("data_refreshed_at") == "2026-11-18T15:15:00Z")
  }

  @Test(arguments: [
    "actor", "api_key_id", "context_window", "inference_geo", "model", "product", "service_tier",
    "workspace_id", "rbac_group_id", "organization_id", "agent_id",
  ])
  func `a grouping changes no sum`(dimension: String) async throws {
    let probe = try Probe()
    let plain = try await all(probe, "usage?\(Self.week)")
    #expect(plain.count == 1)
    let grouped = try await all(probe, "usage?\(Self.week)&group_by[]=\(dimension)")
    let total = sum(plain, "usage.total_tokens")
    // Whoever is in two groups counts in both.
    if dimension == "rbac_group_id" {
      #expect(sum(grouped, "usage.total_tokens") >= total)
    } else {
      #expect(sum(grouped, "usage.total_tokens") == total)
      #expect(sum(grouped, "usage.requests") == sum(plain, "usage.requests"))
    }
    #expect(total > 0)
  }

  @Test func `buckets add up to the range`() async throws {
    let probe = try Probe()
    let plain = try await all(probe, "usage?\(Self.week)")
    for width in ["1d", "1h"] {
      let buckets = try await all(probe, "usage?\(Self.week)&time_bucket_width=\(width)")
      #expect(buckets.count == (width == "1d" ? 7 : 168))
      #expect(sum(buckets, "usage.total_tokens") == sum(plain, "usage.total_tokens"))
    }
  }

  @Test func `what workspaces use is what the reports of the Console say`() async throws {
    let probe = try Probe()
    let usage = try await all(probe, "usage?\(Self.week)&group_by[]=workspace_id")
    let console = try await probe.get("usage_report/messages?\(Self.week)").rows
      .flatMap { $0.record?["results"]?.list ?? [] }
    let ofWorkspaces = usage.filter { $0.at("group.workspace_id")?.isNull == false }
    #expect(ofWorkspaces.count > 5)
    #expect(sum(ofWorkspaces, "usage.output_tokens") == sum(console, "output_tokens"))
    let cost = try await all(probe, "cost?\(Self.week)&group_by[]=workspace_id")
      .filter { $0.at("group.workspace_id")?.isNull == false }
    let days = try await probe.get("cost_report?\(Self.week)").rows
      .flatMap { $0.record?["results"]?.list ?? [] }
    #expect(try billionths(cost, "cost.amount") == billionths(days, "amount"))
  }

  @Test func `people add up to the organization, in the older reports and the new`() async throws {
    let probe = try Probe()
    let people = try await all(probe, "user_cost_report?\(Self.week)")
    let days = try await get(probe, "cost_report?\(Self.week)").rows
      .flatMap { $0.record?["results"]?.list ?? [] }
    #expect(try billionths(people, "amount") == billionths(days, "amount"))
    let products = ["chat", "cowork", "claude_code", "claude_design", "office_agent"]
      .map { "&products[]=\($0)" }.joined()
    let new = try await all(probe, "cost?\(Self.week)&actor_types[]=user_actor\(products)")
    #expect(try billionths(new, "cost.amount") == billionths(people, "amount"))
    #expect(try billionths(new, "cost.list_amount") * 4 == billionths(new, "cost.amount") * 5)
    #expect(people.count > 15)
  }

  // MARK: - Order and pages

  @Test func `rows are ranked, and pages end without gap or repeat`() async throws {
    let probe = try Probe()
    let target = "usage?\(Self.week)&group_by[]=actor&group_by[]=model"
    let rows = try await all(probe, target, limit: 7)
    let tokens = rows.compactMap { $0.at("usage.total_tokens")?.int }
    #expect(tokens == tokens.sorted(by: >))
    #expect(rows.count > 20)
    #expect(Set(rows.map { JSONWriter.text($0) }).count == rows.count)
    let upward = try await all(probe, "\(target)&order=asc&order_by=requests")
    let requests = upward.compactMap { $0.at("usage.requests")?.int }
    #expect(requests == requests.sorted())
    let next = try #require(try await get(probe, "\(target)&limit=7").text("next_page"))
    #expect(try await get(probe, "\(target)&limit=7&order=asc&page=\(next)").status == 400)
  }

  @Test func `kinds of cost do not count toward the limit`() async throws {
    let probe = try Probe()
    let split = "cost?\(Self.week)&group_by[]=model&group_by[]=token_type&limit=2"
    let page = try await get(probe, split)
    #expect(Set(page.rows.compactMap { $0.at("group.model")?.string }).count == 2)
    #expect(page.rows.count > 4)
    #expect(page.rows.allSatisfy { $0.at("cost.requests")?.isNull == true })
  }

  @Test func `who has left is marked, and can be left out`() async throws {
    let probe = try Probe()
    let wei = try await probe.userID("wei@acme.example")
    #expect(try await probe.delete("users/\(wei)").status == 200)
    let target = "user_usage_report?\(Self.week)"
    let row = try #require(
      try await all(probe, target).first { $0.at("actor.user_id")?.string == wei }
    )
    #expect(row.at("actor.deleted")?.bool == true)
    let rest = try await all(probe, "\(target)&exclude_deleted_users=true")
    #expect(!rest.contains { $0.at("actor.user_id")?.string == wei })
  }

  @Test func `filters keep what they name`() async throws {
    let probe = try Probe()
    let key = try await probe.keyID("production-api")
    let rows = try await all(
      probe,
      "usage?\(Self.week)&api_key_ids[]=\(key)&group_by[]=api_key_id&group_by[]=actor_type"
    )
    #expect(rows.map { $0.at("group.api_key_id")?.string } == [key])
    let speeds = try await all(probe, "usage?\(Self.week)&speeds[]=fast")
    #expect(speeds.isEmpty)
  }

  // MARK: - Refusals

  @Test(arguments: [
    ("usage?starting_at=2025-12-31T00:00:00Z", "2026-01-01"),
    ("usage?starting_at=2026-09-01T00:00:00Z&ending_at=2026-11-01T00:00:00Z", "31 days"),
    ("usage?starting_at=2026-11-18T00:00:00Z&ending_at=2026-11-17T00:00:00Z", "after"),
    ("usage?starting_at=2026-11-17T00:00:00Z&time_bucket_width=1d", "ending_at"),
    ("usage?\(week)&time_bucket_width=1m", "24 hours"),
    ("usage?\(week)&order_by=time", "time_bucket_width"),
    ("usage?\(week)&exclude_deleted_users=true", "actor"),
    (
      "cost?\(week)&group_by[]=actor&group_by[]=model&group_by[]=product&group_by[]=speed"
        + "&group_by[]=service_tier&group_by[]=workspace_id", "At most 5"
    ),
    ("cost?\(week)&group_by[]=claude_tag_user_id&group_by[]=rbac_group_id", "RBAC"),
    ("user_cost_report?starting_at=2026-11-17T00:00:00Z&bucket_width=1d", "ending_at"),
    ("cost_report?\(week)&limit=32", "limit"), ("cost?\(week)&limit=1001", "1000"),
  ])
  func `what does not go together is refused`(target: String, words: String) async throws {
    let reply = try await get(Probe(), target)
    #expect(reply.status == 400)
    #expect(reply.message?.contains(words) == true, "\(reply.message ?? "")")
  }

  @Test func `the reports start no longer ago than a year`() async throws {
    let probe = try Probe(at: "2027-06-01T12:00:00Z")
    let reply = try await get(probe, "usage?starting_at=2026-05-31T00:00:00Z")
    #expect(reply.message?.contains("365 days") == true)
  }

  @Test func `the beta needs its header`() async throws {
    let reply = try await Probe().get("analytics/usage?\(Self.week)")
    #expect(reply.status == 400)
  }
}

extension Value {
  /// The value at the end of a path of fields.
  func at(_ path: String) -> Value? {
    path.split(separator: ".").reduce(Value?.some(self)) { $0?.record?[String($1)] }
  }
}
