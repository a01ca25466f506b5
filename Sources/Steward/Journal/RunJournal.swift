package import AdminAPI
internal import StewardValues
internal import Synchronization

/// What is written down of one run: what it is to do, every change before it is sent, and what
/// became of it.
///
/// Each event is on the disk before anything further happens, so that the process may end at any
/// moment: nothing is lost, and nothing is done twice.
package final class RunJournal: ChangeJournal {
  package let id: RunID
  private let log: ChainedLog
  private let now: @Sendable () -> Timestamp

  /// Begins the journal of a run that has its plan.
  init(
    _ id: RunID,
    _ file: any LogFile,
    _ beginning: Beginning,
    now: @escaping @Sendable () -> Timestamp
  ) throws(ClientError) {
    self.id = id
    self.now = now
    log = ChainedLog(file)
    try log.append(beginning.json(at: now()))
    for change in beginning.plan?.changes ?? [] {
      try log.append(Value(fields: ["event": "planned", "change": change.json]))
    }
  }

  /// Goes on with the journal of a run that was broken off.
  init(
    continuing record: RunRecord,
    _ file: any LogFile,
    now: @escaping @Sendable () -> Timestamp
  ) throws(ClientError) {
    id = record.id
    self.now = now
    log = ChainedLog(file, after: record.lines)
    try log.append(Value(fields: ["event": "resumed", "at": .datetime(now())]))
  }

  /// The fingerprint of all that is written.
  package var head: Fingerprint { log.head }

  /// A file took its place.
  package func wrote(_ path: String) throws(ClientError) {
    try log.append(Value(fields: ["event": "wrote", "at": .datetime(now()), "file": Value(path)]))
  }

  /// The run is over.
  package func end(status: Int) throws(ClientError) {
    try log.append(
      Value(fields: ["event": "end", "at": .datetime(now()), "status": .int(status)])
    )
    log.close()
  }

  // MARK: ChangeJournal

  package func willSend(_ change: SentChange) throws(ClientError) {
    try log.append(
      Value(fields: [
        "event": "sent",
        "at": .datetime(change.intent),
        "number": .int(change.number),
        "planned": change.planned.map { .int($0) } ?? .null,
        "operation": Value(change.operation.id),
        "arguments": change.arguments.json,
        "subject": Value(change.subject),
      ])
    )
  }

  package func didSettle(
    _ change: SentChange,
    _ outcome: ChangeOutcome
  ) throws(ClientError) {
    try log.append(outcome.json(of: change, at: now()))
  }
}

extension RunJournal {
  /// What is known when the first change is about to be made.
  struct Beginning {
    let version: String
    let recipe: RunRecipe
    let organization: (id: String, name: String)
    /// Nil for a run that was not planned.
    let plan: ChangeSet?
    /// `--note TEXT`.
    let note: String?
    /// The run that this one takes back.
    let undoes: RunID?

    fileprivate func json(at moment: Timestamp) -> Value {
      Value(fields: [
        "event": "begin",
        "at": .datetime(moment),
        "version": Value(version),
        "organization": Value(fields: [
          "id": Value(organization.id), "name": Value(organization.name),
        ]),
        "note": Value(note),
        "undoes": Value(undoes?.description),
        "run": recipe.json,
        "changes": plan.map { .int($0.count) } ?? .null,
      ])
    }
  }
}

extension ChangeOutcome {
  fileprivate func json(of change: SentChange, at moment: Timestamp) -> Value {
    switch self {
    case .made(let answer, let requestID):
      Value(fields: [
        "event": "made",
        "at": .datetime(moment),
        "number": .int(change.number),
        "planned": change.planned.map { .int($0) } ?? .null,
        "answer": answer,
        "request_id": Value(requestID),
      ])
    case .refused(let error): error.json("refused", change, at: moment)
    case .unknown(let error): error.json("unknown", change, at: moment)
    }
  }
}

extension ClientError {
  fileprivate func json(_ event: String, _ change: SentChange, at moment: Timestamp) -> Value {
    Value(fields: [
      "event": Value(event),
      "at": .datetime(moment),
      "number": .int(change.number),
      "planned": change.planned.map { .int($0) } ?? .null,
      "error": Value(message),
      "kind": Value(kind.rawValue),
      "status": status.map { .int($0) } ?? .null,
      "request_id": Value(requestID),
    ])
  }
}
