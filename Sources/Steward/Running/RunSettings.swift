package import StewardRuntime
package import StewardValues

/// What a run may do, and as when.
package struct RunSettings: Sendable {
  /// What a program may do at most: `--allow`, `--read-only`, a profile, the mode of a session.
  package var ceiling: Effects
  /// Who lowers the ceiling, and how that is said where something is refused.
  package var ceilingParts: [CeilingPart] = []
  /// What becomes of changes: in a dry run none is sent.
  package var mode: ChangeMode = .live
  /// The organization that a profile names. A header may name one too.
  package var pin: OrganizationPin?
  /// Without a pin, which organization is changed is said before the first change.
  package var announcesOrganization = false
  /// Confirmations are answered with yes: `--yes`.
  package var answersYes: Bool
  /// Somebody is there to be asked: what cuts or destroys is refused at once where nobody is.
  package var canAsk: Bool
  /// A person types at a prompt, and can change the mode there.
  package var isInteractive: Bool
  /// What has no prediction may run without a plan: a person is asked without being shown one.
  package var allowsUnplanned: Bool
  /// Another program decides what is allowed, not a command line.
  package var isEmbedded: Bool
  /// The run's `now()`.
  package var now: Timestamp
  /// What a run may use at most.
  package var limits: Limits
  /// How many changes it may make, and which of them only after a person has agreed.
  package var policy: ChangePolicy
  /// Changes go out as they come, without a plan: for what cannot be planned.
  package var isUnplanned = false

  package init(
    ceiling: Effects = .all,
    answersYes: Bool = false,
    canAsk: Bool = true,
    isInteractive: Bool = false,
    allowsUnplanned: Bool = false,
    isEmbedded: Bool = false,
    now: Timestamp,
    limits: Limits = .none,
    policy: ChangePolicy = .unlimited
  ) {
    self.ceiling = ceiling
    self.answersYes = answersYes
    self.canAsk = canAsk
    self.isInteractive = isInteractive
    self.allowsUnplanned = allowsUnplanned
    self.isEmbedded = isEmbedded
    self.now = now
    self.limits = limits
    self.policy = policy
  }
}
