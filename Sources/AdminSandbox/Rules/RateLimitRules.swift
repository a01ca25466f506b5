internal import AdminAPI
internal import StewardValues

/// How much of the model API may be used: the organization's limits, and what a workspace has of
/// its own in their place. Only the latter is kept for a workspace; the rest follows.
extension OrganizationState {
  static let rateLimitPerformances: [String: Performance] = [
    "rate_limits.list": { (state, call) throws(APIFailure) in try state.listRateLimits(call) },
    "workspaces.rate_limits.list": { (state, call) throws(APIFailure) in
      try state.listWorkspaceRateLimits(call)
    },
    "workspaces.rate_limits.update": { (state, call) throws(APIFailure) in
      try state.updateWorkspaceRateLimit(call)
    },
  ]

  /// - Throws: 404 for a model that no group has.
  private func listRateLimits(_ call: Call) throws(APIFailure) -> [UInt8] {
    var groups = objects[Catalog.RateLimits.collection].all(at: call.moment)
    if let model = call.text("model") {
      groups = groups.filter { $0.row["models"].list?.contains(Value(model)) ?? false }
      if groups.isEmpty { throw .notFound("The model '\(model)' has no rate limits.") }
    }
    return try page(groups.filter { Self.isWanted($0.row, call) }, call)
  }

  private func listWorkspaceRateLimits(_ call: Call) throws(APIFailure) -> [UInt8] {
    let workspace = workspaces.ids[try findWorkspace(call).number]
    let inherits = call.bool("include_inherited")
    let groups = objects[Catalog.RateLimits.collection].all(at: call.moment)
    let rows = groups.filter { Self.isWanted($0.row, call) }.map { entry in
      let own = objects[Catalog.WorkspaceRateLimits.collection]
        .shown([workspace, entry.row.text("id") ?? ""], at: call.moment)
      return ObjectCollection.Entry(
        number: entry.number,
        row: Self.limits(of: workspace, in: entry.row, own: own, inherits: inherits)
      )
    }
    return try page(rows.filter { !($0.row["limits"].list?.isEmpty ?? true) }, call)
  }

  /// Limiters that are not named keep what they have.
  private mutating func updateWorkspaceRateLimit(_ call: Call) throws(APIFailure) -> [UInt8] {
    let (number, found) = try findWorkspace(call)
    let id = call.path["rate_limit_id"] ?? ""
    guard let group = objects[Catalog.RateLimits.collection].current([id])?.row else {
      throw missing(Catalog.RateLimits.collection, call)
    }
    if number == Workspace.defaultNumber {
      throw .invalid("The default workspace cannot have rate limits of its own.")
    }
    if found.archivedAt != nil { throw .invalid("The workspace is archived.") }
    let workspace = workspaces.ids[number]
    let collection = Catalog.WorkspaceRateLimits.collection
    let there = objects[collection].current([workspace, id])
    let limits = try Self.limits(there?.row["limits"].list.map(Array.init) ?? [], changedBy: call)
    let row = ObjectRow([
      "workspace_id": Value(workspace), "rate_limit_id": Value(id), "limits": Value(limits),
    ])
    if let there {
      objects[collection].replace(there.number, with: row, at: call.moment)
    } else {
      objects[collection].insert(row, at: call.moment)
    }
    return answer(Self.limits(of: workspace, in: group, own: row, inherits: false), call)
  }

  // MARK: - Parts

  private static func isWanted(_ group: ObjectRow, _ call: Call) -> Bool {
    call.text("group_type").map { group.holder("group", "type") == $0 } ?? true
  }

  /// - Throws: 400 for a limit without a type or a value, or below zero.
  private static func limits(
    _ before: [Value],
    changedBy call: Call
  ) throws(APIFailure) -> [Value] {
    var limits = before
    for (index, limit) in (call.arguments["limits"]?.list ?? []).enumerated() {
      for name in ["type", "value"] where limit.record?[name] == nil {
        throw .invalid("limits.\(index).\(name): Field required")
      }
      let type = limit.record?["type"] ?? .null
      let value = limit.record?["value"] ?? .null
      if let number = value.int, number < 0 {
        throw .invalid("limits.\(index).value: Input should be greater than or equal to 0")
      }
      let place = limits.firstIndex { $0.record?["type"] == type } ?? limits.endIndex
      let new = value.isNull ? [] : [Value.object(["type": type, "value": value])]
      limits.replaceSubrange(place..<min(place + 1, limits.endIndex), with: new)
    }
    return limits
  }

  /// A workspace's entry for a group: its own limits, and those of the organization that it has
  /// none in place of.
  private static func limits(
    of workspace: String,
    in group: ObjectRow,
    own: ObjectRow?,
    inherits: Bool
  ) -> ObjectRow {
    let general = group["limits"].list ?? []
    let own = own?["limits"].list ?? []
    var limits = own.map { limit in
      let type = limit.record?["type"] ?? .null
      let above = general.first { $0.record?["type"] == type }
      return Self.limit(limit, above: above?.record?["value"] ?? .null, source: "workspace")
    }
    if inherits {
      limits += general.filter { limit in
        !own.contains { $0.record?["type"] == limit.record?["type"] }
      }
      .map { Self.limit($0, above: $0.record?["value"] ?? .null, source: "organization") }
    }
    return ObjectRow([
      "workspace_id": Value(workspace), "rate_limit_id": group["id"], "group": group["group"],
      "models": group["models"], "limits": Value(limits),
    ])
  }

  private static func limit(_ limit: Value, above: Value, source: String) -> Value {
    .object([
      "org_limit": above, "source": .tag(source), "value": limit.record?["value"] ?? .null,
      "type": limit.record?["type"] ?? .null,
    ])
  }
}
