import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct RateLimitRuleTests {
  private func entry(_ probe: Probe, model: String = "claude-sonnet-5") async throws -> Value {
    try #require(try await probe.get("rate_limits?model=\(model)").rows.first)
  }

  private func limits(_ row: Value?) -> [String] {
    (row?.record?["limits"]?.list ?? []).map { limit in
      let above = limit.number("org_limit").map(String.init) ?? "none"
      let source = limit.record?["source"]?.field("type") ?? ""
      return "\(limit.field("type") ?? "") \(limit.number("value") ?? -1) of \(above) \(source)"
    }
  }

  @Test func `a model and its alias name one group, and an unknown one is a 404`() async throws {
    let probe = try Probe()
    let haiku = try await probe.get("rate_limits?model=claude-haiku-4-5")
    #expect(haiku.rows.count == 1)
    #expect(haiku.text("data.0.group.display_name") == "Claude Haiku")
    let alias = try await probe.get("rate_limits?model=claude-haiku-4-5-20251001")
    #expect(alias.text("data.0.id") == haiku.text("data.0.id"))
    let unknown = try await probe.get("rate_limits?model=gpt")
    #expect(unknown.status == 404)
    #expect(unknown.text("error.type") == "not_found_error")
    #expect(try await probe.get("rate_limits?model=claude-haiku-4-5&group_type=batch").rows.isEmpty)
  }

  @Test func `groups are the same in every organization, and entries are not`() async throws {
    let one = try await entry(Probe())
    let other = try await entry(Probe { $0.seed = 2 })
    let group = try #require(one.record?["group"]?.field("id"))
    #expect(group.hasPrefix("rlg_01"))
    #expect(other.record?["group"]?.field("id") == group)
    #expect(other.field("id") != one.field("id"))
  }

  @Test func `only groups of models have models and a name to show`() async throws {
    for row in try await Probe().get("rate_limits").rows {
      let isModels = row.record?["group"]?.field("type") == "model_group"
      #expect(row.record?["models"]?.isNull == !isModels)
      #expect((row.record?["group"]?.field("display_name") != nil) == isModels)
    }
  }

  @Test func `without a limit there is one page, and with one the same in pieces`() async throws {
    let probe = try Probe()
    let whole = try await probe.get("rate_limits")
    #expect(whole["next_page"]?.isNull == true)
    var ids: [String] = []
    var page = ""
    while true {
      let piece = try await probe.get("rate_limits?limit=3\(page)")
      ids += piece.rows.compactMap { $0.field("id") }
      guard let next = piece.text("next_page") else { break }
      page = "&page=\(next)"
    }
    #expect(ids == whole.rows.compactMap { $0.field("id") })
  }

  @Test func `a workspace has what it sets itself, and inherits the rest when asked`() async throws
  {
    let probe = try Probe()
    let path = "workspaces/\(try await probe.workspaceID("Production"))/rate_limits"
    let id = try #require(try await entry(probe).field("id"))
    #expect(try await probe.get(path).rows.isEmpty)
    let set = try await probe.post(
      "\(path)/\(id)",
      """
      {"limits": [{"type": "requests_per_minute", "value": 9000},
                  {"type": "tokens_per_day", "value": 5}]}
      """
    )
    #expect(
      limits(set.body) == [
        "requests_per_minute 9000 of 4000 workspace", "tokens_per_day 5 of none workspace",
      ]
    )
    #expect(limits(try await probe.get(path).rows.first) == limits(set.body))
    let all = try await probe.get("\(path)?include_inherited=true").rows
    #expect(all.count == (try await probe.get("rate_limits").rows.count))
    let sonnet = all.first { $0.field("rate_limit_id") == id }
    #expect(
      limits(sonnet) == limits(set.body) + [
        "input_tokens_per_minute_cache_aware 2000000 of 2000000 organization",
        "output_tokens_per_minute 400000 of 400000 organization",
      ]
    )
  }

  @Test func `null takes a limit away, and what is not named stays`() async throws {
    let probe = try Probe()
    let path = "workspaces/\(try await probe.workspaceID("Research"))/rate_limits"
    let id = try #require(try await entry(probe).field("id"))
    _ = try await probe.post(
      "\(path)/\(id)",
      #"{"limits": [{"type": "output_tokens_per_minute", "value": 10}]}"#
    )
    let cleared = try await probe.post(
      "\(path)/\(id)",
      #"{"limits": [{"type": "requests_per_minute", "value": null}]}"#
    )
    #expect(limits(cleared.body) == ["output_tokens_per_minute 10 of 400000 workspace"])
  }

  @Test func `the default workspace, an archived one and unknown ids are refused`() async throws {
    let probe = try Probe()
    let id = try #require(try await entry(probe).field("id"))
    let body = #"{"limits": [{"type": "requests_per_minute", "value": 1}]}"#
    func status(_ workspace: String, _ id: String) async throws -> Int {
      try await probe.post("workspaces/\(workspace)/rate_limits/\(id)", body).status
    }
    #expect(try await status(probe.workspaceID("Default"), id) == 400)
    let support = try await probe.workspaceID("Support Bots")
    #expect(try await probe.post("workspaces/\(support)/archive").status == 200)
    #expect(try await status(support, id) == 400)
    #expect(try await status(probe.workspaceID("Research"), "rate_limit_none") == 404)
    #expect(try await status("wrkspc_none", id) == 404)
    #expect(try await probe.get("workspaces/wrkspc_none/rate_limits").status == 404)
  }

  @Test(arguments: [
    #"{"limits": [{"value": 5}]}"#, #"{"limits": [{"type": "requests_per_minute"}]}"#,
    #"{"limits": [{"type": "requests_per_minute", "value": -1}]}"#,
    #"{"limits": [{"type": "requests_per_hour", "value": 1}]}"#, "{}",
  ])
  func `a limit without its parts is refused`(body: String) async throws {
    let probe = try Probe()
    let id = try #require(try await entry(probe).field("id"))
    let workspace = try await probe.workspaceID("Research")
    let reply = try await probe.post("workspaces/\(workspace)/rate_limits/\(id)", body)
    #expect(reply.status == 400)
  }
}
