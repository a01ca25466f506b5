internal import AdminAPI
internal import StewardValues

/// Who is in which groups, as the reports see it: by the numbers of the people.
struct GroupMemberships {
  private var groups: [Int: [String]] = [:]
  private var names: [String: String] = [:]

  init(_ state: OrganizationState) {
    for entry in state.objects[Catalog.RBACGroups.collection].current {
      if let id = entry.row.text("id") { names[id] = entry.row.text("name") }
    }
    for entry in state.objects[Catalog.RBACGroups.membersCollection].current {
      guard let group = entry.row.text("rbac_group_id"), names[group] != nil,
        let person = entry.row.text("user_id").flatMap({ state.people.ids.number(of: $0) })
      else { continue }
      groups[person, default: []].append(group)
    }
  }

  /// The ids of the groups that a person is in, oldest first.
  func groups(of person: Int) -> [String] { groups[person] ?? [] }

  func name(of group: String) -> String? { names[group] }
}
