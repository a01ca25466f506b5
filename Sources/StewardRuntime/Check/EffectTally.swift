internal import StewardSyntax
internal import StewardValues

/// What a body does: the effects of its commands, and whom it calls.
struct EffectTally {
  var own: Effects = []
  var rows: [EffectRow] = []
  var callees: [DefinedCommand] = []
  /// What stands behind a `plan`: it is gone through, and nothing is changed.
  var rehearsed: [EffectTally] = []
  /// True if it calls closures, whose effects count where they are written.
  var callsClosures = false
}

extension EffectTally {
  /// Everything that may happen: the fixed point over the defs that are called.
  var reachable: (effects: Effects, rows: [EffectRow]) {
    var walk = EffectWalk()
    walk.visit(self, isRehearsed: false)
    return (walk.effects, walk.rows.sorted { $0.range.lower < $1.range.lower })
  }

  /// True if nothing of it would be kept from happening in a rehearsal.
  var changesNothing: Bool {
    var walk = EffectWalk()
    walk.visit(self, isRehearsed: false)
    return !walk.callsClosures
      && walk.rows.allSatisfy { $0.effects.isSubset(of: $0.rehearsedEffects) }
  }
}

/// Goes over all that a body reaches.
private struct EffectWalk {
  private struct Visit: Hashable {
    let definition: ObjectIdentifier
    let isRehearsed: Bool
  }
  private(set) var effects: Effects = []
  private(set) var rows: [EffectRow] = []
  private(set) var callsClosures = false
  private var seen: Set<Visit> = []

  mutating func visit(_ tally: EffectTally, isRehearsed: Bool) {
    let own = isRehearsed ? tally.rows.compactMap(\.rehearsed) : tally.rows
    rows += own
    effects = own.reduce(isRehearsed ? effects : effects.union(tally.own)) { $0.union($1.effects) }
    callsClosures = callsClosures || tally.callsClosures
    for tally in tally.rehearsed { visit(tally, isRehearsed: true) }
    for callee in tally.callees {
      let visit = Visit(definition: ObjectIdentifier(callee), isRehearsed: isRehearsed)
      guard seen.insert(visit).inserted else { continue }
      self.visit(callee.effects, isRehearsed: isRehearsed)
    }
  }
}

extension EffectRow {
  /// The same behind `plan`; nil if nothing is left of it.
  fileprivate var rehearsed: EffectRow? {
    guard !rehearsedEffects.isEmpty else { return nil }
    let changes = !effects.isDisjoint(with: .changes)
    return EffectRow(
      source: source,
      range: range,
      command: command,
      effects: rehearsedEffects,
      rehearsedEffects: rehearsedEffects,
      requests: changes ? "what it concerns is read" : requests,
      isPredictable: true
    )
  }
}
