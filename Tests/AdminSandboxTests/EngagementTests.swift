import AdminAPI
import AdminSandbox
import StewardValues
import Testing

/// What people do with Claude, by day or over a range.
@Suite struct EngagementTests {
  private static let day = "date=2026-11-16"
  private static let lists = ["users", "skills", "connectors", "plugins", "apps/chat/projects"]

  private func rows(_ probe: Probe, _ target: String) async throws -> [Value] {
    var rows: [Value] = []
    var page = ""
    repeat {
      let reply = try await probe.get("analytics/\(target)\(page)")
      try #require(reply.status == 200, "\(reply.message ?? "")")
      rows += reply.rows
      page = reply.text("next_page").map { "&page=\($0)" } ?? ""
    } while !page.isEmpty
    return rows
  }

  private func sum(_ rows: [Value], _ paths: String...) -> Int {
    rows.reduce(0) { sum, row in paths.reduce(sum) { $0 + (row.at($1)?.int ?? 0) } }
  }

  @Test(arguments: lists + ["artifacts"])
  func `a day is as the catalog describes it`(list: String) async throws {
    let id = list.split(separator: "/").joined(separator: ".")
    let operation = try #require(Catalog.operation(id: "analytics.\(id).list"))
    let reply = try await Probe().get("analytics/\(list)?\(Self.day)")
    #expect(reply.rows.count > 0)
    #expect(ShapeCheck.problem(in: reply.bytes, of: operation) == nil)
  }

