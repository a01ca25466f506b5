internal import AdminAPI
internal import StewardValues

/// Finds out what takes a run back: for each object that it has changed, however often, at most one
/// change that makes it what it was before.
struct Undoing {
  /// What stays as the run left it.
  struct Left: Sendable {
    let subject: String
    let reason: String
  }

  /// The changes that take a run back, in an order in which the API takes them, and what stays.
  struct Steps: Sendable {
    var changes: [(operation: Operation, arguments: Arguments)] = []
    var left: [Left] = []
  }

  let record: RunRecord
  let client: AdminClient
  /// Names or ids of keys that are to be switched on again.
  let named: [String]

  /// Reads what has become of each object; one that somebody has changed since is left alone.
  ///
  /// What the run came to last is taken back first.
  func steps() async throws(ClientError) -> Steps {
    let (histories, others) = ObjectHistory.all(of: record)
    var found = Found(lost: lost(histories))
    for change in others { found.leave(change.subject, Self.uncertainty) }
    let isPerson = { (history: ObjectHistory) in history.collection == Catalog.Users.collection }
    // What a person's role brings is known before memberships are looked at.
    for history in histories.reversed() where isPerson(history) {
      try await add(history, to: &found)
    }
    for history in histories.reversed() where !isPerson(history) {
      try await add(history, to: &found)
    }
    return found.steps
  }

  private static let uncertainty = "it is not known whether it was made"

  private struct Found {
    /// Objects that do not come back, by their ids.
    let lost: [String: String]
    var left: [Left] = []
    /// People who lose a role that comes with every workspace, and shows in it whatever they were there.
    var freed: Set<String> = []
    /// A role that comes with every workspace is taken away before memberships are changed, and
    /// given after them: with it they cannot be.
    var changes: [(rank: Int, operation: Operation, arguments: Arguments)] = []

    mutating func leave(_ subject: String, _ reason: String) {
      left.append(Left(subject: subject, reason: reason))
    }

    var steps: Steps {
      let ordered = (0...2).flatMap { rank in changes.filter { $0.rank == rank } }
      return Steps(changes: ordered.map { ($0.operation, $0.arguments) }, left: left)
    }
  }

  /// The objects that the run has put an end to, with what they are called.
  private func lost(_ histories: [ObjectHistory]) -> [String: String] {
    var lost: [String: String] = [:]
    for history in histories where history.collection.identity.count == 1 {
      guard let id = history.key.identity.first, !history.made.isEmpty,
        history.isFinal || history.left == nil
      else { continue }
      lost[id] = history.subject
    }
    return lost
  }

  private func add(_ history: ObjectHistory, to found: inout Found) async throws(ClientError) {
    let subject = history.subject
    guard !history.isUncertain else { return found.leave(subject, Self.uncertainty) }
    guard !history.made.isEmpty else { return }
    let before: Value?
    switch history.before {
    case .known(let value): before = value
    case .nothing: before = nil
    case .unknown: return found.leave(subject, "it is not known what it was before")
    }
    if history.isFinal { return found.leave(subject, "what is archived stays archived") }
    let lost = found.lost
    let foundation = history.foundations.compactMap { lost[$0] }.first
    let isHidden =
      history.collection.identity.count > 1
      && !found.freed.isDisjoint(with: history.key.identity)
    let current = isHidden ? history.left : try await current(history)
    // Made and taken away again: nothing is left of it.
    if before == nil, current == nil { return }
    if let foundation { return found.leave(subject, "\(foundation) does not come back") }
    if let obstacle = obstacle(history, before, current) { return found.leave(subject, obstacle) }
    restore(history, before, current, &found)
  }

  private func restore(
    _ history: ObjectHistory,
    _ before: Value?,
    _ current: Value?,
    _ found: inout Found
  ) {
    let restoration = Restoration(
      of: history.collection,
      history.key,
      before: before,
      fields: history.fields
    )
    var leaving: Set<String> = []
    if switchesOn(history, before, current) {
      leaving = ["status"]
      found.leave(
        history.subject,
        "it was switched off: name it to switch it on again (--include)"
      )
    }
    switch restoration.outcome(from: current, leaving: leaving) {
    case .nothing: break
    case .none(let reason): found.leave(history.subject, reason)
    case .change(let operation, let arguments):
      let rank = rank(history, before, current)
      if rank == 0 { found.freed.formUnion(history.key.identity) }
      found.changes.append((rank, operation, arguments))
    }
  }

  private func rank(_ history: ObjectHistory, _ before: Value?, _ current: Value?) -> Int {
    guard history.collection == Catalog.Users.collection else { return 1 }
    let roles = [before, current].map { $0?.record?["role"]?.string ?? "" }
    let isEverywhere = roles.map { Roles.inEveryWorkspace.contains($0) }
    if isEverywhere[0] == isEverywhere[1] { return 1 }
    return isEverywhere[1] ? 0 : 2
  }

  // MARK: What has become of it

  private func current(_ history: ObjectHistory) async throws(ClientError) -> Value? {
    guard let retrieval = Catalog.retrieval(of: history.collection) else { return nil }
    do throws(ClientError) {
      let object = try await client.perform(retrieval, retrieval.arguments(for: history.key))
      // An invite that was withdrawn can still be read.
      return object.record?["status"]?.string == "deleted" ? nil : object
    } catch {
      guard error.kind == .notFound else { throw error }
      return nil
    }
  }

  /// Why the object is not as the run left it; nil if it is. What is as it was before the run is no
  /// obstacle: an earlier undoing, or a person, has set it back.
  private func obstacle(
    _ history: ObjectHistory,
    _ before: Value?,
    _ current: Value?
  ) -> String? {
    guard let left = history.left?.record else {
      return current == nil ? nil : "it is there again"
    }
    guard let now = current?.record else { return "it is not there any more" }
    for field in watched(history, left) {
      guard let was = left[field], let value = now[field] else { continue }
      let text = JSONWriter.text(value)
      let isSetBack = before?.record?[field].map { JSONWriter.text($0) == text } ?? false
      guard isSetBack || JSONWriter.text(was) == text else {
        return "its \(field) was changed since"
      }
    }
    return nil
  }

  /// The fields that must be as they were left: those that were set, and of a new object all.
  private func watched(_ history: ObjectHistory, _ left: Record) -> [String] {
    let names = left.shape.fields.map(\.name)
    if case .nothing = history.before { return names }
    return names.filter(history.fields.contains)
  }

  /// What was switched off on purpose comes back on only for somebody who names it.
  private func switchesOn(
    _ history: ObjectHistory,
    _ before: Value?,
    _ current: Value?
  ) -> Bool {
    guard history.collection.resource == .apiKey, history.fields.contains("status"),
      before?.record?["status"]?.string == "active",
      current?.record?["status"]?.string != "active"
    else { return false }
    return !named.contains { name in
      history.key.identity.contains(name) || history.subject.contains(name)
        || before?.record?["name"]?.string?.contains(name) == true
    }
  }
}
