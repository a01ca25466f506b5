internal import AdminAPI
internal import StewardValues

/// What an operation checks and decides beyond its description, before the object is written.
///
/// `row`: The object as it will be written; of a removal the object that goes.
/// `before`: The object as it was; nil if it is new.
typealias ObjectRule =
  @Sendable (
    _ state: inout OrganizationState,
    _ call: Call,
    _ row: inout ObjectRow,
    _ before: ObjectRow?
  ) throws(APIFailure) -> Void

/// What is refused before an object is looked for, beyond the ids that nothing has.
typealias ObjectCheck = @Sendable (OrganizationState, Call) throws(APIFailure) -> Void

/// What an answer has of an object that follows from others.
typealias ObjectView = @Sendable (OrganizationState, Call, inout ObjectRow) -> Void

/// Which objects of a list a call wants, beyond its filters.
typealias ObjectFilter = @Sendable (OrganizationState, Call, ObjectRow) -> Bool

extension OrganizationState {
  /// By operation; most need none.
  static let objectRules: [String: ObjectRule] =
    externalKeyRules
    .merging(serviceAccountRules) { first, _ in first }
    .merging(issuerRules) { first, _ in first }
    .merging(federationRules) { first, _ in first }
    .merging(groupRules) { first, _ in first }
    .merging(spendLimitRules) { first, _ in first }
    .merging(settingRules) { first, _ in first }
    .merging(destinationRules) { first, _ in first }
    .merging(claudeTagRules) { first, _ in first }
    .merging(pluginRules) { first, _ in first }

  /// By operation; most need none.
  static let objectFilters: [String: ObjectFilter] =
    settingFilters
    .merging(serviceAccountFilters) { first, _ in first }
    .merging(spendLimitFilters) { first, _ in first }
    .merging(claudeTagFilters) { first, _ in first }
    .merging(pluginFilters) { first, _ in first }

  /// By operation; most need none.
  static let objectChecks: [String: ObjectCheck] =
    serviceAccountChecks
    .merging(spendLimitChecks) { first, _ in first }
    .merging(settingChecks) { first, _ in first }

  /// By collection; most have none.
  static let objectViews: [String: ObjectView] =
    externalKeyViews
    .merging(federationViews) { first, _ in first }
    .merging(spendLimitViews) { first, _ in first }

  /// Which answer as if something was removed where nothing was there.
  static let idempotentRemovals: Set<String> = [
    "federation.rules.workspaces.remove", "service_accounts.workspaces.remove",
    "workspaces.service_accounts.remove",
  ]
}
