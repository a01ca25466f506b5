public import StewardValues

/// All changes of a run, in the order in which they were recorded.
public struct ChangeSet: Sendable {
  /// Every change, once for each time it is made.
  public let changes: [PlannedChange]

  /// A set of the given changes.
  public init(_ changes: [PlannedChange]) { self.changes = changes }

  /// The number of changes.
  public var count: Int { changes.count }
  /// True if nothing would change.
  public var isEmpty: Bool { changes.isEmpty }
  /// All that the changes do together.
  public var effects: Effects { changes.reduce(into: []) { $0.formUnion($1.effects) } }

  /// How many changes have the effect.
  public func count(of effect: Effects) -> Int {
    changes.count { !$0.effects.isDisjoint(with: effect) }
  }

  /// What nobody may read of all that is sent.
  package var secrets: [Secret] { changes.flatMap(\.secrets) }
}
