internal import StewardValues

/// An invitation to the organization; what it is worth now follows from the clock.
struct Invitation: Sendable {
  var email: String
  var role: OrganizationRole
  var invitedAt: Timestamp
  var acceptedAt: Timestamp?
  var isDeleted = false
  /// The ids of the groups that the person will be in.
  var groups: [String] = []

  var expiresAt: Timestamp { invitedAt.advanced(days: 21) }

  func status(at now: Timestamp) -> Status {
    if isDeleted { return .deleted }
    if let acceptedAt, acceptedAt.microseconds <= now.microseconds { return .accepted }
    return expiresAt.microseconds <= now.microseconds ? .expired : .pending
  }

  enum Status: String, Sendable { case pending, accepted, expired, deleted }
}

extension JSONBytes {
  mutating func invite(_ invite: Invitation, _ number: Int, _ ids: ObjectIDs, at now: Timestamp) {
    object { json in
      json.key("id")
      json.id(ids, number)
      json.key("type")
      json.string("invite")
      json.key("email")
      json.string(invite.email)
      json.key("role")
      json.string(invite.role.rawValue)
      json.key("status")
      json.string(invite.status(at: now).rawValue)
      json.key("invited_at")
      json.time(invite.invitedAt)
      json.key("expires_at")
      json.time(invite.expiresAt)
      json.key("accepted_at")
      json.time(invite.acceptedAt)
      json.key("rbac_group_ids")
      json.array { json in for group in invite.groups { json.string(group) } }
    }
  }
}
