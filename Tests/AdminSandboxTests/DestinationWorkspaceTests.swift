import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct DestinationWorkspaceTests {
  private func quoted(_ ids: [String]) -> String {
    ids.map { "\"\($0)\"" }.joined(separator: ",")
  }

  private func create(_ destinations: Destinations, _ type: String, _ ids: [String]) async throws
    -> Probe.Reply
  {
    try await destinations.create(
      #""workspaces": {"type": "\#(type)", "workspace_ids": [\#(quoted(ids))]}"#
    )
  }

  @Test func `a list is replaced, and what stays keeps its time`() async throws {
    let destinations = try Destinations()
    let research = try await destinations.probe.workspaceID("Research")
    let production = try await destinations.probe.workspaceID("Production")
    let support = try await destinations.probe.workspaceID("Support Bots")
    let made = try await create(destinations, "include", [research, production, research])
    let id = try #require(made.text("id"))
    #expect(made["workspaces"]?.record?.shape.fields.map(\.name) == ["type"])
    #expect(Set(try await destinations.listed(id)) == [research, production])
    destinations.probe.time.advance(seconds: 60)
    func update(_ scope: String) async throws -> Probe.Reply {
      try await destinations.send(.post, "/\(id)", #"{"workspaces": \#(scope)}"#)
    }
    _ = try await update(
      #"{"type": "include", "workspace_ids": [\#(quoted([support, research]))]}"#
    )
    let rows = try await destinations.send(.get, "/\(id)/workspaces").rows
    #expect(rows.compactMap { $0.field("workspace_id") } == [support, research])
    #expect(rows.last?.field("created_at") == Probe.now)
    #expect(rows.first?.field("created_at") != Probe.now)
    // Without ids the list stays as long as the type does.
    _ = try await update(#"{"type": "include"}"#)
    #expect(try await destinations.listed(id).count == 2)
    _ = try await update(#"{"type": "exclude"}"#)
    #expect(try await destinations.listed(id).isEmpty)
    _ = try await update(#"{"type": "exclude", "workspace_ids": [\#(quoted([support]))]}"#)
    _ = try await update(#"{"type": "all"}"#)
    #expect(try await destinations.listed(id).isEmpty)
  }

  @Test func `an unknown or an archived workspace makes no destination`() async throws {
    let destinations = try Destinations()
    let support = try await destinations.probe.workspaceID("Support Bots")
    #expect(try await destinations.probe.post("workspaces/\(support)/archive").status == 200)
    let before = try await destinations.send(.get, "").rows.count
    #expect(try await create(destinations, "include", [support]).status == 400)
    #expect(try await create(destinations, "include", ["wrkspc_none"]).status == 400)
    let many = (0..<101).map { "wrkspc_\($0)" }
    let refused = try await create(destinations, "include", many)
    #expect(refused.message?.contains("at most 100 items") == true)
    #expect(try await destinations.send(.get, "").rows.count == before)
  }

  @Test func `one at a time: again changes nothing, and all have no list`() async throws {
    let destinations = try Destinations()
    let research = try await destinations.probe.workspaceID("Research")
    let support = try await destinations.probe.workspaceID("Support Bots")
    let id = try #require(try await create(destinations, "include", []).text("id"))
    let path = "/\(id)/workspaces"
    let first = try await destinations.send(.post, "\(path)/\(support)")
    #expect(first.text("telemetry_destination_id") == id)
    destinations.probe.time.advance(seconds: 60)
    let again = try await destinations.send(.post, "\(path)/\(support)")
    #expect(again.text("created_at") == first.text("created_at"))
    #expect(try await destinations.probe.post("workspaces/\(support)/archive").status == 200)
    #expect(try await destinations.send(.post, "\(path)/\(support)").status == 200)
    #expect(try await destinations.send(.delete, "\(path)/\(support)").status == 200)
    #expect(try await destinations.send(.delete, "\(path)/\(support)").status == 404)
    #expect(try await destinations.send(.post, "\(path)/\(support)").status == 400)
    #expect(try await destinations.send(.post, "\(path)/wrkspc_none").status == 404)
    #expect(try await destinations.send(.post, "/tdst_none/workspaces/\(research)").status == 404)
    let all = try #require(try await destinations.create().text("id"))
    #expect(try await destinations.send(.post, "/\(all)/workspaces/\(research)").status == 400)
    #expect(try await destinations.send(.delete, "/\(all)/workspaces/\(research)").status == 400)
    #expect(try await destinations.listed(all).isEmpty)
  }

  @Test func `destinations are found by the workspaces that they cover`() async throws {
    let destinations = try Destinations()
    let research = try await destinations.probe.workspaceID("Research")
    let production = try await destinations.probe.workspaceID("Production")
    let all = try #require(try await destinations.create().text("id"))
    let some = try #require(try await create(destinations, "include", [research]).text("id"))
    let others = try #require(try await create(destinations, "exclude", [research]).text("id"))
    func found(_ ids: String...) async throws -> Set<String> {
      let query = ids.map { "workspace_ids[]=\($0)" }.joined(separator: "&")
      let rows = try await destinations.send(.get, "?\(query)").rows
      return Set(rows.compactMap { $0.field("display_name") == nil ? $0.field("id") : nil })
    }
    #expect(try await found(research) == [all, some])
    #expect(try await found(production) == [all, others])
    #expect(try await found(research, production) == [all, some, others])
    #expect(try await found("wrkspc_none").isEmpty)
  }

  @Test func `a list has 1000 workspaces, and more than 750 are not replaced`() async throws {
    let destinations = try Destinations { $0.workspaces = 1010 }
    let workspaces = try await destinations.probe.all("workspaces").compactMap { $0.field("id") }
    let id = try #require(
      try await create(destinations, "include", Array(workspaces[..<100])).text("id")
    )
    func update(_ fields: String) async throws -> Int {
      let body = #"{"workspaces": {"type": "include"\#(fields)}}"#
      return try await destinations.send(.post, "/\(id)", body).status
    }
    for workspace in workspaces[100..<751] {
      _ = try await destinations.send(.post, "/\(id)/workspaces/\(workspace)")
    }
    #expect(try await update("") == 200)
    #expect(try await update(#", "workspace_ids": []"#) == 400)
    for workspace in workspaces[751..<1000] {
      _ = try await destinations.send(.post, "/\(id)/workspaces/\(workspace)")
    }
    let more = try await destinations.send(.post, "/\(id)/workspaces/\(workspaces[1000])")
    #expect(more.status == 400)
    #expect(try await destinations.listed(id).count == 1000)
    #expect(try await destinations.send(.delete, "/\(id)").status == 200)
    #expect(try await destinations.send(.get, "/\(id)/workspaces").status == 404)
  }
}
