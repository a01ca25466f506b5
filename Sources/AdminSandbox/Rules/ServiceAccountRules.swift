internal import AdminAPI
internal import StewardValues

/// Identities for programs, and the workspaces that they are in.
extension OrganizationState {
  static let serviceAccountRules: [String: ObjectRule] = [
    "service_accounts.create": { (state, _, row, _) throws(APIFailure) in
      try state.checkFree(row, nil, Catalog.ServiceAccounts.collection)
    },
    "service_accounts.update": { (_, call, row, _) throws(APIFailure) in
      emptyDescription(&row, call)
    },
    "service_accounts.archive": { (state, _, row, _) throws(APIFailure) in
      let rules = state.objects[Catalog.FederationRules.collection].current
      let isUsed = rules.contains { entry in
        !entry.row.isArchived
          && entry.row["target"].record?["service_account_id"]?.string == row.text("id")
      }
      guard !isUsed else {
        throw .invalid("The service account is the target of a federation rule.")
      }
    },
    "service_accounts.workspaces.add": placing,
    "workspaces.service_accounts.add": placing,
  ]

  /// A membership that is there already gets the role anew.
  private static let placing: ObjectRule = { (state, call, row, _) throws(APIFailure) in
    try state.checkLive(call, "service_account_id", Catalog.ServiceAccounts.collection)
    for name in ["workspace_id", "service_account_id"] { row[name] = Value(call.text(name)) }
    row["implicit"] = .bool(false)
  }

  static let serviceAccountChecks: [String: ObjectCheck] = [
    "service_accounts.workspaces.add": inLiveWorkspace,
    "service_accounts.workspaces.remove": inLiveWorkspace,
    "workspaces.service_accounts.add": inLiveWorkspace,
    "workspaces.service_accounts.remove": inLiveWorkspace,
    "workspaces.service_accounts.list": inLiveWorkspace,
    "workspaces.service_accounts.retrieve": ofLiveAccount,
    "workspaces.service_accounts.update": ofLiveAccount,
  ]

  private static let inLiveWorkspace: ObjectCheck = { (state, call) throws(APIFailure) in
    let number = state.workspaces.ids.number(of: call.text("workspace_id") ?? "")
    guard number.flatMap(state.workspaces.current)?.archivedAt != nil else { return }
    throw .invalid("The workspace is archived.")
  }

  private static let ofLiveAccount: ObjectCheck = { (state, call) throws(APIFailure) in
    try inLiveWorkspace(state, call)
    guard state.isArchivedAccount(call.text("service_account_id")) else { return }
    throw state.missing(Catalog.WorkspaceServiceAccounts.collection, call)
  }

  static let serviceAccountFilters: [String: ObjectFilter] = [
    "workspaces.service_accounts.list": { state, _, row in
      !state.isArchivedAccount(row.text("service_account_id"))
    }
  ]

  static let serviceAccountPerformances: [String: Performance] = [
    "service_accounts.workspaces.list": { (state, call) throws(APIFailure) in
      try state.listPlaces(call)
    },
    "workspaces.service_accounts.retrieve": { (state, call) throws(APIFailure) in
      let implicit = state.implicitMembership(of: call.text("service_account_id"))
      let isImplicit =
        implicit["workspace_id"].string == call.text("workspace_id")
        && state.objects[Catalog.WorkspaceServiceAccounts.collection]
          .shown(state.identity(call), at: call.moment) == nil
      guard isImplicit else { return try state.performAsDescribed(call) }
      try state.checkReferences(call)
      try ofLiveAccount(state, call)
      return state.answer(implicit, call)
    },
  ]

  // MARK: - Parts

  private func isArchivedAccount(_ id: String?) -> Bool {
    objects[Catalog.ServiceAccounts.collection].current([id ?? ""])?.row.isArchived ?? false
  }

  /// Every account is in the default workspace, as a user unless it was given another role.
  private func implicitMembership(of account: String?) -> ObjectRow {
    ObjectRow([
      "service_account_id": Value(account),
      "workspace_id": Value(workspaces.ids[Workspace.defaultNumber]),
      "workspace_role": Value("workspace_user"), "implicit": .bool(true),
    ])
  }

  /// The implicit membership leads the first page, beyond its limit.
  private func listPlaces(_ call: Call) throws(APIFailure) -> [UInt8] {
    try checkReferences(call)
    let account = call.text("service_account_id")
    guard !isArchivedAccount(account) else { return try page([], call) }
    let rows = objects[Catalog.WorkspaceServiceAccounts.collection].all(at: call.moment)
      .filter { $0.row.text("service_account_id") == account }
    if let token = call.text("page") {
      let last = try PageTokens(call).position(token, in: 0...Int.max - 1)
      guard rows.contains(where: { $0.number == last }) else {
        throw .invalid("page: The membership that it points to is gone; begin anew")
      }
    }
    let implicit = implicitMembership(of: account)
    let isExplicit = rows.contains { $0.row["workspace_id"] == implicit["workspace_id"] }
    return try page(rows, call, leading: isExplicit ? nil : implicit)
  }
}
