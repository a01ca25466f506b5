internal import AdminAPI
internal import StewardValues

/// Settings of Claude Code: for all or by group, and which group counts most.
extension OrganizationState {
  static let managedSettingRules: [String: ObjectRule] = [
    "claude_code.managed_settings.configuration.update": {
      (state, call, row, before) throws(APIFailure) in
      try state.order(&row, call, before)
      state.switchMode(&row, call, before)
    },
    "claude_code.managed_settings.rbac_group_default.update": { (_, _, row, _) throws(APIFailure) in
      // No document with a time would be a damaged one.
      if row["settings"].isNull { row["updated_at"] = .null }
    },
  ]

  static let managedSettingPerformances: [String: Performance] = [
    "claude_code.managed_settings.rbac_groups.list": { (state, call) throws(APIFailure) in
      try state.listGroupSettings(call)
    },
    "claude_code.managed_settings.rbac_groups.retrieve": { (state, call) throws(APIFailure) in
      let found = state.objects[Self.groupSettings].shown([state.group(call)], at: call.moment)
      guard let found else { throw Self.noSettings }
      return state.answer(state.withStatus(found, call), call)
    },
    "claude_code.managed_settings.rbac_groups.set": { (state, call) throws(APIFailure) in
      try state.setGroupSettings(call)
    },
    "claude_code.managed_settings.rbac_groups.delete": { (state, call) throws(APIFailure) in
      let group = state.group(call)
      guard let entry = state.objects[Self.groupSettings].current([group]) else {
        throw Self.noSettings
      }
      state.objects[Self.groupSettings].replace(entry.number, with: nil, at: call.moment)
      state.changeOrder(call) { $0.filter { $0 != Value(group) } }
      return state.answer(entry.row, call)
    },
  ]

  private static let groupSettings = Catalog.ManagedGroupSettings.collection
  private static let noSettings = APIFailure.notFound(
    "The RBAC group has no managed settings.",
    code: "rbac_group_managed_settings_not_found"
  )

  private func group(_ call: Call) -> String { call.path["rbac_group_id"] ?? "" }

  // MARK: - Groups

  private mutating func setGroupSettings(_ call: Call) throws(APIFailure) -> [UInt8] {
    let group = group(call)
    guard exists(.rbacGroup, group) == true else {
      throw .notFound("RBAC group not found", code: "rbac_group_not_found")
    }
    let there = objects[Self.groupSettings].current([group])
    var row =
      there?.row
      ?? ObjectRow(["rbac_group_id": Value(group), "created_at": .datetime(call.now)])
    row["settings"] = call.arguments["settings"] ?? .null
    row["updated_at"] = .datetime(call.now)
    if let there {
      objects[Self.groupSettings].replace(there.number, with: row, at: call.moment)
    } else {
      objects[Self.groupSettings].insert(row, at: call.moment)
      changeOrder(call) { $0 + [Value(group)] }
    }
    return answer(withStatus(row, call), call)
  }

  /// The group that counts most comes first. A page's place is good for one order only.
  private func listGroupSettings(_ call: Call) throws(APIFailure) -> [UInt8] {
    let configuration = objects[Catalog.ManagedSettings.collection].shown([], at: call.moment)
    let base = Self.version(configuration) * Self.mostGroups
    if let token = call.text("page") {
      let place = try PageTokens(call).position(token, in: 0...Int.max - 1)
      guard (base..<base + Self.mostGroups).contains(place) else {
        throw .conflict("The order of the groups has changed: list again from the first page.")
      }
    }
    let rows = (configuration?["rbac_group_order"].list ?? []).compactMap { id in
      objects[Self.groupSettings].shown([id.string ?? ""], at: call.moment)
    }
    let entries = rows.reversed().enumerated().map { index, row in
      ObjectCollection.Entry(number: base + index, row: withStatus(row, call))
    }
    return try page(entries, call)
  }

