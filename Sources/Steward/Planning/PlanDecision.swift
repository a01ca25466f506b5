internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// Decides on a whole plan, before anything of it is sent.
struct PlanDecision {
  let plan: ChangeSet
  /// What the plan is of; nil for one that comes from no script.
  var program: Program?
  let settings: RunSettings
  /// The email domains that are the organization's own.
  let ownDomains: [String]

  // MARK: Limits

  /// - Throws: `guard` if the plan has more changes than the header, the command line or the caps
  ///   for runs without a person allow. One too many refuses all.
  func checkLimits() throws(RunError) {
    for guarded in program?.terms?.guards ?? [] {
      let count = plan.count(of: guarded.effect)
      guard count > guarded.limit else { continue }
      let error = PlanMessages.aboveGuard(count, guarded.effect, guarded.limit)
      throw program.map { error.at(guarded.range, in: $0.source) } ?? error
    }
    if let maximum = settings.policy.maximumChanges, plan.count > maximum {
      throw PlanMessages.aboveMaximum(plan.count, maximum)
    }
    for cap in settings.policy.limits(isAgreed: settings.asksPerson) {
      let count = plan.count(of: cap.effects)
      guard count > cap.limit else { continue }
      let isGuard = settings.policy.guards.contains { $0.effects == cap.effects }
      throw isGuard
        ? PlanMessages.aboveGuard(count, cap.effects, cap.limit)
        : PlanMessages.aboveCap(count, cap.effects, cap.limit)
    }
  }

  // MARK: Agreement

  /// Why a person must agree; nil if nobody needs to.
  var reasonToAsk: String? {
    if !plan.effects.isDisjoint(with: [.cut, .destroy]) { return "takes something away" }
    if let email = foreignGrants.first { return "gives access to \(printable(email))" }
    guard plan.count > settings.policy.unconfirmedChanges else { return nil }
    return "makes \(plan.count) changes"
  }

  /// Addresses outside the organization that would get access.
  private var foreignGrants: [String] {
    plan.changes.filter { $0.effects.contains(.grant) }.compactMap(\.emailAddress)
      .filter { !ownDomains.contains(Self.domain(of: $0)) }
  }

  static func domain(of email: String) -> String {
    email.split(separator: "@").last.map { $0.lowercased() } ?? ""
  }
}

extension ChangeSet {
  /// Whether it gives access to somebody by email: then the organization's own domains matter.
  var invitesPeople: Bool {
    changes.contains { $0.effects.contains(.grant) && $0.emailAddress != nil }
  }
}

extension PlannedChange {
  /// The address that gets access; nil where people are told by their ids.
  fileprivate var emailAddress: String? {
    for parameter in operation.parameters {
      if case .email? = parameter.constraint { return arguments[parameter.name]?.string }
    }
    return nil
  }
}

extension RunSettings {
  /// A person is asked about the plan, and answers for its size.
  var asksPerson: Bool { canAsk && !answersYes }
}