  @Test func `people and things are counted alike`() async throws {
    let probe = try Probe()
    let people = try await rows(probe, "users?\(Self.day)")
    let connectors = try await rows(probe, "connectors?\(Self.day)&group_by[]=product")
      .filter { $0.field("product") != "claude_code" }
    #expect(
      sum(people, "chat_metrics.connectors_used_count", "cowork_metrics.connectors_used_count")
        + officeSum(people, "connectors_used_count")
        == sum(connectors, "read_call_count", "write_call_count", "unclassified_call_count")
    )
    let artifacts = try await rows(probe, "artifacts?\(Self.day)")
    #expect(
      sum(
        people,
        "chat_metrics.distinct_artifacts_created_count",
        "cowork_metrics.artifacts_created_count",
        "claude_code_metrics.core_metrics.artifacts_created_count"
      ) == sum(artifacts, "artifacts_created_count")
    )
    let plugins = try await rows(probe, "plugins?\(Self.day)&filter[]=product:cowork")
    #expect(sum(people, "cowork_metrics.plugins_used_count") == sum(plugins, "invocation_count"))
    #expect(sum(connectors, "read_call_count") > 0)
  }

  private func officeSum(_ rows: [Value], _ name: String) -> Int {
    ["excel", "outlook", "powerpoint", "word"].reduce(0) {
      $0 + sum(rows, "office_metrics.\($1).\(name)")
    }
  }

  @Test func `code is counted as the Claude Code report counts it`() async throws {
    let probe = try Probe()
    let people = try await rows(probe, "users?\(Self.day)")
    let report = try await probe.get("usage_report/claude_code?starting_at=2026-11-16&limit=1000")
      .rows.filter { $0.at("actor.email_address")?.isNull == false }
    #expect(
      sum(people, "claude_code_metrics.core_metrics.lines_of_code.added_count")
        == sum(report, "core_metrics.lines_of_code.added")
    )
    #expect(sum(report, "core_metrics.lines_of_code.added") > 0)
  }

  @Test func `messages are the requests of the usage report`() async throws {
    let probe = try Probe()
    let people = try await rows(probe, "users?\(Self.day)")
    let usage = try await probe.get(
      "analytics/usage_report?starting_at=2026-11-16T00:00:00Z&ending_at=2026-11-17T00:00:00Z"
        + "&products[]=chat"
    )
    #expect(sum(people, "chat_metrics.message_count") == usage["data.0.results.0.requests"]?.int)
  }

  @Test func `days add up to the range, and what is distinct is not told`() async throws {
    let probe = try Probe()
    var days: [Value] = []
    for day in 14...16 { days += try await rows(probe, "users?date=2026-11-\(day)") }
    let range = try await rows(probe, "users?starting_date=2026-11-14&ending_date=2026-11-17")
    for path in ["chat_metrics.message_count", "web_search_count", "cowork_metrics.action_count"] {
      #expect(sum(days, path) == sum(range, path))
    }
    let count = "chat_metrics.distinct_conversation_count"
    #expect(range.allSatisfy { $0.at(count)?.isNull == true })
    #expect(sum(days, count) > 0)
    let emails = range.compactMap { $0.at("user.email_address")?.string }
    #expect(emails == emails.sorted())
  }

  @Test func `summaries count the people of the lists`() async throws {
    let probe = try Probe()
    let people = try await rows(probe, "users?\(Self.day)")
    let reply = try await probe.get(
      "analytics/summaries?starting_date=2026-11-14&ending_date=2026-11-17"
    )
    let operation = try #require(Catalog.operation(id: "analytics.summaries.list"))
    #expect(ShapeCheck.problem(in: reply.bytes, of: operation) == nil)
    #expect(reply.rows.count == 3)
    let day = try #require(reply.rows.last)
    #expect(day.number("daily_active_user_count") == people.count)
    #expect(day.number("assigned_seat_count") == 24)
    let spans = ["daily", "weekly", "monthly"].map { day.number("\($0)_active_user_count") ?? 0 }
    #expect(spans == spans.sorted())
    #expect(spans[2] > spans[0])
  }

  @Test func `rows can be split, filtered and ranked`() async throws {
    let probe = try Probe()
    let whole = try await rows(probe, "skills?\(Self.day)")
    let split = try await rows(probe, "skills?\(Self.day)&group_by[]=user_id&group_by[]=product")
    #expect(sum(whole, "invocation_count") == sum(split, "invocation_count"))
    #expect(split.allSatisfy { $0.number("distinct_user_count") == 1 })
    #expect(split.allSatisfy { $0.at("enable_count")?.isNull == true })
    let chat = split.filter { $0.field("product") == "chat" }
    #expect(chat.allSatisfy { $0.at("attributed_list_price")?.isNull == true })
    let filtered = try await rows(probe, "skills?\(Self.day)&filter[]=product:chat")
    #expect(sum(filtered, "invocation_count") == sum(chat, "invocation_count"))
    let ranked = try await rows(probe, "skills?\(Self.day)&order_by=invocation_count&limit=2")
    let counts = ranked.compactMap { $0.number("invocation_count") }
    #expect(counts == counts.sorted(by: >))
    #expect(ranked.count == whole.count)
  }

  @Test func `groups of people are rows of their own`() async throws {
    let probe = try Probe()
    let group = try await probe.post("rbac_groups", #"{"name": "Robotics"}"#)
    let id = try #require(group.text("id"))
    for name in ["wei", "priya"] {
      let user = try await probe.userID("\(name)@acme.example")
      let added = try await probe.post("rbac_groups/\(id)/members", #"{"user_id": "\#(user)"}"#)
      #expect(added.status == 200)
    }
    let grouped = try await rows(probe, "users?\(Self.day)&group_by[]=rbac_group_id")
    let row = try #require(grouped.first { $0.field("rbac_group_id") == id })
    #expect(row.field("rbac_group_name") == "Robotics")
    #expect(row.number("distinct_user_count") == 2)
    #expect(row.at("user")?.isNull == true)
    let members = try await rows(probe, "users?\(Self.day)&filter[]=rbac_group_id:\(id)")
    #expect(
      sum(members, "chat_metrics.message_count") == sum([row], "chat_metrics.message_count")
    )
    let summary = try await rows(
      probe,
      "summaries?starting_date=2026-11-16&filter[]=rbac_group_id:\(id)"
    )
    #expect(summary.first?.at("assigned_seat_count")?.isNull == true)
  }

  @Test(arguments: [
    ("", "required"), ("date=2025-12-31", "2026-01-01"),
    ("date=2026-11-18", "latest available date is 2026-11-17"),
    ("date=2026-11-16&starting_date=2026-11-15", "Only one"),
    ("date=2026-11-16&ending_date=2026-11-17", "starting_date"),
    ("starting_date=2026-11-16&ending_date=2026-11-16", "after"),
    ("date=2026-11-16&filter[]=color:red", "dimension"),
    ("date=2026-11-16&order_by=mood", "order_by"), ("date=2026-11-16&limit=1001", "1000"),
  ])
  func `days that are not there are refused`(query: String, words: String) async throws {
    let reply = try await Probe().get("analytics/skills?\(query)")
    #expect(reply.status == 400)
    #expect(reply.message?.contains(words) == true, "\(reply.message ?? "")")
  }

  @Test func `a project does not go with groups`() async throws {
    let reply = try await Probe().get(
      "analytics/users?\(Self.day)&filter[]=project_id:x&group_by[]=rbac_group_id"
    )
    #expect(reply.status == 400)
  }

  @Test func `a day is ready at ten`() async throws {
    let early = try Probe(at: "2026-11-18T09:59:00Z")
    #expect(try await early.get("analytics/skills?date=2026-11-17").status == 400)
    #expect(try await early.get("analytics/skills?date=2026-11-16").status == 200)
  }
}
