internal import AdminAPI
internal import StewardValues

/// Groups of people, and who is in them.
extension OrganizationState {
  static let groupRules: [String: ObjectRule] = [
    "rbac_groups.members.add": { (state, call, row, _) throws(APIFailure) in
      guard let number = state.people.ids.number(of: call.text("user_id") ?? ""),
        let person = state.people.current(number)
      else { throw .invalid("user_id: No such user in this organization") }
      try state.checkEditable(call)
      guard state.objects[Catalog.RBACGroups.membersCollection].entry(like: row) == nil else {
        throw .invalid("user_id: The user is a member of the group already")
      }
      row["email"] = Value(person.email)
    },
    "rbac_groups.members.remove": { (state, call, _, _) throws(APIFailure) in
      try state.checkEditable(call)
    },
    "rbac_groups.update": { (state, call, _, _) throws(APIFailure) in
      try state.checkEditable(call)
    },
    "rbac_groups.delete": { (state, call, row, _) throws(APIFailure) in
      try state.checkEditable(call)
      state.removeMemberships(where: "rbac_group_id", is: row["id"], at: call.moment)
      state.forgetGroup(row["id"], at: call.moment)
    },
  ]

  /// - Throws: 400 for a group that SCIM fills.
  private func checkEditable(_ call: Call) throws(APIFailure) {
    let group = objects[Catalog.RBACGroups.collection].current([call.text("rbac_group_id") ?? ""])
    guard group?.row.text("source_type") == "scim" else { return }
    throw .invalid("Groups that are provisioned by SCIM cannot be changed through the API.")
  }

  /// Whoever goes, group or person, is in no group any more.
  mutating func removeMemberships(where field: String, is id: Value, at moment: Moment) {
    let collection = Catalog.RBACGroups.membersCollection
    for entry in objects[collection].current where entry.row[field] == id {
      objects[collection].replace(entry.number, with: nil, at: moment)
    }
  }

  /// Its settings stay until somebody removes them.
  private mutating func forgetGroup(_ id: Value, at moment: Moment) {
    let collection = Catalog.ManagedGroupSettings.collection
    guard var entry = objects[collection].current([id.string ?? ""]) else { return }
    entry.row["rbac_group_status"] = .tag("deleted")
    objects[collection].replace(entry.number, with: entry.row, at: moment)
  }
}
