internal import StewardValues

/// A beta header that calls of an operation need.
public struct BetaHeader: Sendable {
  /// What makes it necessary.
  public enum Condition: Sendable {
    /// Every call needs it. Without it the answer has this status: 404 where the operation is not
    /// there at all, 400 where it is refused.
    case always(otherwise: Int)
    /// The parameter is given, whatever its value.
    case given(String)
    /// The parameter's list has the value.
    case contains(parameter: String, value: String)
  }
  /// As it is sent: `fast-mode-2026-02-01`.
  public let value: String
  /// Any of these.
  public let conditions: [Condition]

  /// A header that is sent when any of the conditions holds.
  public init(_ value: String, when conditions: [Condition]) {
    self.value = value
    self.conditions = conditions
  }

  /// A header that every call needs.
  public init(_ value: String, otherwise status: Int = 400) {
    self.init(value, when: [.always(otherwise: status)])
  }

  /// The first condition that a call meets; nil for a call that needs no header.
  package func condition(metBy arguments: Arguments) -> Condition? {
    conditions.first { condition in
      switch condition {
      case .always: true
      case .given(let name): arguments[name] != nil
      case .contains(let name, let value):
        arguments[name]?.list?.contains { $0.string == value } ?? false
      }
    }
  }
}

extension BetaHeader {
  /// Of ending somebody's sessions.
  package static let userSignOut = BetaHeader("admin-user-sign-out-2026-10-08")
  /// Of listing spend limits.
  package static let spendLimitReads = BetaHeader("spend-limit-reads-2026-09-26")
  /// Of telemetry destinations.
  package static let telemetryDestinations = BetaHeader("telemetry-destinations-2026-08-11")
  /// Of webhooks.
  package static let webhooks = BetaHeader("webhooks-2026-10-07", otherwise: 404)
  /// Of plugins and their marketplaces.
  package static let plugins = BetaHeader("ce-plugins-2026-09-01", otherwise: 404)
  /// Of the settings of Claude Code that the organization decides.
  package static let managedSettings = BetaHeader(
    "ce-claude-code-managed-settings-2026-10-06",
    otherwise: 404
  )
  /// Of Claude Tag.
  package static let claudeTag = BetaHeader("experimental-claude-tag-2026-10-21")
  /// Of the analytics of usage and cost.
  package static let usageAnalytics = BetaHeader("analytics-usage-cost-2026-08-24")
}
