import AdminAPI
import AdminSandbox
import Testing

@Suite struct DeterminismTests {
  private static let targets = [
    "me", "users?limit=5", "users?limit=1000", "invites", "workspaces", "api_keys?limit=1000",
    "usage_report/messages?starting_at=2026-11-01&group_by[]=model",
    "cost_report?starting_at=2026-11-01&group_by[]=description",
    "usage_report/claude_code?starting_at=2026-11-17", "users/none",
  ]

  @Test func `the same seed and clock give the same bytes`() async throws {
    let (first, second) = (try Probe(), try Probe())
    for target in Self.targets {
      let one = try await first.get(target)
      let other = try await second.get(target)
      #expect(one.bytes == other.bytes, "\(target)")
      #expect(one.headers["request-id"] == other.headers["request-id"])
    }
    #expect(first.sandbox.key == second.sandbox.key)
  }

  @Test func `another seed gives other ids, and the people stay`() async throws {
    let (first, second) = (try Probe(), try Probe { $0.seed = 2 })
    let emails = { (probe: Probe) in
      try await probe.all("users").compactMap { $0.field("email") }
    }
    #expect(try await emails(first) == emails(second))
    #expect(
      try await first.userID("jane@acme.example") != second.userID("jane@acme.example")
    )
    #expect(first.sandbox.key != second.sandbox.key)
  }

  @Test func `new objects get the same ids again`() async throws {
    var ids: [String?] = []
    for _ in 0..<2 {
      let probe = try Probe()
      let workspace = try await probe.post("workspaces", #"{"name": "New"}"#)
      ids.append(workspace.text("id"))
    }
    #expect(ids[0] != nil)
    #expect(ids[0] == ids[1])
  }

  @Test func `request ids are all different`() async throws {
    let probe = try Probe()
    var ids: Set<String> = []
    for _ in 0..<50 { ids.insert(try #require(await probe.get("me").headers["request-id"])) }
    #expect(ids.count == 50)
    #expect(ids.allSatisfy { $0.hasPrefix("req_01") && $0.utf8.count == 28 })
  }
}
