extension OrganizationState {
  static let memberPerformances: [String: Performance] = [
    "workspaces.members.add": { (state, call) throws(APIFailure) in try state.addMember(call) },
    "workspaces.members.retrieve": { (state, call) throws(APIFailure) in
      try state.retrieveMember(call)
    },
    "workspaces.members.list": { (state, call) throws(APIFailure) in try state.listMembers(call) },
    "workspaces.members.update": { (state, call) throws(APIFailure) in
      try state.updateMember(call)
    },
    "workspaces.members.remove": { (state, call) throws(APIFailure) in
      try state.removeMember(call)
    },
  ]

  private mutating func retrieveMember(_ call: Call) throws(APIFailure) -> [UInt8] {
    let members = try shownMembers(call)
    guard let user = people.ids.number(of: call.text("user_id") ?? ""),
      let member = members.entries.first(where: { $0.user == user })
    else { throw .notFound("Workspace member not found") }
    return answer(members.workspace, member)
  }

  private mutating func listMembers(_ call: Call) throws(APIFailure) -> [UInt8] {
    let (workspace, entries) = try shownMembers(call)
    let known = people.count
    // The cursor is a person's id, and stays good when that person has gone.
    let listing = Listing(
      ids: people.ids,
      places: entries.count,
      row: { place in (entries[place].user, entries[place]) },
      place: { user in user < known ? Roster(entries).places(of: user) : nil }
    )
    return try listing.page(call) { json, _, member in write(&json, workspace, member) }
  }

  private mutating func addMember(_ call: Call) throws(APIFailure) -> [UInt8] {
    let workspace = try changeableWorkspace(call)
    guard let user = people.ids.number(of: call.text("user_id") ?? ""),
      let person = people.current(user)
    else { throw .notFound("User not found") }
    if let role = person.role.inEveryWorkspace {
      throw .invalid("This user has the role \(role.rawValue) in every workspace already.")
    }
    if memberships.role(of: user, in: workspace) != nil {
      throw .invalid("This user is already a member of the workspace.")
    }
    return try set(call, user, in: workspace)
  }

  private mutating func updateMember(_ call: Call) throws(APIFailure) -> [UInt8] {
    let workspace = try changeableWorkspace(call)
    let (user, person) = try findMember(call, workspace)
    let role = call.text("workspace_role").flatMap(WorkspaceRole.init)
    if role == .billing {
      throw .invalid("workspace_role: The role workspace_billing cannot be assigned.")
    }
    if person.role == .admin || (person.role == .billing && role != .admin) {
      throw .invalid("The workspace role of this user follows from the organization role.")
    }
    return try set(call, user, in: workspace)
  }

  private mutating func removeMember(_ call: Call) throws(APIFailure) -> [UInt8] {
    let workspace = try changeableWorkspace(call)
    let (user, person) = try findMember(call, workspace)
    if person.role.inEveryWorkspace != nil {
      throw .invalid("Admins and billing members cannot be removed from a workspace.")
    }
    memberships.set(nil, of: user, in: workspace, at: call.moment)
    return JSONBytes.document { json in
      json.object { json in
        json.key("type")
        json.string("workspace_member_deleted")
        json.key("user_id")
        json.id(people.ids, user)
        json.key("workspace_id")
        json.id(workspaces.ids, workspace)
      }
    }
  }

  // MARK: - Parts

  /// Everybody in the workspace, by their role in the organization or added, as reads show it.
  private mutating func shownMembers(
    _ call: Call
  ) throws(APIFailure) -> (workspace: Int, entries: [Roster.Entry]) {
    guard let workspace = workspaces.ids.number(of: call.text("workspace_id") ?? ""),
      workspaces.shown(workspace, at: call.moment) != nil
    else { throw .notFound("Workspace not found") }
    load(workspace)
    let added = memberships.shown(workspace, at: call.moment)
    let implicit = everywhere.compactMap { user -> Roster.Entry? in
      guard let role = people.shown(user, at: call.moment)?.role.inEveryWorkspace else {
        return nil
      }
      // A billing member who was raised to admin stays one.
      return Roster.Entry(user: user, role: added[user] == .admin ? .admin : role)
    }
    return (workspace, added.overlaid(with: implicit))
  }

  private mutating func load(_ workspace: Int) {
    memberships.load(workspace) {
      Roster(
        population.roster(ofWorkspace: workspace).entries.filter {
          people.current($0.user) != nil
        }
      )
    }
  }

  /// - Throws: 400 for the default workspace and for an archived one.
  private mutating func changeableWorkspace(_ call: Call) throws(APIFailure) -> Int {
    let (number, workspace) = try findWorkspace(call)
    if number == Workspace.defaultNumber {
      throw .invalid("The members of the default workspace cannot be changed.")
    }
    if workspace.archivedAt != nil {
      throw .invalid("The members of an archived workspace cannot be changed.")
    }
    load(number)
    return number
  }

  private func findMember(
    _ call: Call,
    _ workspace: Int
  ) throws(APIFailure) -> (user: Int, person: Person) {
    guard let user = people.ids.number(of: call.text("user_id") ?? ""),
      let person = people.current(user),
      person.role.inEveryWorkspace != nil || memberships.role(of: user, in: workspace) != nil
    else { throw .notFound("Workspace member not found") }
    return (user, person)
  }

  private mutating func set(
    _ call: Call,
    _ user: Int,
    in workspace: Int
  ) throws(APIFailure) -> [UInt8] {
    guard let role = call.text("workspace_role").flatMap(WorkspaceRole.init) else {
      throw .invalid("workspace_role: Field required")
    }
    memberships.set(role, of: user, in: workspace, at: call.moment)
    return answer(workspace, Roster.Entry(user: user, role: role))
  }

  private func answer(_ workspace: Int, _ member: Roster.Entry) -> [UInt8] {
    JSONBytes.document { write(&$0, workspace, member) }
  }

  private func write(_ json: inout JSONBytes, _ workspace: Int, _ member: Roster.Entry) {
    json.object { json in
      json.key("type")
      json.string("workspace_member")
      json.key("user_id")
      json.id(people.ids, member.user)
      json.key("workspace_id")
      json.id(workspaces.ids, workspace)
      json.key("workspace_role")
      json.string(member.role.rawValue)
    }
  }
}
