import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct ManagedSettingRuleTests {
  private static let base = "claude_code/managed_settings"

  private struct Managed {
    let probe: Probe
    let headers: [(name: String, value: String)]

    init(_ change: (inout SandboxSettings) -> Void = { _ in }) throws {
      probe = try Probe(change)
      headers = [
        ("x-api-key", probe.sandbox.key),
        ("anthropic-beta", "ce-claude-code-managed-settings-2026-10-06"),
      ]
    }

    func get(_ path: String) async throws -> Probe.Reply {
      try await probe.send(.get, "\(base)/\(path)", headers: headers)
    }

    func post(_ path: String, _ body: String) async throws -> Probe.Reply {
      try await probe.send(.post, "\(base)/\(path)", body, headers: headers)
    }

    func delete(_ group: String) async throws -> Probe.Reply {
      try await probe.send(.delete, "\(base)/rbac_groups/\(group)", headers: headers)
    }

    func group(_ name: String) async throws -> String {
      let rows = try await probe.get("rbac_groups").rows
      return try #require(rows.first { $0.field("name") == name }?.field("id"))
    }

    func order() async throws -> (groups: [String], version: String) {
      let configuration = try await get("configuration")
      let groups = configuration["rbac_group_order"]?.list?.compactMap(\.string) ?? []
      return (groups, try #require(configuration.text("rbac_group_order_version")))
    }

    func set(order: [String], version: String) async throws -> Probe.Reply {
      let groups = order.map { "\"\($0)\"" }.joined(separator: ",")
      return try await post(
        "configuration",
        #"{"rbac_group_order": [\#(groups)], "rbac_group_order_version": "\#(version)"}"#
      )
    }
  }

  @Test func `the order has every group with settings, the seeded one too`() async throws {
    let managed = try Managed()
    let engineering = try await managed.group("Engineering")
    let before = try await managed.order()
    #expect(before.groups == [engineering])
    let contractors = try await managed.group("Contractors")
    #expect(
      try await managed.post("rbac_groups/\(contractors)", #"{"settings": {}}"#).status == 200
    )
    let after = try await managed.order()
    #expect(after.groups == [engineering, contractors])
    #expect(after.version != before.version)
    _ = try await managed.post("rbac_groups/\(engineering)", #"{"settings": {"a": 1}}"#)
    #expect(try await managed.order() == after)
  }

  @Test func `an order is complete and made from the one that is there`() async throws {
    let managed = try Managed()
    let engineering = try await managed.group("Engineering")
    let contractors = try await managed.group("Contractors")
    let old = try await managed.order()
    _ = try await managed.post("rbac_groups/\(contractors)", #"{"settings": {}}"#)
    let stale = try await managed.set(order: [contractors, engineering], version: old.version)
    #expect(stale.status == 409)
    #expect(stale.text("error.type") == "conflict_error")
    let version = try await managed.order().version
    for order in [[], [engineering], [engineering, engineering], [engineering, "rbac_group_x"]] {
      #expect(try await managed.set(order: order, version: version).status == 400)
    }
    #expect(
      try await managed.post("configuration", #"{"rbac_group_order_version": "v1"}"#).status == 400
    )
    let turned = try await managed.set(order: [contractors, engineering], version: version)
    #expect(turned.status == 200)
    #expect(turned.text("rbac_group_order_version") != version)
    let rows = try await managed.get("rbac_groups").rows
    #expect(rows.compactMap { $0.field("rbac_group_id") } == [contractors, engineering])
  }

  @Test func `another order between two pages is a conflict`() async throws {
    let managed = try Managed()
    let contractors = try await managed.group("Contractors")
    _ = try await managed.post("rbac_groups/\(contractors)", #"{"settings": {}}"#)
    let first = try await managed.get("rbac_groups?limit=1")
    let next = try #require(first.text("next_page"))
    let second = try await managed.get("rbac_groups?limit=1&page=\(next)")
    #expect(second.text("data.0.rbac_group_id") == contractors)
    #expect(second["next_page"]?.isNull == true)
    let order = try await managed.order()
    _ = try await managed.set(order: order.groups.reversed(), version: order.version)
    #expect(try await managed.get("rbac_groups?limit=1&page=\(next)").status == 409)
    #expect(try await managed.get("rbac_groups?page=page_made_up").status == 400)
  }

  @Test func `a group's time tells of its place too`() async throws {
    let managed = try Managed()
    let engineering = try await managed.group("Engineering")
    let contractors = try await managed.group("Contractors")
    _ = try await managed.post("rbac_groups/\(contractors)", #"{"settings": {}}"#)
    let before = try await managed.get("rbac_groups/\(contractors)").text("updated_at")
    managed.probe.time.advance(seconds: 60)
    #expect(try await managed.delete(engineering).status == 200)
    let after = try await managed.get("rbac_groups/\(contractors)")
    #expect(after.text("updated_at") != before)
    #expect(after.text("created_at") == before)
  }

  @Test func `a group without settings has a code of its own`() async throws {
    let managed = try Managed()
    let contractors = try await managed.group("Contractors")
    for reply in [
      try await managed.get("rbac_groups/\(contractors)"), try await managed.delete(contractors),
    ] {
      #expect(reply.status == 404)
      #expect(
        reply.text("error.details.error_code") == "rbac_group_managed_settings_not_found"
      )
    }
    let nobody = try await managed.post("rbac_groups/rbac_group_x", #"{"settings": {}}"#)
    #expect(nobody.status == 404)
    #expect(nobody.text("error.details.error_code") == "rbac_group_not_found")
  }

  @Test func `a deleted group keeps its settings and its place`() async throws {
    let managed = try Managed()
    let engineering = try await managed.group("Engineering")
    #expect(try await managed.get("rbac_groups").text("data.0.rbac_group_status.type") == "active")
    #expect(try await managed.probe.delete("rbac_groups/\(engineering)").status == 200)
    let there = try await managed.get("rbac_groups/\(engineering)")
    #expect(there.text("rbac_group_status.type") == "deleted")
    #expect(try await managed.get("rbac_groups").text("data.0.rbac_group_status.type") == "deleted")
    #expect(try await managed.order().groups == [engineering])
    let set = try await managed.post("rbac_groups/\(engineering)", #"{"settings": {}}"#)
    #expect(set.text("error.details.error_code") == "rbac_group_not_found")
    #expect(try await managed.delete(engineering).status == 200)
    #expect(try await managed.order().groups.isEmpty)
  }

  @Test func `by group the organization's settings become those of the others`() async throws {
    let managed = try Managed()
    let mode = #"{"mode": {"type": "rbac_groups"}}"#
    #expect(try await managed.get("configuration")["mode_updated_at"]?.isNull == true)
    let cleared = try await managed.post("rbac_group_default", #"{"settings": null}"#)
    #expect(cleared["settings"]?.isNull == true)
    #expect(cleared["updated_at"]?.isNull == true)
    #expect(try await managed.post("configuration", mode).text("mode.type") == "rbac_groups")
    #expect(try await managed.get("rbac_group_default")["settings"]?.isNull == true)
    _ = try await managed.post("configuration", #"{"mode": {"type": "organization"}}"#)
    _ = try await managed.delete(try await managed.group("Engineering"))
    let switched = try await managed.post("configuration", mode)
    #expect(switched.text("mode_updated_at") == Probe.now)
    #expect(try await managed.get("rbac_group_default")["settings"]?.record != nil)
  }
}
