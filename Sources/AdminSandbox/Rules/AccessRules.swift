internal import AdminAPI
internal import StewardValues

/// Keys of the customer's own, identities of programs, groups and roles.
extension OrganizationState {
  static let accessRules: [String: ObjectRule] = [
    "external_keys.create": { (_, _, row, _) throws(APIFailure) in
      row["attachment"] = .tag("unattached")
      if row["geo"].isNull || row.text("geo") == "" { row["geo"] = Value("us") }
    },
    "external_keys.delete": { (state, _, row, _) throws(APIFailure) in
      let id = row.text("id")
      let isUsed = (0..<state.workspaces.count).contains {
        state.workspaces.current($0)?.externalKeyID == id
      }
      guard !isUsed, row["attachment"].record?["type"]?.string != "attached" else {
        throw .invalid("The external key is referenced by a workspace.")
      }
    },
    "external_keys.update": { (_, call, _, before) throws(APIFailure) in
      let isAttached = before?["attachment"].record?["type"]?.string == "attached"
      let isMoved = ["geo", "provider_config"].contains { call.arguments[$0] != nil }
      guard isAttached, isMoved else { return }
      throw .invalid("geo and provider_config cannot change while a workspace uses the key.")
    },
    "service_accounts.create": { (state, _, row, _) throws(APIFailure) in
      try state.checkFree(row, Catalog.ServiceAccounts.collection, "service account")
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
    "service_accounts.workspaces.add": { (state, call, row, _) throws(APIFailure) in
      try state.placeServiceAccount(&row, call)
    },
    "workspaces.service_accounts.add": { (state, call, row, _) throws(APIFailure) in
      try state.placeServiceAccount(&row, call)
    },
    "federation.issuers.create": { (state, call, row, _) throws(APIFailure) in
      try state.checkFree(row, Catalog.FederationIssuers.collection, "federation issuer")
      if call.arguments["jwks"] == nil { row["jwks"] = .tag("discovery") }
    },
    "federation.issuers.archive": { (state, _, row, _) throws(APIFailure) in
      let rules = state.objects[Catalog.FederationRules.collection].current
      guard !rules.contains(where: { !$0.row.isArchived && $0.row["issuer_id"] == row["id"] })
      else { throw .invalid("A federation rule refers to the issuer.") }
    },
    "federation.rules.create": { (state, call, row, _) throws(APIFailure) in
      try state.checkFree(row, Catalog.FederationRules.collection, "federation rule")
      try state.completeRule(&row, call)
    },
    "federation.rules.update": { (state, call, row, _) throws(APIFailure) in
      try state.completeRule(&row, call)
    },
    "federation.rules.archive": { (_, _, row, _) throws(APIFailure) in
      row["workspace_ids"] = Value([Value]())
    },
    "federation.rules.workspaces.add": { (state, call, row, _) throws(APIFailure) in
      row["workspace_name"] = .null
      try state.checkLive(call, "federation_rule_id", Catalog.FederationRules.collection)
    },
    "rbac_groups.members.add": { (state, call, row, _) throws(APIFailure) in
      guard let number = state.people.ids.number(of: call.text("user_id") ?? ""),
        let person = state.people.current(number)
      else { throw .invalid("user_id: No such user in this organization") }
      row["email"] = Value(person.email)
      try state.checkEditable(call)
    },
    "rbac_groups.members.remove": { (state, call, _, _) throws(APIFailure) in
      try state.checkEditable(call)
    },
    "rbac_groups.update": { (state, call, _, _) throws(APIFailure) in
      try state.checkEditable(call)
    },
    "rbac_groups.delete": { (state, call, _, _) throws(APIFailure) in
      try state.checkEditable(call)
    },
  ]

  /// - Throws: 409 for a name that an object has which is not archived.
  private func checkFree(
    _ row: ObjectRow,
    _ collection: Semantics.Collection,
    _ words: String
  ) throws(APIFailure) {
    let isTaken = objects[collection].current.contains { entry in
      entry.row["name"] == row["name"] && !entry.row.isArchived
    }
    guard !isTaken else { throw .conflict("There is a \(words) of that name already.") }
  }

  /// - Throws: 400 for a group that SCIM fills.
  private func checkEditable(_ call: Call) throws(APIFailure) {
    let group = objects[Catalog.RBACGroups.collection].current([call.text("rbac_group_id") ?? ""])
    guard group?.row.text("source_type") == "scim" else { return }
    throw .invalid("Groups that are provisioned by SCIM cannot be changed through the API.")
  }

  /// - Throws: 400 for something below what is archived.
  private func checkLive(
    _ call: Call,
    _ parameter: String,
    _ collection: Semantics.Collection
  ) throws(APIFailure) {
    guard let parent = objects[collection].current([call.text(parameter) ?? ""]),
      parent.row.isArchived
    else { return }
    throw .invalid("\(Self.title(collection)) is archived")
  }

  /// A membership that is there already gets the role anew.
  private func placeServiceAccount(_ row: inout ObjectRow, _ call: Call) throws(APIFailure) {
    try checkLive(call, "service_account_id", Catalog.ServiceAccounts.collection)
    let number = workspaces.ids.number(of: call.text("workspace_id") ?? "")
    if let number, workspaces.current(number)?.archivedAt != nil {
      throw .invalid("The workspace is archived.")
    }
    for name in ["workspace_id", "service_account_id"] {
      row[name] = Value(call.text(name) ?? "")
    }
    row["implicit"] = .bool(false)
  }

  private func completeRule(_ row: inout ObjectRow, _ call: Call) throws(APIFailure) {
    let match = row["match"].record
    let hasMatch = ["subject_prefix", "claims", "condition"].contains { name in
      !(match?[name]?.isNull ?? true)
    }
    guard hasMatch else {
      throw .invalid("match: one of subject_prefix, claims and condition is required")
    }
    let everywhere = row["applies_to_all_workspaces"].bool == true
    if let workspace = call.text("workspace_id") {
      row["workspace_ids"] = Value([Value(workspace)])
    } else if everywhere {
      row["workspace_ids"] = Value([Value]())
    } else if row["workspace_ids"].list?.isEmpty ?? true {
      throw .invalid("workspace_id is required unless applies_to_all_workspaces is true")
    }
    let issuerID = row.text("issuer_id") ?? ""
    guard let issuer = objects[Catalog.FederationIssuers.collection].current([issuerID]) else {
      throw .invalid("issuer_id: no such federation issuer in this organization")
    }
    let accountID = row["target"].record?["service_account_id"]?.string ?? ""
    guard objects[Catalog.ServiceAccounts.collection].current([accountID]) != nil else {
      throw .invalid("target: no such service account in this organization")
    }
    row["issuer_name"] = issuer.row["name"]
  }
}
