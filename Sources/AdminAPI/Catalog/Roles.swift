package import StewardValues

/// The roles that people have, and those that the API can give them.
package enum Roles {
  /// What a person may be in the organization.
  package static let organization = Enumeration(
    "an organization role",
    [
      "admin", "billing", "claude_code_user", "developer", "managed", "membership_admin", "owner",
      "primary_owner", "user",
    ]
  )

  /// What the API can make of a person: `managed` in Enterprise organizations only.
  package static let assignable = Enumeration(
    "a role that the API can assign",
    ["user", "claude_code_user", "developer", "billing", "managed"],
    refused: [
      "admin": "the API cannot assign admin: an admin does it in the Console",
      "membership_admin": "the API cannot assign membership_admin: an owner does it in claude.ai",
      "owner": "the API cannot assign owner: the primary owner does it in claude.ai",
      "primary_owner": "the API cannot assign primary_owner: it is handed over in claude.ai",
    ]
  )

  /// What a person may be in a workspace.
  package static let workspace = Enumeration(
    "a workspace role",
    [
      "workspace_admin", "workspace_billing", "workspace_developer",
      "workspace_restricted_developer", "workspace_user",
    ]
  )

  /// What a person can be added to a workspace as.
  package static let addable = Enumeration(
    "a role to add a member with",
    [
      "workspace_user", "workspace_restricted_developer", "workspace_developer", "workspace_admin",
    ],
    refused: [
      "workspace_billing":
        "workspace_billing cannot be assigned: it comes with the organization role billing"
    ]
  )

  /// They come with access to every workspace, which nobody can be given or refused there.
  package static let inEveryWorkspace: Set = ["admin", "billing", "owner", "primary_owner"]

  /// Who can do what another can. A role that is not listed compares with none.
  package static let organizationRights: [String: Set<String>] = [
    "user": ["playground"],
    "claude_code_user": ["playground", "claude_code"],
    "developer": ["playground", "keys"],
    "billing": ["playground", "billing"],
    "admin": ["playground", "claude_code", "keys", "billing", "people"],
  ]

  /// The same for workspaces.
  package static let workspaceRights: [String: Set<String>] = [
    "workspace_user": ["use"],
    "workspace_restricted_developer": ["use", "develop"],
    "workspace_developer": ["use", "develop", "keys"],
    "workspace_admin": ["use", "develop", "keys", "settings"],
  ]
}
