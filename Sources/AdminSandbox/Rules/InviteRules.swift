internal import AdminAPI

extension OrganizationState {
  static let invitePerformances: [String: Performance] = [
    "invites.create": { (state, call) throws(APIFailure) in try state.createInvite(call) },
    "invites.retrieve": { (state, call) throws(APIFailure) in try state.retrieveInvite(call) },
    "invites.list": { (state, call) throws(APIFailure) in try state.listInvites(call) },
    "invites.delete": { (state, call) throws(APIFailure) in try state.deleteInvite(call) },
  ]

  private mutating func createInvite(_ call: Call) throws(APIFailure) -> [UInt8] {
    let email = call.text("email") ?? ""
    let role = try assignableRole(call)
    let groups = try groups(call)
    try checkIsNew(email, call)
    let invite = Invitation(email: email, role: role, invitedAt: call.now, groups: groups)
    let number = invites.append(invite, at: call.moment)
    return JSONBytes.document { $0.invite(invite, number, invites.ids, at: call.now) }
  }

  private func groups(_ call: Call) throws(APIFailure) -> [String] {
    let groups = call.texts("rbac_group_ids") ?? []
    if kind == .console, !groups.isEmpty {
      throw .invalid("rbac_group_ids: Groups are not available in this organization")
    }
    if let unknown = groups.first(where: { exists(.rbacGroup, $0) == false }) {
      throw .invalid("rbac_group_ids: No group with the ID '\(unknown)' was found")
    }
    return groups
  }

  private func checkIsNew(_ email: String, _ call: Call) throws(APIFailure) {
    var members = 0
    for number in 0..<people.count {
      guard let person = people.current(number) else { continue }
      members += 1
      if EmailMatch.isSame(person.email, email) {
        throw .invalid(
          "\(email) is already a member of this organization (\(people.ids[number])).",
          code: APICode.alreadyMember
        )
      }
    }
    for number in 0..<invites.count {
      guard let invite = invites.current(number), invite.status(at: call.now) == .pending else {
        continue
      }
      members += 1
      if EmailMatch.isSame(invite.email, email) {
        throw .invalid(
          "A pending invite for \(email) already exists (\(invites.ids[number])).",
          code: APICode.inviteAlreadyExists
        )
      }
    }
    if members >= memberLimit {
      throw .invalid(
        "The organization has reached its limit of \(memberLimit) members and pending invites.",
        code: APICode.memberLimitExceeded
      )
    }
  }

  private func retrieveInvite(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let number = invites.ids.number(of: call.text("invite_id") ?? ""),
      let invite = invites.shown(number, at: call.moment)
    else { throw .notFound("Invite not found") }
    return JSONBytes.document { $0.invite(invite, number, invites.ids, at: call.now) }
  }

  private func listInvites(_ call: Call) throws(APIFailure) -> [UInt8] {
    let email = call.text("email").map(EmailMatch.normalized)
    let roles = call.texts("roles")
    let statuses = call.texts("statuses")
    let listing = Listing(invites) { number in
      guard let invite = invites.shown(number, at: call.moment) else { return nil }
      let status = invite.status(at: call.now)
      if status == .deleted { return nil }
      if let statuses, !statuses.contains(status.rawValue) { return nil }
      if let roles, !roles.contains(invite.role.rawValue) { return nil }
      if let email, EmailMatch.normalized(invite.email) != email { return nil }
      return invite
    }
    return try listing.page(call) { $0.invite($2, $1, invites.ids, at: call.now) }
  }

  private mutating func deleteInvite(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let number = invites.ids.number(of: call.text("invite_id") ?? ""),
      var invite = invites.current(number)
    else { throw .notFound("Invite not found") }
    let status = invite.status(at: call.now)
    guard status == .pending else {
      throw .invalid("Only pending invites can be deleted; this one is \(status.rawValue).")
    }
    invite.isDeleted = true
    invites.replace(number, with: invite, at: call.moment)
    return JSONBytes.deletion(invites.ids, number, "invite_deleted")
  }
}
