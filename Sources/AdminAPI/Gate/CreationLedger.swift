internal import StewardValues
internal import Synchronization

/// Which objects a run has made, and which of its creations may have been carried out: so that an
/// object is never taken for the work of two equal calls.
///
/// Only of objects that the server names; every other is known by its arguments.
struct CreationLedger: Sendable {
  /// Calls that are equal.
  private struct Calls: Sendable {
    /// On their way, unanswered.
    var underWay: Set<Int> = []
    /// Sent, and the answer is lost.
    var lost = 0
  }

  private var calls: [String: Calls] = [:]
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
        calls[Canonical.key(planned.operation, planned.arguments), default: Calls()].lost += 1
      }
    }
  }

  mutating func send(_ change: SentChange) {
    guard let key = Self.key(change) else { return }
    calls[key, default: Calls()].underWay.insert(change.number)
  }

  mutating func lose(_ change: SentChange) {
    guard let key = Self.key(change) else { return }
    calls[key]?.underWay.remove(change.number)
    calls[key, default: Calls()].lost += 1
  }

  /// One whose answer was lost is found, or was certainly not carried out.
  mutating func find(_ change: SentChange) {
    guard let key = Self.key(change), let lost = calls[key]?.lost else { return }
    calls[key]?.lost = max(lost - 1, 0)
  }

  mutating func settle(_ change: SentChange, _ outcome: ChangeOutcome) {
    guard let key = Self.key(change) else { return }
    calls[key]?.underWay.remove(change.number)
  }

  mutating func adopt(_ change: SentChange, _ answer: Value) {
    guard let collection = Self.collection(change.operation, change.arguments),
      let key = ObjectKey(collection, object: answer)
    else { return }
    made.insert(key)
  }

  /// The object that a call has made whose answer was lost, among those that look like it.
  ///
  /// - Returns: Nil if it cannot be told: another equal call is on its way, or there are more objects
  ///   than calls.
  mutating func claim(
    among candidates: [(key: ObjectKey, object: Value)],
    for change: SentChange
  ) -> UnknownOutcome.Finding? {
    let open = candidates.filter { !made.contains($0.key) }
    guard let first = open.first else { return .notMade }
    guard let key = Self.key(change), let equal = calls[key], equal.underWay.isEmpty,
      open.count <= equal.lost
    else { return nil }
    made.insert(first.key)
    find(change)
    return .made(first.object)
  }

  private static func key(_ change: SentChange) -> String? {
    guard collection(change.operation, change.arguments) != nil else { return nil }
    return Canonical.key(change.operation, change.arguments)
  }

  /// Nil for calls whose object is known by their arguments.
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
