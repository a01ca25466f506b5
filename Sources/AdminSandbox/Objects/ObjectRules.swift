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

/// Which objects of a list a call wants, beyond its filters.
typealias ObjectFilter = @Sendable (OrganizationState, Call, ObjectRow) -> Bool

extension OrganizationState {
  /// By operation; most need none.
  static let objectRules: [String: ObjectRule] =
    accessRules
    .merging(settingRules) { first, _ in first }
    .merging(managedSettingRules) { first, _ in first }
    .merging(webhookRules) { first, _ in first }
    .merging(destinationRules) { first, _ in first }
    .merging(claudeTagRules) { first, _ in first }
    .merging(pluginRules) { first, _ in first }
    .merging(installationRules) { first, _ in first }

  /// By operation; most need none.
  static let objectFilters: [String: ObjectFilter] =
    settingFilters
    .merging(destinationFilters) { first, _ in first }
    .merging(claudeTagFilters) { first, _ in first }
    .merging(pluginFilters) { first, _ in first }
}
