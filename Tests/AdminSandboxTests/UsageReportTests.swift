import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct UsageReportTests {
  private static let dimensions = [
    "account_id", "api_key_id", "context_window", "inference_geo", "model", "service_account_id",
    "service_tier", "workspace_id",
  ]
  private static let counts = [
    "uncached_input_tokens", "cache_read_input_tokens", "output_tokens",
    "cache_creation.ephemeral_5m_input_tokens", "cache_creation.ephemeral_1h_input_tokens",
    "server_tool_use.web_search_requests",
  ]
  private static let week =
    "usage_report/messages?starting_at=2026-11-11T00:00:00Z&ending_at=2026-11-18T00:00:00Z"

  /// What a report counts in all its buckets and rows.
  private func totals(_ buckets: [Value]) -> [Int] {
    let rows = buckets.flatMap { $0.record?["results"]?.list ?? [] }
    return Self.counts.map { path in
      rows.reduce(0) { sum, row in
        let value = path.split(separator: ".").reduce(Value?.some(row)) {
          $0?.record?[String($1)]
        }
        return sum + (value?.int ?? 0)
      }
    }
  }

  @Test(arguments: dimensions)
  func `a grouping changes no sum`(dimension: String) async throws {
    let probe = try Probe()
    let plain = totals(try await probe.get(Self.week).rows)
    let grouped = totals(try await probe.get("\(Self.week)&group_by[]=\(dimension)").rows)
    #expect(plain == grouped)
    #expect(plain.allSatisfy { $0 > 0 })
  }

  @Test func `all groupings together change no sum`() async throws {
    let probe = try Probe()
    let query = Self.dimensions.map { "&group_by[]=\($0)" }.joined()
    let plain = totals(try await probe.get(Self.week).rows)
    #expect(plain == totals(try await probe.get(Self.week + query).rows))
  }

  @Test func `hours and minutes add up to the day`() async throws {
    let probe = try Probe()
    let range = "starting_at=2026-11-12T00:00:00Z&ending_at=2026-11-13T00:00:00Z"
    let report = "usage_report/messages?\(range)"
    let day = totals(try await probe.get(report).rows)
    let hours = try await probe.get("\(report)&bucket_width=1h")
    let minutes = try await probe.get("\(report)&bucket_width=1m&limit=1440")
    #expect(hours.rows.count == 24)
    #expect(minutes.rows.count == 1440)
    #expect(totals(hours.rows) == day)
    #expect(totals(minutes.rows) == day)
  }

  @Test func `dimensions are null unless grouped`() async throws {
    let probe = try Probe()
    for row in try await probe.get(Self.week).rows {
      let results = row.record?["results"]?.list?.compactMap(\.record) ?? []
      #expect(results.count == 1)
      #expect(Self.dimensions.allSatisfy { results.first?[$0]?.isNull == true })
    }
  }

  @Test func `the last day is partial`() async throws {
    let probe = try Probe()
    let report = "usage_report/messages?starting_at=2026-11-18T00:00:00Z"
    let now = try await probe.get(report)
    #expect(now.rows.count == 1)
    #expect(now.text("data.0.ending_at") == "2026-11-19T00:00:00Z")
    let soFar = totals(now.rows)
    probe.time.advance(seconds: 3600)
    let later = totals(try await probe.get(report).rows)
    probe.time.advance(seconds: 86_400)
    let whole = totals(try await probe.get("\(report)&ending_at=2026-11-19T00:00:00Z").rows)
    #expect(0 < soFar[0] && soFar[0] < later[0] && later[0] < whole[0])
    let minutes = try await probe.get(
      "usage_report/messages?starting_at=2026-11-19T16:10:00Z&bucket_width=1m"
    )
    #expect(minutes.rows.count == 11)
    #expect(totals(Array(minutes.rows.suffix(5))).allSatisfy { $0 == 0 })
    #expect(totals(Array(minutes.rows.prefix(6)))[0] > 0)
  }

  @Test func `buckets snap to UTC and come oldest first, empty ones too`() async throws {
    let report = try await Probe().get(
      "usage_report/messages?starting_at=2026-08-17T11:22:33%2B02:00".replacing("%2B", with: "+")
        + "&ending_at=2026-08-23T00:00:00Z&limit=31"
    )
    let starts = report.rows.compactMap { $0.field("starting_at") }
    #expect(starts.first == "2026-08-17T00:00:00Z")
    #expect(starts.count == 6)
    #expect(starts == starts.sorted())
    // The history begins 90 days before the start.
    #expect(report["data.2.results"]?.list?.isEmpty == true)
    #expect(report["data.3.results"]?.list?.isEmpty == false)
  }

  @Test(arguments: [("1d", 31, 75), ("1h", 7, 75 * 24), ("1h", 168, 75 * 24)])
  func `pages end without gap or repeat`(width: String, limit: Int, count: Int) async throws {
    let probe = try Probe()
    let target =
      "usage_report/messages?starting_at=2026-09-04T00:00:00Z&ending_at=2026-11-18T00:00:00Z"
      + "&bucket_width=\(width)"
    let starts = try await probe.all(target, limit: limit).compactMap { $0.field("starting_at") }
    #expect(starts.count == count)
    #expect(starts == starts.sorted())
    #expect(Set(starts).count == count)
  }

  @Test func `a page token is good for its query only`() async throws {
    let probe = try Probe()
    let first = try await probe.get("\(Self.week)&limit=2")
    let page = try #require(first.text("next_page"))
    #expect(try await probe.get("\(Self.week)&limit=2&page=\(page)").status == 200)
    let other = try await probe.get("\(Self.week)&limit=2&group_by[]=model&page=\(page)")
    #expect(other.status == 400)
  }

  @Test(arguments: [
    ("models[]", "model", "claude-opus-4-8"), ("service_tiers[]", "service_tier", "batch"),
    ("inference_geos[]", "inference_geo", "us"),
    ("context_window[]", "context_window", "200k-1M"),
  ])
  func `filters keep what they name`(filter: String, field: String, value: String) async throws {
    let probe = try Probe()
    let grouped = try await probe.get("\(Self.week)&group_by[]=\(field)")
    let rows = grouped.rows.flatMap { $0.record?["results"]?.list ?? [] }
    let kept = rows.filter { $0.field(field) == value }
    let filtered = try await probe.get("\(Self.week)&\(filter)=\(value)")
    let sum = { (rows: [Value]) in rows.reduce(0) { $0 + ($1.number("output_tokens") ?? 0) } }
    #expect(sum(kept) == totals(filtered.rows)[2])
    #expect(sum(kept) > 0)
    #expect(sum(kept) < sum(rows))
  }

  @Test func `weekends are quieter in Research`() async throws {
    let probe = try Probe()
    let research = try await probe.workspaceID("Research")
    let days = try await probe.get("\(Self.week)&workspace_ids[]=\(research)").rows
    let output = days.map { totals([$0])[2] }
    // From a Wednesday on: the fourth day is a Saturday.
    #expect(output[3] * 2 < output[2])
    #expect(output[4] * 2 < output[5])
  }
}
