import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct ClaudeCodeReportTests {
  private static let day = "usage_report/claude_code?starting_at=2026-11-17"

  @Test func `rows are people and keys by terminal`() async throws {
    let rows = try await Probe().all(Self.day)
    let emails = rows.compactMap { $0.record?["actor"]?.field("email_address") }
    #expect(Set(emails).isSuperset(of: ["lukas@acme.example", "jane@acme.example"]))
    #expect(rows.contains { $0.record?["actor"]?.field("api_key_name") == "claude-code-ci" })
    #expect(rows.contains { $0.record?["is_remote"]?.bool == true })
    #expect(rows.contains { $0.field("customer_type") == "subscription" })
    let places = rows.map { row in
      let actor = row.record?["actor"]
      let name = actor?.field("email_address") ?? actor?.field("api_key_name") ?? ""
      return "\(name) \(row.record?["is_remote"]?.bool == true) \(row.field("customer_type") ?? "")"
    }
    #expect(Set(places).count == places.count)
  }

  @Test func `tokens agree with the usage report`() async throws {
    let probe = try Probe()
    let rows = try await probe.all(Self.day).filter { $0.field("customer_type") == "api" }
    let models = rows.flatMap { $0.record?["model_breakdown"]?.list ?? [] }
    let output = models.reduce(0) { $0 + ($1.record?["tokens"]?.number("output") ?? 0) }
    let place = try await probe.workspaceID("Claude Code")
    let usage = try await probe.get(
      "usage_report/messages?starting_at=2026-11-17&ending_at=2026-11-18&workspace_ids[]=\(place)"
    )
    #expect(usage["data.0.results.0.output_tokens"]?.int == output)
    #expect(output > 0)
    let cents = models.compactMap { $0.record?["estimated_cost"]?.number("amount") }
    #expect(cents.count == models.count)
  }

  @Test func `pages end without gap or repeat`() async throws {
    let probe = try Probe { $0.users = 200 }
    let whole = try await probe.all(Self.day)
    let paged = try await probe.all(Self.day, limit: 7)
    #expect(whole.count > 40)
    #expect(whole.map { JSONWriter.text($0) } == paged.map { JSONWriter.text($0) })
  }

  @Test func `the last hour is missing, and the future is empty`() async throws {
    let probe = try Probe(at: "2026-11-18T00:40:00Z")
    #expect(try await probe.all("usage_report/claude_code?starting_at=2026-11-18").isEmpty)
    #expect(try await probe.all("usage_report/claude_code?starting_at=2027-01-01").isEmpty)
  }
}
