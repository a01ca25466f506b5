internal import AdminAPI
internal import StewardValues

/// Which tokens become which service account, and in which workspaces.
extension OrganizationState {
  static let federationRules: [String: ObjectRule] = [
    "federation.rules.create": { (state, call, row, _) throws(APIFailure) in
      try state.checkRule(row, nil)
      row["id"] = Value(state.objects[Catalog.FederationRules.collection].nextID)
      row["workspace_ids"] = Value([Value]())
      if let workspace = call.text("workspace_id") {
        state.enable(&row, in: workspace, call)
      } else if row["applies_to_all_workspaces"].bool != true {
        throw .invalid("workspace_id is required unless applies_to_all_workspaces is true")
      }
    },
    "federation.rules.update": { (state, call, row, before) throws(APIFailure) in
      try checkScope(before?.text("oauth_scope"))
      try state.checkRule(row, before)
      emptyDescription(&row, call)
      if let workspace = call.text("workspace_id") {
        guard row["workspace_ids"].list?.count ?? 0 <= 1 else {
          throw .invalid("workspace_id: The rule is enabled in several workspaces")
        }
        state.disable(&row, call)
        state.enable(&row, in: workspace, call)
      }
      let isNowhere = row["workspace_ids"].list?.isEmpty ?? true
      if isNowhere, row["applies_to_all_workspaces"].bool != true {
        throw .invalid("applies_to_all_workspaces: The rule would hold in no workspace")
      }
    },
    "federation.rules.archive": { (state, call, row, _) throws(APIFailure) in
      try checkScope(row.text("oauth_scope"))
      state.disable(&row, call)
    },
    "federation.rules.workspaces.add": { (state, call, row, _) throws(APIFailure) in
      let collection = Catalog.FederationRules.collection
      try state.checkLive(call, "federation_rule_id", collection)
      if let there = state.objects[Catalog.FederationRuleWorkspaces.collection].entry(like: row) {
        row = there.row
      }
      try state.change(ruleOf: call) { state, rule in
        guard let id = row.text("workspace_id"), !rule.workspaces.contains(id) else { return }
        rule["workspace_ids"] = Value((rule.workspaces + [id]).map { Value($0) })
      }
    },
    "federation.rules.workspaces.remove": { (state, call, row, _) throws(APIFailure) in
      try state.change(ruleOf: call) { _, rule in
        let left = rule.workspaces.filter { $0 != row.text("workspace_id") }
        rule["workspace_ids"] = Value(left.map { Value($0) })
      }
    },
  ]

  static let federationViews: [String: ObjectView] = [
    Catalog.FederationRules.collection.name: { state, _, row in
      if let issuer = state.issuer(of: row) { row["issuer_name"] = issuer["name"] }
      guard let account = state.account(of: row) else { return }
      row["target"] = .object([
        "type": Value("service_account"), "service_account_id": account["id"],
        "service_account_name": account["name"],
      ])
    },
    Catalog.FederationRuleWorkspaces.collection.name: { state, call, row in
      let number = state.workspaces.ids.number(of: row.text("workspace_id") ?? "")
      let isListed = call.operation.method == .get
      row["workspace_name"] =
        isListed ? Value(number.flatMap(state.workspaces.current)?.name) : .null
    },
  ]

  static let federationPerformances: [String: Performance] = [
    // All of them, whatever page is asked for.
    "federation.rules.workspaces.list": { (state, call) throws(APIFailure) in
      try state.checkReferences(call)
      let collection = Catalog.FederationRuleWorkspaces.collection
      let rows = state.objects[collection].all(at: call.moment).map(\.row)
        .filter { $0.text("federation_rule_id") == call.path["federation_rule_id"] }
      let shape = Catalog.FederationRuleWorkspaces.shape
      let shown = rows.reversed().map { state.viewed($0, call).shown(shape) }
      return JSONWriter.utf8(ObjectRow.document([("data", Value(shown)), ("next_page", .null)]))
    }
  ]

  // MARK: - Workspaces

  /// The rule that a call names gets other workspaces.
  private mutating func change(
    ruleOf call: Call,
    _ body: (OrganizationState, inout ObjectRow) -> Void
  ) throws(APIFailure) {
    let collection = Catalog.FederationRules.collection
    guard var rule = objects[collection].current([call.path["federation_rule_id"] ?? ""]) else {
      throw missing(collection, call)
    }
    try Self.checkScope(rule.row.text("oauth_scope"))
    body(self, &rule.row)
    objects[collection].replace(rule.number, with: rule.row, at: call.moment)
  }

  private mutating func enable(_ rule: inout ObjectRow, in workspace: String, _ call: Call) {
    rule["workspace_ids"] = Value((rule.workspaces + [workspace]).map { Value($0) })
    objects[Catalog.FederationRuleWorkspaces.collection].insert(
      ObjectRow([
        "federation_rule_id": rule["id"], "workspace_id": Value(workspace),
        "created_at": .datetime(call.now), "created_by_actor_id": actorID,
      ]),
      at: call.moment
    )
  }

  /// In all workspaces that it was enabled in.
  private mutating func disable(_ rule: inout ObjectRow, _ call: Call) {
    let collection = Catalog.FederationRuleWorkspaces.collection
    for workspace in rule.workspaces {
      let identity = [rule.text("id") ?? "", workspace]
      guard let entry = objects[collection].current(identity) else { continue }
      objects[collection].replace(entry.number, with: nil, at: call.moment)
    }
    rule["workspace_ids"] = Value([Value]())
  }
}

extension ObjectRow {
  /// Where a rule was enabled.
  fileprivate var workspaces: [String] { self["workspace_ids"].list?.compactMap(\.string) ?? [] }
}
