internal import AdminAPI
internal import StewardValues

/// Limits are known by for whom they hold and by their period: setting one again replaces it.
extension OrganizationState {
  static let spendLimitPerformances: [String: Performance] = [
    "spend_limits.set": { (state, call) throws(APIFailure) in
      try state.checkScope(call)
      let row = state.setLimit(
        call.arguments["amount"] ?? .null,
        scope: call.arguments["scope"] ?? .null,
        period: call.text("period") ?? "monthly",
        call
      )
      return state.answer(row, call)
    }
  ]

  /// - Throws: 400 for what an organization of this kind sets no limits for.
  private func checkScope(_ call: Call) throws(APIFailure) {
    let type = call.arguments["scope"]?.record?["type"]?.string ?? ""
    let isPersonal = type == "user"
    if kind == .enterprise, !isPersonal {
      throw .invalid("scope: Only limits of users can be set in this organization")
    }
    if kind == .console, isPersonal {
      throw .invalid("scope: Limits of users are not available in this organization")
    }
    guard !isPersonal else { return }
    if let period = call.text("period"), period != "monthly" {
      throw .invalid("period: Limits of this scope are monthly")
    }
    if call.arguments["amount"]?.isNull ?? true {
      throw .invalid("amount: A limit of this scope needs an amount")
    }
  }

  /// Sets a limit anew or for the first time.
  mutating func setLimit(
    _ amount: Value,
    scope: Value,
    period: String,
    _ call: Call
  ) -> ObjectRow {
    let collection = Catalog.SpendLimits.collection
    let there = objects[collection].current.first { entry in
      entry.row.text("period") == period
        && Self.scopeKey(entry.row["scope"]) == Self.scopeKey(scope)
    }
    if let there {
      var row = there.row
      row["amount"] = amount
      row["updated_at"] = .datetime(call.now)
      objects[collection].replace(there.number, with: row, at: call.moment)
      return row
    }
    let row = ObjectRow([
      "amount": amount, "currency": Value("USD"), "is_enabled": .bool(true),
      "period": Value(period), "scope": scope, "type": Value("spend_limit"),
      "created_at": .datetime(call.now), "updated_at": .datetime(call.now),
    ])
    return objects[collection].insert(row, at: call.moment).row
  }

  private static func scopeKey(_ scope: Value) -> [String] {
    ["type", "user_id", "workspace_id"].map { scope.record?[$0]?.string ?? "" }
  }
}
