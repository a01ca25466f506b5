import AdminSandbox
import StewardValues
import Testing

@Suite struct SeedTests {
  @Test func `the organization has its people, workspaces and keys`() async throws {
    let probe = try Probe()
    #expect(try await probe.all("users").count == 24)
    #expect(try await probe.all("workspaces").count == 6)
    #expect(try await probe.all("api_keys").count == 15)
    #expect(try await probe.get("me").text("name") == "Acme Robotics")
  }

  @Test func `the email filter confuses two people`() async throws {
    let probe = try Probe()
    let rows = try await probe.all("users?email=JANE@acme.example")
    let emails = rows.compactMap { $0.field("email") }
    #expect(Set(emails) == ["jane@acme.example", "jane+novak@acme.example"])
  }

  @Test func `keys set their traps`() async throws {
    let probe = try Probe()
    let keys = try await probe.all("api_keys")
    let named = { (name: String) in keys.first { $0.field("name") == name }?.record }
    #expect(named("legacy-bootstrap")?["created_by"]?.isNull == true)
    let agent = try #require(named("priya-agent"))
    let actor = agent["principal"]?.field("user_id")
    #expect(try await probe.userID("priya@acme.example") == actor)
    #expect(agent["created_by"]?.field("id") != actor)
    let maker = try #require(named("felix-eval-runner")?["created_by"]?.field("id"))
    #expect(try await probe.get("users/\(maker)").status == 404)
    let id = try #require(named("felix-eval-runner")?["id"]?.string)
    let used = try await probe.get(
      "usage_report/messages?starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-18T00:00:00Z"
        + "&api_key_ids[]=\(id)"
    )
    #expect((used["data.0.results.0.output_tokens"]?.int ?? 0) > 0)
  }

  @Test func `two workspaces have one name`() async throws {
    let rows = try await Probe().all("workspaces")
    let names = rows.compactMap { $0.field("name") }
    #expect(names.filter { $0 == "Evaluation" }.count == 2)
    #expect(Set(names).isSuperset(of: ["Research", "Production", "Claude Code"]))
  }

  @Test func `invites are pending, forgotten, expired and accepted`() async throws {
    let rows = try await Probe().all("invites")
    #expect(rows.map { $0.field("status") } == ["pending", "accepted", "pending", "expired"])
    let forgotten = try #require(rows[2].field("invited_at").flatMap { Timestamp($0) })
    let now = try #require(Timestamp(Probe.now))
    let days = (now.microseconds - forgotten.microseconds) / 86_400_000_000
    #expect((15..<21).contains(days))
  }

  @Test func `people include a contractor and a formula`() async throws {
    let rows = try await Probe().all("users")
    #expect(rows.contains { $0.field("email")?.hasSuffix("@northwind-consulting.example") == true })
    #expect(rows.contains { $0.field("name")?.hasPrefix("=") == true })
  }

  @Test func `one day stands out`() async throws {
    let report = try await Probe().get(
      "usage_report/messages?starting_at=2026-10-19T00:00:00Z&ending_at=2026-11-18T00:00:00Z"
        + "&limit=31"
    )
    let days = report.rows.map { day in
      (
        day.field("starting_at"),
        day.record?["results"]?.list?.first?.number("uncached_input_tokens") ?? 0
      )
    }
    let sorted = days.sorted { $0.1 > $1.1 }
    #expect(sorted.first?.0 == "2026-11-06T00:00:00Z")
    #expect(sorted[0].1 > 3 * sorted[1].1)
  }

  @Test func `money was spent in the default workspace and in the Playground`() async throws {
    let report = try await Probe().get(
      "usage_report/messages?starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-18T00:00:00Z"
        + "&group_by[]=workspace_id&group_by[]=api_key_id&group_by[]=account_id"
    )
    let rows = report["data.0.results"]?.list?.compactMap(\.record) ?? []
    let playground = rows.filter { row in
      row["workspace_id"]?.isNull == true && row["api_key_id"]?.isNull == true
    }
    #expect(!playground.isEmpty)
    #expect(playground.allSatisfy { $0["account_id"]?.string != nil })
    #expect(
      rows.contains { $0["workspace_id"]?.isNull == true && $0["api_key_id"]?.string != nil }
    )
  }

  @Test func `a large organization keeps the traps`() async throws {
    let probe = try Probe { settings in
      settings.users = 2500
      settings.workspaces = 40
      settings.keys = 200
      settings.invites = 60
    }
    let users = try await probe.all("users")
    #expect(users.count == 2500)
    #expect(Set(users.compactMap { $0.field("id") }).count == 2500)
    #expect(Set(users.compactMap { $0.field("email") }).count == 2500)
    #expect(users.contains { $0.field("name")?.hasPrefix("=") == true })
    let joined = users.compactMap { $0.field("added_at").flatMap { Timestamp($0) } }
    #expect(joined.count == 2500)
    #expect(zip(joined, joined.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(try await probe.all("workspaces").count == 40)
    #expect(try await probe.all("api_keys").count == 200)
    #expect(try await probe.all("invites").count == 60)
    #expect(try await probe.all("users?email=jane@acme.example").count == 2)
  }

  @Test(arguments: ["users", "workspaces", "api_keys", "invites"])
  func `lists are newest first`(list: String) async throws {
    let field = ["users": "added_at", "invites": "invited_at"][list] ?? "created_at"
    let probe = try Probe { settings in
      settings.users = 60
      settings.workspaces = 20
      settings.keys = 40
      settings.invites = 20
    }
    let times = try await probe.all(list).compactMap { $0.field(field).flatMap { Timestamp($0) } }
    #expect(times.count >= 20)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 >= $1 })
  }
}
