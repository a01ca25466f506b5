internal import AdminAPI
internal import StewardValues

/// What is no plain work on objects: probes, an archive, computed limits.
extension OrganizationState {
  static let objectPerformances: [String: Performance] = [
    "external_keys.validate": { (state, call) throws(APIFailure) in
      let entry = try state.entry(Catalog.ExternalKeys.collection, [call.path["external_key_id"]])
      let isBroken = entry.row.text("display_name")?.hasPrefix("broken") ?? false
      return state.answer(
        ObjectRow([
          "status": Value(isBroken ? "failure" : "success"),
          "error": isBroken ? Value("The key could not be used.") : .null,
        ]),
        call
      )
    },
    "spend_limits.set": { (state, call) throws(APIFailure) in try state.setSpendLimit(call) },
    "spend_limits.effective.list": { (state, call) throws(APIFailure) in
      try state.listEffectiveLimits(call)
    },
  ]

  private func entry(
    _ collection: Semantics.Collection,
    _ identity: [String?]
  ) throws(APIFailure) -> ObjectCollection.Entry {
    guard let entry = objects[collection].current(identity.map { $0 ?? "" }) else {
      throw missing(collection)
    }
    return entry
  }

  /// There is one limit of each scope and period.
  private mutating func setSpendLimit(_ call: Call) throws(APIFailure) -> [UInt8] {
    let collection = Catalog.SpendLimits.collection
    let scope = call.arguments["scope"]?.record
    let kind = scope?["type"]?.string
    let period = call.text("period") ?? "monthly"
    if kind != "user", period != "monthly" || call.arguments["amount"]?.isNull ?? true {
      throw .invalid("A limit of the organization or a workspace is monthly and has an amount.")
    }
    var row = ObjectRow([
      "amount": call.arguments["amount"] ?? .null, "currency": Value("USD"),
      "is_enabled": .bool(true), "period": Value(period),
      "scope": call.arguments["scope"] ?? .null, "created_at": .datetime(call.now),
      "updated_at": .datetime(call.now), "type": Value("spend_limit"),
    ])
    let there = objects[collection].current.first { entry in
      let other = entry.row["scope"].record
      return entry.row.text("period") == period && other?["type"]?.string == kind
        && other?["user_id"]?.string == scope?["user_id"]?.string
        && other?["workspace_id"]?.string == scope?["workspace_id"]?.string
    }
    guard let there else {
      return answer(objects[collection].insert(row, at: call.moment).row, call)
    }
    row["id"] = there.row["id"]
    row["created_at"] = there.row["created_at"]
    objects[collection].replace(there.number, with: row, at: call.moment)
    return answer(row, call)
  }

  /// For each person the limit of their own, or the organization's.
  private func listEffectiveLimits(_ call: Call) throws(APIFailure) -> [UInt8] {
    let limits = objects[Catalog.SpendLimits.collection].current.map(\.row)
    let wanted = call.texts("user_ids").map(Set.init)
    var rows: [ObjectCollection.Entry] = []
    for number in 0..<people.count {
      guard let person = people.shown(number, at: call.moment) else { continue }
      let id = people.ids[number]
      guard wanted?.contains(id) ?? true else { continue }
      let own = limits.last { $0["scope"].record?["user_id"]?.string == id }
      guard
        let limit = own
          ?? limits.first(where: {
            $0["scope"].record?["type"]?.string == "organization"
          })
      else { continue }
      let spent = population.random.purpose("spend").at(number).below(40_000)
      let row = ObjectRow([
        "actor": .object([
          "type": Value("user_actor"), "user_id": Value(id), "email_address": Value(person.email),
          "name": Value(person.name), "deleted": .bool(false),
        ]),
        "amount": limit["amount"], "currency": Value("USD"), "period": limit["period"],
        "period_to_date_spend": Value(String(spent)),
        "scope": .object(["type": Value("user"), "user_id": Value(id)]),
        "source": limit["scope"], "spend_limit_id": limit["id"],
      ])
      rows.append(ObjectCollection.Entry(number: number, row: row))
    }
    return try page(rows, call)
  }
}

extension Call {
  /// What an uploaded plugin says of itself.
  var manifest: Record? {
    uploads.first { $0.name == ".claude-plugin/plugin.json" }
      .flatMap { BodyJSON.value(Array($0.content)) }?.record
  }
}
