import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct CostReportTests {
  private static let week =
    "cost_report?starting_at=2026-11-11T00:00:00Z&ending_at=2026-11-18T00:00:00Z"

  /// Billionths of a cent, which every amount is a whole number of.
  private func billionths(_ rows: [Value]) throws -> Int128 {
    try rows.reduce(0) { sum, row in
      let amount = try #require(row.field("amount").flatMap { ExactDecimal($0) })
      try #require(amount.scale <= 9)
      let unit = (amount.scale..<9).reduce(Int128(1)) { unit, _ in unit * 10 }
      return sum + amount.mantissa * unit
    }
  }

  private func results(_ probe: Probe, _ target: String) async throws -> [Value] {
    try await probe.all(target, limit: 31).flatMap { $0.record?["results"]?.list ?? [] }
  }

  @Test func `groupings agree to the last digit`() async throws {
    let probe = try Probe()
    let plain = try billionths(try await results(probe, Self.week))
    for grouping in ["workspace_id", "description"] {
      let rows = try await results(probe, "\(Self.week)&group_by[]=\(grouping)")
      #expect(try billionths(rows) == plain)
      #expect(rows.count > 7)
    }
    #expect(plain > 0)
  }

  @Test func `cost is tokens times price`() async throws {
    let probe = try Probe()
    let usage = try await results(
      probe,
      "usage_report/messages?starting_at=2026-11-11T00:00:00Z&ending_at=2026-11-18T00:00:00Z"
        + "&models[]=claude-sonnet-5&service_tiers[]=standard&inference_geos[]=global"
        + "&context_window[]=0-200k"
    )
    let tokens = usage.reduce(0) { $0 + ($1.number("output_tokens") ?? 0) }
    let costs = try await results(probe, "\(Self.week)&group_by[]=description").filter { row in
      row.field("model") == "claude-sonnet-5" && row.field("service_tier") == "standard"
        && row.field("token_type") == "output_tokens" && row.field("inference_geo") == "global"
        && row.field("context_window") == "0-200k"
    }
    // 15 dollars a million.
    #expect(try billionths(costs) == Int128(tokens) * 1_500_000)
    #expect(tokens > 0)
  }

  @Test func `priority use costs nothing here, tools do`() async throws {
    let rows = try await results(Probe(), "\(Self.week)&group_by[]=description")
    let tiers = Set(rows.compactMap { $0.field("service_tier") })
    #expect(tiers == ["standard", "batch"])
    let kinds = Set(rows.compactMap { $0.field("cost_type") })
    #expect(kinds == ["tokens", "web_search", "code_execution"])
    let code = rows.filter { $0.field("description") == "Code Execution Usage" }
    #expect(!code.isEmpty)
    #expect(code.allSatisfy { $0.record?["model"]?.isNull == true })
  }

  @Test func `an amount is decimal text in cents`() async throws {
    let rows = try await results(Probe(), Self.week)
    #expect(rows.count == 7)
    for row in rows {
      let dollars = try billionths([row]) / 100_000_000_000
      #expect((100..<5000).contains(dollars))
      #expect(row.field("currency") == "USD")
      #expect(row.field("amount")?.contains(".") == true)
    }
  }
}
