public import StewardValues

/// Every operation of the Admin API that Steward knows.
///
/// Each resource has its own file beside this one. Nothing is built before it is asked for.
public enum Catalog: Sendable {
  /// The operations of one resource.
  package struct Section: Sendable {
    /// With what their ids begin: `workspaces` for `workspaces.members.add`.
    package let head: String
    /// Built when first asked for, and kept.
    package let operations: @Sendable () -> [Operation]

    fileprivate init(_ head: String, _ operations: @escaping @Sendable () -> [Operation]) {
      self.head = head
      self.operations = operations
    }
  }

  /// In the order of the API's reference.
  package static let sections: [Section] = [
    Section("organization") { Organization.operations },
    Section("users") { Users.operations },
    Section("invites") { Invites.operations },
    Section("workspaces") { Workspaces.operations },
    Section("workspaces") { WorkspaceMembers.operations },
    Section("api_keys") { APIKeys.operations },
    Section("usage_report") { UsageReports.operations },
    Section("cost_report") { CostReport.operations },
    Section("rate_limits") { RateLimits.operations },
    Section("workspaces") { WorkspaceRateLimits.operations },
    Section("compliance_settings") { ComplianceSettings.operations },
    Section("compliance") { ComplianceActivities.operations },
    Section("external_keys") { ExternalKeys.operations },
    Section("service_accounts") { ServiceAccounts.operations },
    Section("service_accounts") { ServiceAccountWorkspaces.operations },
    Section("workspaces") { WorkspaceServiceAccounts.operations },
    Section("federation") { FederationIssuers.operations },
    Section("federation") { FederationRules.operations },
    Section("federation") { FederationRuleWorkspaces.operations },
    Section("rbac_groups") { RBACGroups.operations },
    Section("rbac_roles") { RBACRoles.operations },
    Section("spend_limits") { SpendLimits.operations },
    Section("spend_limits") { EffectiveSpendLimits.operations },
    Section("spend_limits") { SpendLimitIncreaseRequests.operations },
    Section("claude_code") { ManagedSettings.operations },
    Section("claude_code") { ManagedGroupSettings.operations },
    Section("claude_tag") { ClaudeTagBundles.operations },
    Section("claude_tag") { ClaudeTagChannels.operations },
    Section("claude_tag") { ClaudeTagWorkspaces.operations },
    Section("plugin_marketplaces") { PluginMarketplaces.operations },
    Section("plugins") { Plugins.operations },
    Section("plugins") { PluginVersions.operations },
    Section("plugins") { PluginInstallationSettings.operations },
    Section("plugins") { PluginShares.operations },
    Section("telemetry_destinations") { TelemetryDestinations.operations },
    Section("telemetry_destinations") { TelemetryDestinationWorkspaces.operations },
    Section("webhooks") { Webhooks.operations },
    Section("analytics") { ActivityAnalytics.operations },
    Section("analytics") { UsageAnalytics.operations },
  ]

  /// In the order of the API's reference. Whoever needs few should not build them all.
  public static let all: [Operation] = sections.flatMap { $0.operations() }

  /// The operation with the id `users.list`, or nil.
  public static func operation(id: String) -> Operation? {
    operations(under: id).first { $0.id == id }
  }

  /// Those whose ids begin with the same word.
  private static func operations(under name: String) -> [Operation] {
    let head = name.prefix { $0 != "." }
    return sections.filter { $0.head == head }.flatMap { $0.operations() }
  }

  /// The first of all operations that is such a one. Nothing behind it is built.
  package static func first(where isWanted: (Operation) -> Bool) -> Operation? {
    for section in sections {
      if let found = section.operations().first(where: isWanted) { return found }
    }
    return nil
  }

  /// What ids name, each with its prefix.
  public static let resources: [Resource] = [
    .organization, .user, .invite, .workspace, .apiKey, .serviceAccount, .externalKey, .rbacGroup,
    .rbacRole, .federationIssuer, .federationRule, .rateLimit, .spendLimit,
    .spendLimitIncreaseRequest, .telemetryDestination, .webhook, .bundle, .bundleTarget,
    .slackChannel, .slackWorkspace, .pluginVersion, .pluginMarketplace, .plugin,
    .activity,
  ]

  /// The rows and objects that answers are made of, one of each name.
  public static let shapes: [Shape] = {
    var seen: Set<String> = []
    return all.map(\.response.shape).filter { shape in
      shape.name.map { seen.insert($0).inserted } ?? false
    }
  }()

  /// The shape that the API calls `User`, or nil.
  public static func shape(named name: String) -> Shape? { shapes.first { $0.name == name } }

  /// The resource whose ids begin as `id` does, or nil.
  public static func resource(ofID id: String) -> Resource? {
    resources.first { resource in resource.prefix.map { id.hasPrefix($0) } ?? false }
  }

  /// The operation that reads one object of a collection, or nil.
  public static func retrieval(of collection: Semantics.Collection) -> Operation? {
    operations(under: collection.name).first { operation in
      if case .retrieves(collection) = operation.semantics { true } else { false }
    }
  }

  /// The operation that does this to a collection, or nil.
  package static func operation(
    on collection: Semantics.Collection,
    where isWanted: (Semantics) -> Bool
  ) -> Operation? {
    operations(under: collection.name).first { operation in
      operation.semantics.collection == collection && isWanted(operation.semantics)
    }
  }

  /// The operation that lists a collection, or nil.
  public static func listing(of collection: Semantics.Collection) -> Operation? {
    operations(under: collection.name).first { operation in
      if case .lists(collection, _) = operation.semantics { true } else { false }
    }
  }

  /// The operation that lists all objects of a resource, or nil: members are listed by workspace.
  public static func listing(of resource: Resource) -> Operation? {
    first { operation in
      guard case .lists(let collection, _) = operation.semantics else { return false }
      return collection.resource == resource && !operation.parameters.contains(where: \.isRequired)
    }
  }
}
