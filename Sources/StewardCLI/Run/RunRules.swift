internal import Steward
internal import StewardValues

/// How far a command line and a profile let runs go, and who says so.
struct RunRules {
  let options: GlobalOptions
  let profile: Profile?
  let isSandbox: Bool
  let isInteractive: Bool

  /// With what a run or a session begins.
  ///
  /// `isPlanning`: Whatever the mode is, only reads are sent.
  func mode(isPlanning: Bool = false) -> ChangeMode {
    if options.dryRun || isPlanning { return .dryRun }
    guard isInteractive else { return profile?.mode ?? .live }
    guard mayChange else { return .readOnly }
    return isSandbox ? .live : profile?.mode ?? .readOnly
  }

  /// The modes that a person may change to.
  var modes: [ChangeMode] {
    if options.dryRun { return [.readOnly, .dryRun] }
    return mayChange ? ChangeMode.allCases : [.readOnly]
  }

  /// What is allowed whatever the mode is.
  var ceiling: Effects { options.ceiling.intersection(profile?.policy.allow ?? .all) }

  private var mayChange: Bool { !ceiling.isDisjoint(with: .changes) }

  /// Those who lower the ceiling in a mode.
  func parts(in mode: ChangeMode) -> [CeilingPart] {
    // What the command line forbids no mode and no profile allows.
    var parts = [CeilingPart(options.ceiling, name: "the command line")]
    if let profile, let allow = profile.policy.allow {
      parts.append(
        CeilingPart(
          allow,
          name: "the profile \(profile.name)",
          help: "its policy allows \(allow): `steward profile show \(profile.name)`"
        )
      )
    }
    if mode == .readOnly { parts.append(readOnlyPart) }
    return parts
  }

  private var readOnlyPart: CeilingPart {
    let mode = ChangeMode.readOnly
    if isInteractive {
      let help =
        modes.contains(.live) ? "`mode live` allows it" : "no mode of this session allows it"
      return CeilingPart(mode.effects, name: "the mode read-only", help: help)
    }
    return CeilingPart(
      mode.effects,
      name: "the profile \(profile?.name ?? "") (read-only)",
      help: "--dry-run shows what would change; --profile NAME uses another profile"
    )
  }

  var policy: ChangePolicy {
    var policy = ChangePolicy.standard
    if let profile {
      policy.replaceCaps(by: profile.policy.caps)
      policy.ownDomains = profile.policy.ownDomains
    }
    policy.guards = options.guards
    policy.maximumChanges = options.maxChanges
    return policy
  }
}
