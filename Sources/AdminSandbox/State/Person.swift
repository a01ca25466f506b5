internal import StewardValues

/// A member of the organization.
struct Person: Sendable {
  var email: String
  var name: String
  var role: OrganizationRole
  var addedAt: Timestamp
}

/// The roles of an organization in the Console.
enum OrganizationRole: String, Sendable {
  case user
  case claudeCodeUser = "claude_code_user"
  case developer
  case billing
  case admin

  /// The role that the person has in every workspace without being added to it.
  var inEveryWorkspace: WorkspaceRole? {
    switch self {
    case .admin: .admin
    case .billing: .billing
    case .user, .claudeCodeUser, .developer: nil
    }
  }
}

/// The roles of a workspace.
enum WorkspaceRole: String, Sendable {
  case user = "workspace_user"
  case restrictedDeveloper = "workspace_restricted_developer"
  case developer = "workspace_developer"
  case admin = "workspace_admin"
  case billing = "workspace_billing"
}

extension JSONBytes {
  mutating func user(_ person: Person, _ number: Int, _ ids: ObjectIDs) {
    object { json in
      json.key("id")
      json.id(ids, number)
      json.key("type")
      json.string("user")
      json.key("email")
      json.string(person.email)
      json.key("name")
      json.string(person.name)
      json.key("role")
      json.string(person.role.rawValue)
      json.key("added_at")
      json.time(person.addedAt)
    }
  }
}
