internal import AdminAPI
internal import StewardValues

/// Finds out what takes a run back.
struct Undoing {
  /// What stays as the run left it.
  struct Left: Sendable {
    let subject: String
    let reason: String
  }

  /// The changes that take a run back, the last first, and what stays.
  struct Steps: Sendable {
    var changes: [(operation: Operation, arguments: Arguments)] = []
    var left: [Left] = []
  }

  let record: RunRecord
  let client: AdminClient
  /// Names or ids of what a person wants back although it gives access again; nil for everything.
  let named: [String]?

  /// Reads what has become of each object; one that somebody has changed since is left alone.
  func steps() async throws(ClientError) -> Steps {
    var steps = Steps()
    for change in record.sent.reversed() {
      guard case .made(let answer) = change.progress else {
        if case .unknown = change.progress {
          steps.left.append(
            Left(subject: change.subject, reason: "it is not known whether it was made")
          )
        }
        continue
      }
      try await add(change, answer, to: &steps)
    }
    return steps
  }

  private func add(
    _ change: RunRecord.Sent,
    _ answer: Value,
    to steps: inout Steps
  ) async throws(ClientError) {
    let before = change.planned.flatMap { record.plan?.changes[$0].before }
    switch change.operation.inverse(of: change.arguments, before: before, answer: answer) {
    case .none(let reason):
      steps.left.append(Left(subject: change.subject, reason: reason))
    case .change(let operation, let arguments):
      if let reason = try await obstacle(change, answer) ?? refusal(change, operation, arguments) {
        steps.left.append(Left(subject: change.subject, reason: reason))
      } else {
        steps.changes.append((operation, arguments))
      }
    }
  }

  /// Why the object is not as the run left it; nil if it is.
  private func obstacle(
    _ change: RunRecord.Sent,
    _ answer: Value
  ) async throws(ClientError) -> String? {
    guard let current = try await current(change, answer) else {
      return isRemoval(change.operation) ? nil : "it is not there any more"
    }
    guard !isRemoval(change.operation) else { return "it is there again" }
    guard let left = answer.record, let now = current.record else { return nil }
    for field in watched(change, left) {
      guard let was = left[field], let value = now[field] else { continue }
      guard JSONWriter.utf8(was) == JSONWriter.utf8(value) else {
        return "its \(field) was changed since"
      }
    }
    return nil
  }

  /// The fields that must be as they were left: those that were set, and of a new object all.
  private func watched(_ change: RunRecord.Sent, _ left: Record) -> [String] {
    guard !change.operation.semantics.isCreation else { return left.shape.fields.map(\.name) }
    return change.operation.parameters.filter { $0.place == .body }.map(\.name)
      .filter { change.arguments[$0] != nil }
  }

  private func current(
    _ change: RunRecord.Sent,
    _ answer: Value
  ) async throws(ClientError) -> Value? {
    guard let collection = change.operation.semantics.collection,
      let retrieval = Catalog.retrieval(of: collection),
      let key = change.operation.target(change.arguments)
        ?? ObjectKey(collection, object: answer)
    else { return nil }
    do throws(ClientError) {
      return try await client.perform(retrieval, retrieval.arguments(for: key))
    } catch {
      guard error.kind == .notFound else { throw error }
      return nil
    }
  }

  private func isRemoval(_ operation: Operation) -> Bool {
    if case .removes = operation.semantics { true } else { false }
  }

  /// What was switched off on purpose comes back on only for somebody who names it.
  private func refusal(
    _ change: RunRecord.Sent,
    _ operation: Operation,
    _ arguments: Arguments
  ) -> String? {
    guard case .changes(let collection) = operation.semantics, collection.resource == .apiKey,
      operation.effects.effects(of: arguments).contains(.grant)
    else { return nil }
    guard let named else { return nil }
    let id = arguments.entries.compactMap(\.value.string)
    let isNamed = named.contains { id.contains($0) || change.subject.contains($0) }
    return isNamed ? nil : "it was switched off: name it to switch it on again (--include)"
  }
}
