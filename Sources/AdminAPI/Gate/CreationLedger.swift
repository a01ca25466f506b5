internal import StewardValues
internal import Synchronization

/// Which objects a run has made, and which of its creations may have been carried out: so that an
/// object is never taken for the work of two equal calls.
///
/// Only of objects that the server names; every other is known by its arguments. Equal creations are
/// sent one after the other, so that no object appears while another is looked for.
struct CreationLedger: Sendable {
  /// How many of the calls that are equal were sent without an answer.
  private var lost: [String: Int] = [:]
  private var made: Set<ObjectKey> = []

  init() {}

  /// What an earlier attempt of the run has left.
  init(_ plan: ChangeSet, _ earlier: [Int: EarlierChange]) {
    for (index, change) in earlier where plan.changes.indices.contains(index) {
      let planned = plan.changes[index]
      guard let collection = Self.collection(planned.operation, planned.arguments) else { continue }
      switch change {
      case .made(let answer):
        if let key = ObjectKey(collection, object: answer) { made.insert(key) }
      case .unknown:
        lost[Canonical.key(planned.operation, planned.arguments), default: 0] += 1
      }
    }
  }

  mutating func lose(_ change: SentChange) {
    guard let key = Self.key(change) else { return }
    lost[key, default: 0] += 1
  }

  /// One whose answer was lost is found, or was certainly not carried out.
  mutating func find(_ change: SentChange) {
    guard let key = Self.key(change), let count = lost[key] else { return }
    lost[key] = max(count - 1, 0)
  }

  mutating func adopt(_ change: SentChange, _ answer: Value) {
    guard let collection = Self.collection(change.operation, change.arguments),
      let key = ObjectKey(collection, object: answer)
    else { return }
    made.insert(key)
  }

  /// The object that a call has made whose answer was lost, among those that look like it.
  ///
  /// - Returns: Nil if there are more such objects than calls.
  mutating func claim(
    among candidates: [(key: ObjectKey, object: Value)],
    for change: SentChange
  ) -> UnknownOutcome.Finding? {
    let open = candidates.filter { !made.contains($0.key) }
    guard let first = open.first else { return .notMade }
    guard let key = Self.key(change), open.count <= lost[key] ?? 0 else { return nil }
    made.insert(first.key)
    find(change)
    return .made(first.object)
  }

  /// Nil for calls whose object is known by their arguments.
  static func key(_ change: SentChange) -> String? {
    guard collection(change.operation, change.arguments) != nil else { return nil }
    return Canonical.key(change.operation, change.arguments)
  }

  private static func collection(
    _ operation: Operation,
    _ arguments: Arguments
  ) -> Semantics.Collection? {
    guard case .creates(let collection) = operation.semantics, operation.target(arguments) == nil
    else { return nil }
    return collection
  }
}

extension Gate {
  /// The answer to a change is lost.
  func lostAnswer(of change: SentChange) { state.withLock { $0.creations.lose(change) } }

  /// A change whose answer was lost in an earlier attempt was certainly not made.
  func wasNotMade(_ change: SentChange) { state.withLock { $0.creations.find(change) } }

  /// The object that a creation has made whose answer was lost.
  func claim(
    among candidates: [Value],
    in collection: Semantics.Collection,
    for change: SentChange
  ) -> UnknownOutcome.Finding {
    let named = candidates.compactMap { object in
      ObjectKey(collection, object: object).map { (key: $0, object: object) }
    }
    return state.withLock { $0.creations.claim(among: named, for: change) } ?? .unclear
  }
}
