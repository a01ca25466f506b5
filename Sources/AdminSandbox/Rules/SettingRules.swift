internal import AdminAPI
internal import StewardValues

/// What people and workspaces may spend.
extension OrganizationState {
  static let settingRules: [String: ObjectRule] = [
    "spend_limits.delete": { (_, _, row, _) throws(APIFailure) in
      guard row["scope"].record?["type"]?.string == "usage_tier" else { return }
      throw .invalid("The limit of the usage tier cannot be changed.")
    },
    "spend_limits.increase_requests.approve": { (state, call, row, before) throws(APIFailure) in
      guard before?.text("status") == "pending" else {
        throw .invalid("The request is resolved already.")
      }
      row["resolved_at"] = .datetime(call.now)
      let scope = Value.object(["type": Value("user"), "user_id": state.actor(of: row)])
      let limit = ObjectRow([
        "amount": call.arguments["amount"] ?? .null, "currency": Value("USD"),
        "is_enabled": .bool(true), "period": row["period"], "scope": scope,
        "created_at": .datetime(call.now), "updated_at": .datetime(call.now),
        "type": Value("spend_limit"),
      ])
      let entry = state.objects[Catalog.SpendLimits.collection].insert(limit, at: call.moment)
      row["spend_limit"] = entry.row.record(Catalog.SpendLimits.spendLimit)
    },
    "spend_limits.increase_requests.deny": { (_, call, row, before) throws(APIFailure) in
      if before?.text("status") == "approved" {
        throw .invalid("The request is approved already.")
      }
      if before?.text("status") == "pending" { row["resolved_at"] = .datetime(call.now) }
    },
  ]

  static let settingFilters: [String: ObjectFilter] = [
    "spend_limits.list": { _, call, row in
      let scope = row["scope"].record
      let types = call.texts("scope_type")
      guard types?.contains(scope?["type"]?.string ?? "") ?? true else { return false }
      return call.text("workspace_id").map { $0 == scope?["workspace_id"]?.string } ?? true
    },
    "spend_limits.increase_requests.list": { _, call, row in
      let actor = row["actor"].record?["user_id"]?.string ?? ""
      return call.texts("actor_ids")?.contains(actor) ?? true
    },
  ]

  /// Who asked.
  private func actor(of row: ObjectRow) -> Value { row["actor"].record?["user_id"] ?? .null }
}
