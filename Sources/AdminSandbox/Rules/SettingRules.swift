internal import AdminAPI
internal import StewardValues

/// Limits and settings of the organization.
extension OrganizationState {
  static let settingRules: [String: ObjectRule] = [
    "compliance_settings.update": { (_, _, row, _) throws(APIFailure) in
      // The API takes the bare word too.
      if let word = row.text("state") { row["state"] = .tag(word) }
    },
    "workspaces.rate_limits.update": { (_, call, row, before) throws(APIFailure) in
      var limits = before?["limits"].list.map(Array.init) ?? []
      for limit in call.arguments["limits"]?.list ?? [] {
        guard let type = limit.record?["type"]?.string else { continue }
        limits.removeAll { $0.record?["type"]?.string == type }
        guard let value = limit.record?["value"], !value.isNull else { continue }
        limits.append(
          .object([
            "type": Value(type), "value": value, "org_limit": .null, "source": .tag("workspace"),
          ])
        )
      }
      row["limits"] = Value(limits)
    },
    "claude_code.managed_settings.configuration.update": {
      (_, call, row, before) throws(APIFailure) in
      let order = call.arguments["rbac_group_order"]
      let version = call.text("rbac_group_order_version")
      guard (order == nil) == (version == nil) else {
        throw .invalid("rbac_group_order and rbac_group_order_version are sent together")
      }
      if let version, version != before?.text("rbac_group_order_version") {
        throw .conflict("The order was changed meanwhile.")
      }
      if call.arguments["mode"] != nil { row["mode_updated_at"] = .datetime(call.now) }
      guard order != nil else { return }
      row["rbac_group_order_version"] = Value("v\(call.now.microseconds)")
    },
    "claude_code.managed_settings.rbac_groups.set": {
      (state, call, row, before) throws(APIFailure) in
      row["rbac_group_id"] = Value(call.path["rbac_group_id"] ?? "")
      row["rbac_group_status"] = .tag("active")
      if before == nil { state.changeOrder(call) { $0 + [row["rbac_group_id"]] } }
    },
    "claude_code.managed_settings.rbac_groups.delete": { (state, call, row, _) throws(APIFailure) in
      let id = row["rbac_group_id"]
      state.changeOrder(call) { $0.filter { $0 != id } }
    },
  ]

  static let settingChecks: [String: ObjectCheck] = [
    "workspaces.rate_limits.update": { (state, call) throws(APIFailure) in
      guard call.path["workspace_id"] == state.workspaces.ids[Workspace.defaultNumber] else {
        return
      }
      throw .invalid("The default workspace cannot have limits of its own.")
    }
  ]

  static let settingFilters: [String: ObjectFilter] = [
    "rate_limits.list": { _, call, row in
      guard let type = call.text("group_type") else { return true }
      return row["group"].record?["type"]?.string == type
    },
    "workspaces.rate_limits.list": { _, call, row in
      let type = call.text("group_type")
      guard type == nil || row["group"].record?["type"]?.string == type else { return false }
      return call.bool("include_inherited") || !(row["limits"].list?.isEmpty ?? true)
    },
  ]

  private mutating func changeOrder(_ call: Call, _ change: ([Value]) -> [Value]) {
    let collection = Catalog.ManagedSettings.collection
    guard var entry = objects[collection].current([]) else { return }
    entry.row["rbac_group_order"] = Value(change(Array(entry.row["rbac_group_order"].list ?? [])))
    entry.row["rbac_group_order_version"] = Value("v\(call.now.microseconds)")
    objects[collection].replace(entry.number, with: entry.row, at: call.moment)
  }
}
