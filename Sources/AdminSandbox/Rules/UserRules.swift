internal import StewardValues

extension OrganizationState {
  static let userPerformances: [String: Performance] = [
    "users.retrieve": { (state, call) throws(APIFailure) in try state.retrieveUser(call) },
    "users.list": { (state, call) throws(APIFailure) in try state.listUsers(call) },
    "users.update": { (state, call) throws(APIFailure) in try state.updateUser(call) },
    "users.remove": { (state, call) throws(APIFailure) in try state.removeUser(call) },
    "users.sign_out": { (state, call) throws(APIFailure) in try state.signOut(call) },
  ]

  private func retrieveUser(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let number = people.ids.number(of: call.text("user_id") ?? ""),
      let person = people.shown(number, at: call.moment)
    else { throw .notFound("User not found") }
    return JSONBytes.document { $0.user(person, number, people.ids) }
  }

  private func listUsers(_ call: Call) throws(APIFailure) -> [UInt8] {
    let email = call.text("email").map(EmailMatch.normalized)
    let roles = call.texts("roles").map { Set($0.compactMap(OrganizationRole.init)) }
    let listing = Listing(people) { number in
      guard let person = people.shown(number, at: call.moment) else { return nil }
      if let roles, !roles.contains(person.role) { return nil }
      if let email, EmailMatch.normalized(person.email) != email { return nil }
      return person
    }
    return try listing.page(call) { $0.user($2, $1, people.ids) }
  }

  private mutating func updateUser(_ call: Call) throws(APIFailure) -> [UInt8] {
    var (number, person) = try findUser(call)
    if person.role == .admin {
      throw .invalid("The role of an organization admin cannot be changed through the API.")
    }
    person.role = try assignableRole(call)
    people.replace(number, with: person, at: call.moment)
    setEverywhere(number, person.role.inEveryWorkspace != nil)
    return JSONBytes.document { $0.user(person, number, people.ids) }
  }

  private mutating func removeUser(_ call: Call) throws(APIFailure) -> [UInt8] {
    let (number, person) = try findUser(call)
    if person.role == .admin {
      throw .invalid("Organization admins cannot be removed through the API.")
    }
    people.replace(number, with: nil, at: call.moment)
    memberships.removeAll(of: number, at: call.moment)
    removeMemberships(where: "user_id", is: Value(people.ids[number]), at: call.moment)
    setEverywhere(number, false)
    stopClaudeCodeKeys(of: number, at: call.moment)
    return JSONBytes.deletion(people.ids, number, "user_deleted")
  }

  /// Ends sessions, of which the sandbox keeps none. The oldest admin is the primary owner.
  private func signOut(_ call: Call) throws(APIFailure) -> [UInt8] {
    let (number, person) = try findUser(call)
    if number == population.number(of: .margaret) {
      throw .invalid(
        "The primary owner cannot be signed out.",
        code: "cannot_sign_out_primary_owner"
      )
    }
    return JSONBytes.document { $0.user(person, number, people.ids) }
  }

  /// The person as the rules see it: after all changes, shown or not.
  private func findUser(_ call: Call) throws(APIFailure) -> (number: Int, person: Person) {
    guard let number = people.ids.number(of: call.text("user_id") ?? ""),
      let person = people.current(number)
    else { throw .notFound("User not found") }
    return (number, person)
  }

  /// - Throws: 400 for a role that only organizations of another kind have.
  func assignableRole(_ call: Call) throws(APIFailure) -> OrganizationRole {
    guard let role = call.text("role").flatMap(OrganizationRole.init), role != .admin else {
      throw .invalid("role: This role is not available in this organization")
    }
    return role
  }

  private mutating func setEverywhere(_ user: Int, _ isEverywhere: Bool) {
    everywhere.removeAll { $0 == user }
    guard isEverywhere else { return }
    everywhere.insert(user, at: everywhere.firstIndex { $0 > user } ?? everywhere.endIndex)
  }

  /// Keys belong to the organization and go on working; those for Claude Code are personal.
  private mutating func stopClaudeCodeKeys(of user: Int, at moment: Moment) {
    let place = population.number(of: .claudeCode)
    for number in 0..<keys.count {
      guard var key = keys.current(number), key.workspace == place, key.creator == user,
        key.state == .active
      else { continue }
      key.state = .inactive
      keys.replace(number, with: key, at: moment)
    }
  }
}
