// Who may do what with which resources: one entry for all operations that ask for the same.
extension Access {
  // MARK: - Organizations of the Console

  /// What most operations have: organizations of the Console, with its keys and tokens.
  public static let console = Access([.adminKey, .adminToken], on: [.console])

  /// What is there for Claude Platform on AWS as well.
  package static let consoleAndAWS = Access([.adminKey, .adminToken], on: [.console, .aws])

  /// What only an organization admin may do, who signs in: an Admin API key is refused.
  package static let consoleAdmins = Access([.adminToken], on: [.console])

  // MARK: - Organizations of the Console and of Claude Enterprise

  /// Reads the members of an organization, and its invitations.
  package static let readingMembers = Access(
    [.adminKey, .adminToken, .scopedKey],
    scopes: ["read:members", "read:org_audit"],
    on: [.console, .enterprise]
  )

  /// Changes them.
  package static let writingMembers = Access(
    [.adminKey, .adminToken, .scopedKey],
    scopes: ["write:members"],
    on: [.console, .enterprise]
  )

  /// Reads what may be spent.
  package static let readingSpendLimits = Access(
    [.adminKey, .scopedKey],
    scopes: ["read:spend_limits"],
    on: [.console, .enterprise]
  )

  /// Decides about it.
  package static let writingSpendLimits = Access(
    [.adminKey, .scopedKey],
    scopes: ["write:spend_limits"],
    on: [.console, .enterprise]
  )

  /// Reads what is used, and what it costs.
  package static let readingUsage = Access(
    [.adminKey, .scopedKey],
    scopes: ["read:analytics"],
    on: [.console, .enterprise]
  )

  // MARK: - Organizations of Claude Enterprise

  /// An organization of Claude Enterprise, and a scoped key with any of the scopes.
  package static func enterprise(_ scopes: String...) -> Access {
    Access([.scopedKey], scopes: scopes, on: [.enterprise])
  }

  /// Reads who does what with which product.
  package static let readingAnalytics = enterprise("read:analytics")
  /// Reads the groups of people.
  package static let readingGroups = enterprise("read:rbac_groups", "read:org_audit")
  /// Changes them, and who is in them.
  package static let writingGroups = enterprise("write:rbac_groups")
  /// Reads the roles that groups give.
  package static let readingRoles = enterprise("read:members", "read:org_audit")
  /// Reads plugins and their marketplaces.
  package static let readingPlugins = enterprise(
    "read:plugins",
    "read:org_audit",
    "read:compliance_org_data"
  )
  /// Changes them.
  package static let writingPlugins = enterprise("write:plugins")
  /// Tries a marketplace out.
  package static let validatingPlugins = enterprise("read:plugins", "write:plugins")
  /// Reads the settings of Claude Code that the organization decides.
  package static let readingManagedSettings = enterprise("read:claude_code_managed_settings")
  /// Decides them.
  package static let writingManagedSettings = enterprise("write:claude_code_managed_settings")
  /// Reads how Claude Tag is set up.
  package static let readingClaudeTag = enterprise("read:claude_tag")
  /// Sets it up.
  package static let writingClaudeTag = enterprise("write:claude_tag")
}