  /// A group that was deleted keeps its settings and its place.
  private func withStatus(_ row: ObjectRow, _ call: Call) -> ObjectRow {
    var row = row
    let group = objects[Catalog.RBACGroups.collection]
      .shown([row.text("rbac_group_id") ?? ""], at: call.moment)
    row["rbac_group_status"] = .tag(group == nil ? "deleted" : "active")
    return row
  }

  // MARK: - Order

  /// More than anybody has; versions and places are told apart by it.
  private static let mostGroups = 1_000_000

  /// Versions are counted, since the time may stand still.
  private static func version(_ configuration: ObjectRow?) -> Int {
    let digits = configuration?.text("rbac_group_order_version")?.dropFirst() ?? ""
    return Int(digits).flatMap { (0...1_000_000_000).contains($0) ? $0 : nil } ?? 0
  }

  /// - Throws: 409 for an order that was made from another one, 400 for one that leaves groups out.
  private mutating func order(
    _ row: inout ObjectRow,
    _ call: Call,
    _ before: ObjectRow?
  ) throws(APIFailure) {
    let order = call.texts("rbac_group_order")
    let version = call.text("rbac_group_order_version")
    guard (order == nil) == (version == nil) else {
      throw .invalid("rbac_group_order and rbac_group_order_version are sent together.")
    }
    guard let order else { return }
    guard version == before?.text("rbac_group_order_version") else {
      throw .conflict("The order has changed since it was read: read it again.")
    }
    let old = before?["rbac_group_order"].list?.compactMap(\.string) ?? []
    guard order.sorted() == old.sorted() else {
      throw .invalid("rbac_group_order: must list every RBAC group with settings exactly once.")
    }
    if order != old { move(&row, from: old.map { Value($0) }, to: order.map { Value($0) }, call) }
  }

  private mutating func changeOrder(_ call: Call, _ change: ([Value]) -> [Value]) {
    let collection = Catalog.ManagedSettings.collection
    guard var entry = objects[collection].current([]) else { return }
    let old = Array(entry.row["rbac_group_order"].list ?? [])
    move(&entry.row, from: old, to: change(old), call)
    objects[collection].replace(entry.number, with: entry.row, at: call.moment)
  }

  /// Gives the configuration another order; a group whose place changes was updated.
  private mutating func move(
    _ configuration: inout ObjectRow,
    from old: [Value],
    to new: [Value],
    _ call: Call
  ) {
    configuration["rbac_group_order_version"] = Value("v\(Self.version(configuration) + 1)")
    configuration["rbac_group_order"] = Value(new)
    for (place, id) in new.enumerated() where old.firstIndex(of: id) != place {
      guard var entry = objects[Self.groupSettings].current([id.string ?? ""]) else { continue }
      entry.row["updated_at"] = .datetime(call.now)
      objects[Self.groupSettings].replace(entry.number, with: entry.row, at: call.moment)
    }
  }

  // MARK: - Mode

  /// Whoever had the organization's settings keeps them, where nothing else is set.
  private mutating func switchMode(
    _ row: inout ObjectRow,
    _ call: Call,
    _ before: ObjectRow?
  ) {
    guard let mode = row.holder("mode", "type"), mode != before?.holder("mode", "type") else {
      return
    }
    row["mode_updated_at"] = .datetime(call.now)
    let collection = Catalog.ManagedSettings.groupDefaultCollection
    guard mode == "rbac_groups", objects[Self.groupSettings].current.isEmpty,
      var entry = objects[collection].current([]), entry.row["settings"].isNull
    else { return }
    entry.row["settings"] = organizationSettings
    entry.row["updated_at"] = .datetime(call.now)
    objects[collection].replace(entry.number, with: entry.row, at: call.moment)
  }

  /// They are set in claude.ai: of an organization from elsewhere they are not known.
  private var organizationSettings: Value {
    population.snapshot == nil ? .object(["model": Value("claude-sonnet-4-6")]) : .object([:])
  }
}
