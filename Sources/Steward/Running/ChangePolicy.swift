package import StewardValues

/// How many changes a run may make, and which of them a person must have agreed to.
package struct ChangePolicy: Sendable {
  /// At most so many changes with any of the effects.
  package struct Cap: Sendable, Equatable {
    package let effects: Effects
    package let limit: Int

    package init(_ effects: Effects, _ limit: Int) {
      self.effects = effects
      self.limit = limit
    }
  }

  /// Hold where no person agrees to the plan: without a terminal, and with `--yes`.
  package var caps: [Cap]
  /// Hold always: `--guard EFFECT=N`. One for an effect replaces its cap.
  package var guards: [Cap] = []
  /// `--max-changes N`: of all changes together.
  package var maximumChanges: Int?
  /// Email domains that are the organization's own; nil: those of its admins.
  package var ownDomains: [String]?
  /// More changes of any kind than this are agreed to first.
  package var unconfirmedChanges: Int

  /// What is usual: enough for a day's work, too little for an accident.
  package static let standard = ChangePolicy(
    caps: [Cap([.create, .update], 50), Cap(.grant, 25), Cap(.cut, 10), Cap(.destroy, 1)],
    unconfirmedChanges: 20
  )

  /// For a program that decides by itself.
  package static let unlimited = ChangePolicy(caps: [], unconfirmedChanges: 20)

  init(caps: [Cap], unconfirmedChanges: Int) {
    self.caps = caps
    self.unconfirmedChanges = unconfirmedChanges
  }

  /// What holds in a run, `isAgreed` telling whether a person looks at the plan.
  func limits(isAgreed: Bool) -> [Cap] {
    isAgreed ? guards : guards + Self.rest(of: caps, without: guards)
  }

  /// Puts caps of a profile in the place of the usual ones.
  package mutating func replaceCaps(by others: [Cap]) {
    caps = others + Self.rest(of: caps, without: others)
  }

  /// The caps for what no other counts: one for creates and updates goes on for updates.
  private static func rest(of caps: [Cap], without others: [Cap]) -> [Cap] {
    let replaced = others.reduce(into: Effects()) { $0.formUnion($1.effects) }
    return caps.compactMap { cap in
      let effects = cap.effects.subtracting(replaced)
      return effects.isEmpty ? nil : Cap(effects, cap.limit)
    }
  }
}
