package import AdminAPI
package import StewardValues

/// A run as its journal tells it.
package struct RunRecord: Sendable {
  /// How far one change came.
  package enum Progress: Sendable {
    /// It was sent, and the process ended, or the answer was lost.
    case unknown
    case made(Value)
    /// It was certainly not made.
    case refused(message: String)
  }

  /// One change that was sent.
  package struct Sent: Sendable {
    package let number: Int
    /// Its place in the plan.
    package let planned: Int?
    package let operation: Operation
    package let arguments: Arguments
    /// With the real ids of objects that the run has created.
    package fileprivate(set) var subject: String
    package let intent: Timestamp
    package fileprivate(set) var progress: Progress
    package fileprivate(set) var requestID: String?
  }

  package let id: RunID
  package let recipe: RunRecipe
  package let organization: (id: String, name: String)
  package let began: Timestamp
  package let note: String?
  package let undoes: RunID?
  /// Nil for a run that was not planned.
  package private(set) var plan: ChangeSet?
  /// False where the process ended before all of the plan was written down: nothing was sent then.
  package private(set) var isPlanWhole = true
  package private(set) var sent: [Sent] = []
  package private(set) var files: [String] = []
  /// With what it ended; nil for a run that was broken off.
  package private(set) var status: Int?
  package private(set) var ended: Timestamp?
  let lines: ChainedLog.ReadLines

  /// - Throws: `drift` for a journal with a broken chain, `invalid` for what is no journal.
  package init(_ id: RunID, _ bytes: [UInt8]) throws(ClientError) {
    lines = try ChainedLog.read(bytes)
    guard let first = lines.events.first?.record, first["event"]?.string == "begin",
      let began = first.time("at"), let organization = first["organization"]?.record
    else { throw ClientError(.invalid, "the journal of \(id) does not say how the run began") }
    self.id = id
    self.began = began
    self.organization = (
      organization["id"]?.string ?? "", organization["name"]?.string ?? ""
    )
    note = first["note"]?.string
    undoes = first["undoes"]?.string.flatMap { RunID($0) }
    recipe = try RunRecipe(json: first["run"] ?? .null)
    var planned: [PlannedChange] = []
    for event in lines.events.dropFirst() { try add(event, &planned) }
    let count = first["changes"]?.int
    isPlanWhole = count.map { $0 == planned.count } ?? true
    plan = count == nil ? nil : ChangeSet(planned)
    nameCreated(planned)
  }

  /// Puts real ids in the place of those that stood for them in the plan.
  private mutating func nameCreated(_ planned: [PlannedChange]) {
    var ids: [(placeholder: String, id: String)] = []
    for change in sent {
      guard case .made(let answer) = change.progress, let id = answer.record?["id"]?.string,
        let index = change.planned, planned.indices.contains(index),
        let placeholder = planned[index].placeholder
      else { continue }
      ids.append(("(\(placeholder))", "(\(id))"))
    }
    for index in sent.indices {
      for (placeholder, id) in ids {
        guard let range = sent[index].subject.firstRange(of: placeholder) else { continue }
        sent[index].subject.replaceSubrange(range, with: id)
      }
    }
  }

  private mutating func add(
    _ event: Value,
    _ planned: inout [PlannedChange]
  ) throws(ClientError) {
    guard let record = event.record else { return }
    switch record["event"]?.string {
    case "planned": planned.append(try PlannedChange(json: record["change"] ?? .null))
    case "sent":
      let change = try Sent(record)
      // It was looked for, was not there, and is sent again.
      sent.removeAll { $0.planned != nil && $0.planned == change.planned }
      sent.append(change)
    case "made": settle(record) { .made($0) }
    case "refused":
      settle(record) { _ in .refused(message: record["error"]?.string ?? "") }
    case "unknown": settle(record) { _ in .unknown }
    case "wrote": if let file = record["file"]?.string { files.append(file) }
    case "resumed": (status, ended) = (nil, nil)
    case "end":
      status = record["status"]?.int
      ended = record.time("at")
    default: break
    }
  }

  /// The latest that was sent with this place or number: a resumed run counts anew.
  private mutating func settle(_ record: Record, _ progress: (Value) -> Progress) {
    let planned = record["planned"]?.int
    let index = sent.lastIndex { entry in
      planned.map { entry.planned == $0 } ?? (entry.number == record["number"]?.int)
    }
    guard let index else { return }
    let shape = sent[index].operation.response.shape
    let answer = record["answer"] ?? .null
    sent[index].progress = progress((try? answer.decoded(as: shape)) ?? answer)
    sent[index].requestID = record["request_id"]?.string
  }

  // MARK: What is left

  /// Of the plan, what is done or may be.
  package var earlier: [Int: EarlierChange] {
    var earlier: [Int: EarlierChange] = [:]
    for change in sent {
      guard let planned = change.planned else { continue }
      switch change.progress {
      case .made(let answer): earlier[planned] = .made(answer)
      case .unknown: earlier[planned] = .unknown(intent: change.intent)
      case .refused: earlier[planned] = nil
      }
    }
    return earlier
  }

  package var madeCount: Int { sent.count { if case .made = $0.progress { true } else { false } } }
  package var unknownCount: Int {
    sent.count { if case .unknown = $0.progress { true } else { false } }
  }

  /// It did not come to its end, or not all of its plan was made.
  package var isUnfinished: Bool {
    guard let plan else { return status == nil || unknownCount > 0 }
    return status == nil || (status != 0 && madeCount < plan.count)
  }
}

extension RunRecord.Sent {
  fileprivate init(_ record: Record) throws(ClientError) {
    guard let id = record["operation"]?.string,
      let operation = Catalog.operation(id: id),
      let intent = record.time("at"), let number = record["number"]?.int
    else { throw ClientError(.invalid, "the journal has a change that cannot be read") }
    self.number = number
    planned = record["planned"]?.int
    self.operation = operation
    arguments = try Arguments(json: record["arguments"] ?? .null, of: operation)
    subject = record["subject"]?.string ?? ""
    self.intent = intent
    progress = .unknown
  }
}

extension Record {
  fileprivate func time(_ name: String) -> Timestamp? {
    self[name]?.string.flatMap { Timestamp($0) }
  }
}
