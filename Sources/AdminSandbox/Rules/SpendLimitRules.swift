internal import AdminAPI
internal import StewardValues

/// How much may be spent, and who asked for more.
extension OrganizationState {
  static let spendLimitRules: [String: ObjectRule] = [
    "spend_limits.delete": { (state, _, row, _) throws(APIFailure) in
      let kind = row["scope"].record?["type"]?.string ?? ""
      guard kind != "usage_tier" else {
        throw .invalid("The limit of the usage tier cannot be changed.")
      }
      guard state.settableScopes.contains(kind) else {
        throw .invalid("Limits of this kind cannot be changed in this type of organization.")
      }
    },
    "spend_limits.increase_requests.approve": { (state, call, row, before) throws(APIFailure) in
      guard before?.text("status") == "pending" else {
        throw .invalid("The request is resolved already.")
      }
      // The new limit may have another period than the one that was too low.
      row["period"] = before?["period"] ?? .null
      let limit = state.putLimit(
        call.arguments["amount"] ?? .null,
        call.text("period") ?? row.text("period") ?? "monthly",
        .object(["type": Value("user"), "user_id": row.asker]),
        call
      )
      row["spend_limit"] = limit.record(Catalog.SpendLimits.shape)
      state.resolve(&row, call)
    },
    "spend_limits.increase_requests.deny": { (state, call, row, before) throws(APIFailure) in
      switch before?.text("status") {
      case "approved": throw .invalid("The request is approved already.")
      case "pending": state.resolve(&row, call)
      default: break
      }
    },
  ]

  static let spendLimitChecks: [String: ObjectCheck] = [
    "spend_limits.list": { (state, call) throws(APIFailure) in
      guard let kind = state.kind else { return }
      let shown = shownScopes(kind)
      if let other = call.texts("scope_type")?.first(where: { !shown.contains($0) }) {
        throw .invalid("scope_type: \(other) does not apply to this type of organization")
      }
      if kind == .enterprise, call.arguments["workspace_id"] != nil {
        throw .invalid("workspace_id: does not apply to this type of organization")
      }
    }
  ]

  static let spendLimitFilters: [String: ObjectFilter] = [
    "spend_limits.list": { _, call, row in
      let scope = row["scope"].record
      let types = call.texts("scope_type")
      guard types?.contains(scope?["type"]?.string ?? "") ?? true else { return false }
      return call.text("workspace_id").map { $0 == scope?["workspace_id"]?.string } ?? true
    },
    "spend_limits.increase_requests.list": { state, call, row in
      let actor = row.asker.string ?? ""
      // Who has left asks for nothing.
      return state.exists(.user, actor) == true
        && call.texts("actor_ids")?.contains(actor) ?? true
    },
  ]

  static let spendLimitViews: [String: ObjectView] = [
    Catalog.SpendLimitIncreaseRequests.collection.name: { state, _, row in
      let number = state.people.ids.number(of: row.asker.string ?? "")
      let summary = number.flatMap { state.spendSummary(of: $0, row.text("period") ?? "") }
      row["spend_summary"] =
        row.text("status") == "pending"
        ? summary?.record(Catalog.EffectiveSpendLimits.shape) ?? .null : .null
    }
  ]

  // MARK: - Parts

  /// For whom limits can be set, by the kind of organization.
  var settableScopes: Set<String> {
    switch kind {
    case .enterprise: ["user"]
    case .console, .aws: ["organization", "workspace"]
    case nil: ["user", "organization", "workspace"]
    }
  }

  private static func shownScopes(_ kind: Access.Platform) -> Set<String> {
    switch kind {
    case .enterprise: ["organization", "seat_tier", "rbac_group", "organization_service", "user"]
    case .console, .aws: ["organization", "workspace", "usage_tier"]
    }
  }

  private func resolve(_ row: inout ObjectRow, _ call: Call) {
    row["resolved_at"] = .datetime(call.now)
    let admin = people.ids.number(of: actorID.string ?? "")
    row["resolved_by"] =
      call.caller == .scopedKey
      ? .object([
        "type": Value("scoped_api_key_actor"), "scoped_api_key_id": Value("apikey_scoped"),
      ]) : admin.flatMap(userActor) ?? .null
  }

  /// A person as the lists of limits name them; nil for one who has left.
  func userActor(_ number: Int) -> Value? {
    people.current(number).map { person in
      .object([
        "type": Value("user_actor"), "user_id": Value(people.ids[number]),
        "email_address": Value(person.email), "name": Value(person.name), "deleted": .bool(false),
      ])
    }
  }
}

extension ObjectRow {
  /// Who asked for more.
  fileprivate var asker: Value { self["actor"].record?["user_id"] ?? .null }
}
