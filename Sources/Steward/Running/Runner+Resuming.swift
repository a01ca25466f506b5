internal import AdminAPI
internal import AdminCommands
package import StewardRuntime
internal import StewardSyntax
internal import StewardValues

extension Runner {
  /// Goes on with a run that was broken off: what is made stays made, what may have been made is
  /// looked for, the rest of its plan goes out.
  ///
  /// `record`: What its journal says.
  /// `program`: Of its own script; nil for a line of a session, whose plan is sent as it is.
  /// - Throws: `conflict` while another process works on it, `invalid` for a run that has no plan.
  package func resume(
    _ record: RunRecord,
    _ program: Program?,
    in folder: JournalFolder,
    _ cancellation: Cancellation
  ) throws(RunError) -> Output {
    guard let plan = record.plan else {
      throw RunError(
        .invalid,
        "the run \(record.id) was not planned: it cannot be resumed",
        help: "`steward show \(record.id)` tells what it did"
      )
    }
    guard record.isPlanWhole else {
      throw RunError(
        .invalid,
        "the run \(record.id) ended before its plan was written down: it has changed nothing",
        help: "run the script again"
      )
    }
    try record.recipe.checkMask()
    if program == nil { try record.checkSecrets(of: plan) }
    begin(cancellation)
    settings.now = record.recipe.now
    settings.ceiling = settings.ceiling.intersection(record.recipe.ceiling)
    let client = try organizationClient()
    try checkOrganization(record.organization, client, cancellation)
    try record.recipe.checkInputs()
    let journal = try throwing { () throws(ClientError) in
      try RunJournal(
        continuing: record,
        try folder.continued(record),
        now: client.configuration.now
      )
    }
    continueJournal(journal)
    let gate = Gate(
      .live(plan: plan),
      ceiling: settings.ceiling,
      now: settings.now,
      reads: folder.reads(of: record),
      journal: journal,
      earlier: record.earlier
    )
    guard let program else { return try send(plan, gate, client, cancellation) }
    let spool = Spool(host, record.recipe)
    let parameters = try program.parameters(record.recipe)
    let planner = planner(program, client, parameters, record.id, spool: spool)
    let host = PassHost(spool, journal: journal, earlierFiles: record.files)
    return try secondPass(planner, gate, host, cancellation)
  }

  /// Sends a plan's changes one after the other, without a script.
  func send(
    _ plan: ChangeSet,
    _ gate: Gate,
    _ client: AdminClient,
    _ cancellation: Cancellation
  ) throws(RunError) -> Output {
    use(gate)
    let context = context(cancellation, host)
    var ids: [String: String] = [:]
    for change in plan.changes {
      try cancellation.check()
      let arguments = change.arguments.replacing(ids)
      let answer = try context.wait(.change) { () async throws(ClientError) in
        try await client.change(
          change.operation,
          arguments,
          through: gate,
          place: change.place
        )
      }
      if let placeholder = change.placeholder, let id = answer.record?["id"]?.string {
        ids[placeholder] = id
      }
    }
    return .nothing
  }
}

extension RunRecord {
  /// - Throws: `invalid` if a change that is still to be made sends a secret: it has dots for it.
  fileprivate func checkSecrets(of plan: ChangeSet) throws(RunError) {
    let open = plan.changes.enumerated().first { index, change in
      if case .made? = earlier[index] { return false }
      return !change.secrets.isEmpty
    }
    guard let open else { return }
    throw RunError(
      .invalid,
      "\(printable(open.element.subject)) was to get a secret, and it was not written down: no change was sent",
      help: "run the line again"
    )
  }
}

extension Arguments {
  /// With the real ids of objects that the plan has created.
  fileprivate func replacing(_ ids: [String: String]) -> Arguments {
    guard !ids.isEmpty else { return self }
    return Arguments(entries.map { (name: $0.name, value: $0.value.replacing(ids)) })
  }
}

extension Value {
  fileprivate func replacing(_ ids: [String: String]) -> Value {
    switch self {
    case .string(let box): return ids[box.string].map { Value($0) } ?? self
    case .list(let list): return Value(listing: list.values.map { $0.replacing(ids) })
    case .record(let record):
      return .record(
        Record(shape: record.shape, values: record.values.map { $0.replacing(ids) })
      )
    default: return self
    }
  }
}
