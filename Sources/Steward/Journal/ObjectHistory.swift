internal import AdminAPI
internal import StewardValues

/// All that a run has done to one object.
struct ObjectHistory {
  let collection: Semantics.Collection
  let key: ObjectKey
  /// What was made, in the order in which it was sent.
  private(set) var made: [(change: RunRecord.Sent, answer: Value)] = []
  /// Whether something was sent of which nobody knows whether it was made.
  private(set) var isUncertain = false
  /// As it was before the run.
  private(set) var before: Before

  enum Before {
    case known(Value)
    /// The run has made it.
    case nothing
    case unknown
  }

  /// By the last change: what it is called now.
  private(set) var subject: String

  /// The histories of all objects, in the order in which the run came to them, and what was sent
  /// that cannot be said to concern any.
  static func all(of record: RunRecord) -> (histories: [ObjectHistory], others: [RunRecord.Sent]) {
    var histories: [ObjectHistory] = []
    var places: [ObjectKey: Int] = [:]
    var others: [RunRecord.Sent] = []
    let initial = initialStates(record)
    for change in record.sent {
      if case .refused = change.progress { continue }
      guard let collection = change.operation.semantics.collection,
        let key = change.operation.target(change.arguments)
          ?? ObjectKey(collection, object: change.progress.answer ?? .null)
      else {
        others.append(change)
        continue
      }
      let place = places[key] ?? histories.count
      if place == histories.count {
        histories.append(ObjectHistory(collection, key, change, initial[key]))
        places[key] = place
      }
      histories[place].add(change)
    }
    return (histories.map(\.settled), others)
  }

  private init(
    _ collection: Semantics.Collection,
    _ key: ObjectKey,
    _ first: RunRecord.Sent,
    _ before: Before?
  ) {
    self.collection = collection
    self.key = key
    self.before = before ?? (first.operation.semantics.isCreation ? .nothing : .unknown)
    subject = first.subject
  }

  private mutating func add(_ change: RunRecord.Sent) {
    guard let answer = change.progress.answer else {
      isUncertain = true
      return
    }
    made.append((change, answer))
    let isNamed = collection.naming.contains { answer.record?[$0]?.string != nil }
    subject = isNamed ? Naming().subject(collection, answer) : change.subject
  }

  /// What each object of the plan was before the first planned change of it, which was read.
  private static func initialStates(_ record: RunRecord) -> [ObjectKey: Before] {
    var states: [ObjectKey: Before] = [:]
    for change in record.plan?.changes ?? [] {
      // What takes the place of an object is known by that one.
      let replaced = change.before.flatMap { before in
        change.operation.semantics.collection.flatMap { ObjectKey($0, object: before) }
      }
      guard let key = change.operation.target(change.arguments) ?? replaced, states[key] == nil
      else { continue }
      let isNew = change.operation.semantics.isCreation
      states[key] = isNew ? .nothing : change.before.map { .known($0) } ?? .unknown
    }
    return states
  }

  /// An object that was to be made and was there already is not the run's to take away.
  private var settled: ObjectHistory {
    guard case .nothing = before,
      !made.contains(where: { $0.change.operation.semantics.isCreation })
    else { return self }
    var history = self
    history.before = .unknown
    return history
  }

  // MARK: What the run has made of it

  /// As the run left it; nil if it took it away.
  var left: Value? {
    guard let last = made.last, !last.change.isRemoval else { return nil }
    return last.answer
  }

  /// The fields that were set.
  var fields: Set<String> {
    Set(
      made.flatMap { change, _ in
        change.operation.parameters.filter { $0.place == .body }.map(\.name)
          .filter { change.arguments[$0] != nil }
      }
    )
  }

  /// Nothing brings it back to what it was: archived, or switched off for good.
  var isFinal: Bool {
    made.contains { change, _ in
      switch change.operation.semantics {
      case .archives: true
      case .changes: change.operation.effects.effects(of: change.arguments).contains(.destroy)
      default: false
      }
    }
  }

  /// The ids of the objects that it cannot be without: of a member those of the workspace and the
  /// person, of a key that of its workspace.
  var foundations: [String] {
    let ids = collection.identity.count > 1 ? key.identity : []
    let object = made.last?.answer
    return ids + [object?.value(at: "scope.workspace_id")?.string].compactMap(\.self)
  }
}

extension RunRecord.Sent {
  fileprivate var isRemoval: Bool {
    if case .removes = operation.semantics { true } else { false }
  }
}

extension RunRecord.Progress {
  fileprivate var answer: Value? { if case .made(let answer) = self { answer } else { nil } }
}
