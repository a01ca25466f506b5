internal import AdminAPI
internal import StewardValues

/// Limits that are set, and what follows from them for each person.
extension OrganizationState {
  static let spendLimitPerformances: [String: Performance] = [
    "spend_limits.set": { (state, call) throws(APIFailure) in try state.setSpendLimit(call) },
    "spend_limits.effective.list": { (state, call) throws(APIFailure) in
      try state.listEffectiveLimits(call)
    },
  ]

  private mutating func setSpendLimit(_ call: Call) throws(APIFailure) -> [UInt8] {
    let scope = call.arguments["scope"]?.record
    let kind = scope?["type"]?.string ?? ""
    let period = call.text("period") ?? "monthly"
    guard settableScopes.contains(kind) else {
      throw .invalid("scope: \(kind) cannot have a limit in this type of organization")
    }
    if kind != "user", period != "monthly" || call.arguments["amount"]?.isNull ?? true {
      throw .invalid("A limit of the organization or a workspace is monthly and has an amount.")
    }
    if let id = scope?["user_id"]?.string, exists(.user, id) != true {
      throw .invalid("scope.user_id: No such user in this organization")
    }
    if let id = scope?["workspace_id"]?.string {
      try checkMayBeLimited(workspace: id)
    }
    let limit = putLimit(
      call.arguments["amount"] ?? .null,
      period,
      call.arguments["scope"] ?? .null,
      call
    )
    return answer(limit, call)
  }

  private func checkMayBeLimited(workspace id: String) throws(APIFailure) {
    guard exists(.workspace, id) == true else {
      throw .invalid("scope.workspace_id: No such workspace in this organization")
    }
    guard id != workspaces.ids[Workspace.defaultNumber] else {
      throw .invalid("scope.workspace_id: The default workspace cannot have limits of its own")
    }
  }

  /// There is one limit of each scope and period: a new one takes its place.
  mutating func putLimit(
    _ amount: Value,
    _ period: String,
    _ scope: Value,
    _ call: Call
  ) -> ObjectRow {
    let collection = Catalog.SpendLimits.collection
    var row = ObjectRow([
      "amount": amount, "currency": Value("USD"), "is_enabled": .bool(true),
      "period": Value(period), "scope": scope, "created_at": .datetime(call.now),
      "updated_at": .datetime(call.now), "type": Value("spend_limit"),
    ])
    let there = objects[collection].current.first { entry in
      let other = entry.row["scope"].record
      return entry.row.text("period") == period
        && ["type", "user_id", "workspace_id"].allSatisfy { name in
          other?[name]?.string == scope.record?[name]?.string
        }
    }
    guard let there else { return objects[collection].insert(row, at: call.moment).row }
    row["id"] = there.row["id"]
    row["created_at"] = there.row["created_at"]
    objects[collection].replace(there.number, with: row, at: call.moment)
    return row
  }

  // MARK: - What holds for a person

  /// A row for each period in which a person has a limit; a page counts people.
  private func listEffectiveLimits(_ call: Call) throws(APIFailure) -> [UInt8] {
    let wanted = call.texts("user_ids").map(Set.init)
    let periods = call.texts("period") ?? Catalog.SpendLimits.period.values
    var rows: [ObjectCollection.Entry] = []
    for number in 0..<people.count where people.shown(number, at: call.moment) != nil {
      guard wanted?.contains(people.ids[number]) ?? true else { continue }
      for period in periods {
        guard let row = spendSummary(of: number, period) else { continue }
        rows.append(ObjectCollection.Entry(number: number, row: row))
      }
    }
    return try page(rows, call)
  }

  /// The limit of their own, or the organization's; nil where the period has neither.
  func spendSummary(of number: Int, _ period: String) -> ObjectRow? {
    guard let actor = userActor(number) else { return nil }
    let id = people.ids[number]
    let limits = objects[Catalog.SpendLimits.collection].current.map(\.row)
      .filter { $0.text("period") == period }
    let limit =
      limits.last { $0["scope"].record?["user_id"]?.string == id }
      ?? limits.first { $0["scope"].record?["type"]?.string == "organization" }
    guard let limit else { return nil }
    let spent = population.random.purpose("spend").at(number).below(40_000)
    return ObjectRow([
      "actor": actor, "amount": limit["amount"], "currency": Value("USD"),
      "period": limit["period"], "period_to_date_spend": Value(String(spent)),
      "scope": .object(["type": Value("user"), "user_id": Value(id)]),
      "source": limit["scope"], "spend_limit_id": limit["id"],
    ])
  }
}
