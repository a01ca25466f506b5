package import AdminAPI
internal import AdminCommands
package import StewardRuntime
package import StewardValues

/// Runs checked programs: holds them below the ceiling, gives them an organization, and makes a
/// plan first of what changes something.
///
/// One for each session, used on the evaluator's thread.
package final class Runner {
  /// For the runs that follow; a prompt sets ``RunSettings/now`` for every line.
  package var settings: RunSettings
  let session: Session
  let host: any RunHost
  let client: () throws(RunError) -> AdminClient?
  let confirm: (ChangeSet, _ text: String) throws(RunError) -> Bool?
  let clock: ClientClock
  let journaling: Journaling?
  let observer: (@Sendable (ChangeEvent) -> Void)?
  private var gate: Gate?
  private var remarks = Remarks()
  private(set) var journal: RunJournal?
  /// What the latest run may use, and has used.
  package private(set) var budget: RunBudget
  /// Where the latest run writes: what it writes counts for its limits.
  package private(set) var output: any RunHost
  /// Of the latest run.
  private var cancellation = Cancellation()

  /// A runner of one session.
  ///
  /// `client`: Asked for only by a program whose effects touch the organization; nil where only a
  /// host's commands do.
  /// `confirm`: Shows what would change and asks; nil if nobody is there to answer.
  /// `clock`: Tells how old a plan is.
  /// `journaling`: Where runs that change something are written down; nil for nowhere.
  /// `observer`: Hears of every change that is sent.
  package init(
    session: Session,
    settings: RunSettings,
    host: any RunHost,
    client: @escaping () throws(RunError) -> AdminClient?,
    confirm: @escaping (ChangeSet, _ text: String) throws(RunError) -> Bool?,
    clock: ClientClock = .continuous,
    journaling: Journaling? = nil,
    observer: (@Sendable (ChangeEvent) -> Void)? = nil
  ) {
    self.session = session
    self.settings = settings
    self.host = host
    output = host
    self.client = client
    self.confirm = confirm
    self.clock = clock
    self.journaling = journaling
    self.observer = observer
    budget = RunBudget(.none, Cancellation())
    output = host
  }

  /// Changes of the latest run: those that were made, and those that were sent and may have been.
  /// It goes on counting while the run's rows are pulled.
  package var changesMade: (sent: Int, unknown: Int) {
    (gate?.sentChanges ?? 0, gate?.unknownChanges ?? 0)
  }

  /// Rows of the latest run that `each --on-error skip` and its like left out.
  package var failedRows: Int { remarks.failedRows }

  /// Runs a program, whose result may still have to be pulled. When it is, ``finish(status:)`` ends
  /// the run.
  ///
  /// - Throws: `declined` above the ceiling and for a plan that was not agreed to, `guard` for one
  ///   that is too large; no change was sent then. Otherwise what goes wrong in the program.
  package func run(
    _ program: Program,
    _ cancellation: Cancellation,
    parameters: [String: Value] = [:]
  ) throws(RunError) -> Output {
    begin(cancellation)
    try Ceiling(settings).check(program)
    guard !program.effects.isDisjoint(with: .gated) else {
      return try session.run(program, context(cancellation, host), parameters: parameters)
    }
    let client = try client(of: program)
    if !program.effects.isDisjoint(with: .changes), settings.mode == .dryRun {
      throw RunError(.declined, "this is a dry run: no change was sent")
    }
    guard !program.effects.isDisjoint(with: .changes), try !runsUnplanned(program) else {
      return try runUnplanned(program, client, cancellation, parameters)
    }
    let id = RunID(at: .now())
    let planner = planner(program, client, parameters, id)
    let plan: PlannedRun
    do throws(RunError) {
      plan = try planner.agreedPlan(cancellation)
    } catch {
      forgetReads(id)
      throw error
    }
    if !plan.changes.isEmpty { try announce(client, program) }
    return try carryOut(plan, planner, id, cancellation)
  }

  /// What a program would do. Only reads are sent, and no file is written.
  ///
  /// - Throws: What goes wrong in the program.
  package func plan(
    _ program: Program,
    _ cancellation: Cancellation,
    parameters: [String: Value] = [:]
  ) throws(RunError) -> PlannedRun {
    begin(cancellation)
    try Ceiling(settings).check(program)
    let client = try client(of: program)
    let id = RunID(at: .now())
    defer { forgetReads(id) }
    let planner = planner(program, client, parameters, id)
    return try planner.counted(try planner.plan(cancellation), cancellation)
  }

  /// The run is over, and its result taken.
  ///
  /// - Returns: What is known of it afterwards; nil if nothing was written down.
  @discardableResult
  package func finish(status: Int32) throws(RunError) -> RunEnd? {
    guard let journal else { return nil }
    self.journal = nil
    try throwing { () throws(ClientError) in try journal.end(status: Int(status)) }
    let isComplete = status == ExitStatus.done
    if isComplete { forgetReads(journal.id) }
    return RunEnd(
      id: journal.id,
      made: changesMade.sent,
      head: journal.head,
      isComplete: isComplete
    )
  }

  /// Whether a program that would be planned runs in one pass: because that was asked for, or
  /// because one of its commands cannot be predicted, and this was agreed to.
  private func runsUnplanned(_ program: Program) throws(RunError) -> Bool {
    if settings.isUnplanned { return true }
    guard let row = program.effectRows.first(where: { !$0.isPredictable }) else { return false }
    let isGuarded = program.terms?.guards.isEmpty == false
    let takesAway = !program.effects.isDisjoint(with: .planned)
    guard takesAway || isGuarded else { return true }
    guard settings.allowsUnplanned, !isGuarded else {
      throw PlanMessages.cannotPlan(row.command).at(row.range, in: row.source)
    }
    guard !settings.answersYes else { return true }
    guard try host.confirm(PlanMessages.unplannedQuestion(row.command)) == true else {
      throw PlanMessages.declined.at(row.range, in: row.source)
    }
    return true
  }

  // MARK: The second pass

  /// Sends a plan's changes, each once, by running the program again.
  func carryOut(
    _ plan: PlannedRun,
    _ planner: Planner,
    _ id: RunID,
    _ cancellation: Cancellation
  ) throws(RunError) -> Output {
    budget = budget.forSecondPass()
    if plan.changes.isEmpty {
      forgetReads(id)
    } else {
      try plan.recipe?.checkInputs()
      try throwing { () throws(ClientError) in try plan.reads.flush() }
      journal = try beginJournal(id, plan, planner.client, cancellation)
    }
    let progress = ChangeProgress(of: plan.changes.count, host, clock)
    let gate = Gate(
      .live(plan: plan.changes),
      ceiling: settings.ceiling,
      now: settings.now,
      observer: { [observer] change in
        progress.note(change)
        observer?(change)
      },
      reads: plan.reads,
      journal: journal
    )
    return try secondPass(
      planner,
      gate,
      PassHost(planner.spool, journal: journal),
      cancellation
    )
  }

  func secondPass(
    _ planner: Planner,
    _ gate: Gate,
    _ host: any RunHost,
    _ cancellation: Cancellation
  ) throws(RunError) -> Output {
    try run(
      planner.program,
      planner.parameters,
      planner.client,
      gate,
      planner.names,
      context(cancellation, host)
    )
  }

  /// Changes go out as they come; the caps are counted as they do.
  private func runUnplanned(
    _ program: Program,
    _ client: AdminClient?,
    _ cancellation: Cancellation,
    _ parameters: [String: Value]
  ) throws(RunError) -> Output {
    var ceiling = settings.ceiling
    if program.effects.isDisjoint(with: .changes) {
      ceiling.subtract(.changes)
    } else {
      try announce(client, program)
      journal = try beginJournal(RunID(at: .now()), nil, client, cancellation) { journaling in
        let recipe = journaling.recipe(program, parameters, settings, fileRoot: host.fileRoot)
        return program.sendsSecrets ? recipe.withoutTexts() : recipe
      }
    }
    let gate = Gate(
      .live(plan: nil),
      ceiling: ceiling,
      now: settings.now,
      observer: observer,
      journal: journal,
      limits: settings.policy.limits(isAgreed: false).map { ($0.effects, $0.limit) }
        + (program.terms?.guards ?? []).map { ($0.effect, $0.limit) }
    )
    return try run(
      program,
      parameters,
      client,
      gate,
      NameResolver(),
      context(cancellation, host)
    )
  }

  private func run(
    _ program: Program,
    _ parameters: [String: Value],
    _ client: AdminClient?,
    _ gate: Gate,
    _ names: NameResolver,
    _ context: RunContext
  ) throws(RunError) -> Output {
    self.gate = gate
    output = context.host
    return try session.run(
      program,
      context.with(services: services(gate, client, names)),
      parameters: parameters
    )
  }

  // MARK: Parts

  func begin(_ cancellation: Cancellation) {
    self.cancellation = cancellation
    gate = nil
    journal = nil
    remarks = Remarks()
    budget = RunBudget(settings.limits, cancellation)
    output = context(cancellation, host).host
  }

  func continueJournal(_ journal: RunJournal) { self.journal = journal }
  func use(_ gate: Gate) { self.gate = gate }

  /// The client, of the organization that the program is for.
  private func client(of program: Program) throws(RunError) -> AdminClient? {
    let client = try client()?.limited(by: budget)
    if let client { try checkPins([settings.pin, program.pin], client) }
    return client
  }

  private func checkPins(_ pins: [OrganizationPin?], _ client: AdminClient) throws(RunError) {
    for pin in pins.compactMap(\.self) { try pin.check(client, context(cancellation, host)) }
  }

  /// Says which organization is about to be changed, where no pin does.
  private func announce(_ client: AdminClient?, _ program: Program) throws(RunError) {
    guard settings.announcesOrganization, settings.pin == nil, program.pin == nil, let client
    else { return }
    let organization = try context(cancellation, host).organization(of: client)
    let id = printable(organization.id ?? "without an id")
    host.note("changing \(printable(organization.name ?? "an organization")) (\(id))", .log)
  }

  /// The client, where nothing can be done without an organization.
  func organizationClient() throws(RunError) -> AdminClient {
    guard let client = try client()?.limited(by: budget) else { throw RunError.missingCredential }
    try checkPins([settings.pin], client)
    return client
  }

  func planner(
    _ program: Program,
    _ client: AdminClient?,
    _ parameters: [String: Value],
    _ id: RunID,
    spool: Spool? = nil
  ) -> Planner {
    Planner(
      program: program,
      parameters: parameters,
      session: session,
      settings: settings,
      client: client,
      names: NameResolver(),
      spool: spool ?? Spool(host),
      newReads: { () throws(RunError) in try self.newReads(id) },
      recipe: journaling?.recipe(program, parameters, settings, fileRoot: host.fileRoot),
      confirm: confirm,
      clock: clock,
      budget: budget,
      remarks: remarks
    )
  }

  private func newReads(_ id: RunID) throws(RunError) -> ReadLog {
    guard case .folder(let folder)? = journaling?.place else { return ReadLog() }
    folder.forgetReads(id)
    return try throwing { () throws(ClientError) in try folder.newReads(id) }
  }

  private func forgetReads(_ id: RunID) {
    if case .folder(let folder)? = journaling?.place { folder.forgetReads(id) }
  }

  /// - Throws: `io` if it cannot be written: no change is sent then.
  private func beginJournal(
    _ id: RunID,
    _ plan: PlannedRun?,
    _ client: AdminClient?,
    _ cancellation: Cancellation,
    recipe: (Journaling) -> RunRecipe? = { _ in nil }
  ) throws(RunError) -> RunJournal? {
    guard let client, let journaling, let recipe = plan?.recipe ?? recipe(journaling)
    else { return nil }
    let organization = try context(cancellation, host).wait(.read) {
      () async throws(ClientError) in try await client.organization()
    }
    let beginning = RunJournal.Beginning(
      version: journaling.version,
      recipe: recipe,
      organization: (
        organization.record?["id"]?.string ?? "", organization.record?["name"]?.string ?? ""
      ),
      plan: plan?.changes,
      note: journaling.note,
      undoes: nil
    )
    return try throwing { () throws(ClientError) in
      try RunJournal(
        id,
        try journaling.file(for: id),
        beginning,
        now: client.configuration.now
      )
    }
  }

  func context(_ cancellation: Cancellation, _ host: any RunHost) -> RunContext {
    RunContext(
      cancellation: cancellation,
      host: host,
      now: settings.now,
      budget: budget,
      remarks: remarks
    )
  }
}

/// What is known of a run that is over.
package struct RunEnd: Sendable {
  package let id: RunID
  /// Changes that were made.
  package let made: Int
  /// The fingerprint of its journal.
  package let head: Fingerprint
  /// False for one that can be resumed.
  package let isComplete: Bool
}

extension Journaling {
  func file(for id: RunID) throws(ClientError) -> any LogFile {
    switch place {
    case .folder(let folder): return try folder.newFile(id)
    case .stream(let file): return file
    }
  }
}

/// Runs what the API's modules do, with their errors in the language's words.
func throwing<Result>(_ body: () throws(ClientError) -> Result) throws(RunError) -> Result {
  do throws(ClientError) { return try body() } catch { throw RunError(error) }
}

extension AdminClient {
  /// The client for a run, whose requests count.
  fileprivate func limited(by budget: RunBudget) -> AdminClient {
    guard budget.countsRequests else { return self }
    return admitting { (changing) throws(ClientError) in
      do throws(RunError) {
        try budget.admitRequest(changing: changing)
      } catch {
        throw ClientError(.limit, error.message, hint: error.help, nothingWasSent: true)
      }
    }
  }
}

/// What the commands of one pass need: without an organization the gate alone.
func services(_ gate: Gate, _ client: AdminClient?, _ names: NameResolver) -> any Sendable {
  guard let client else { return gate }
  return AdminServices(client: client, gate: gate, names: names)
}

extension Effects {
  /// What is done to an organization, or by a host's command. A secret is revealed without one too:
  /// what has to be fetched for it is a read.
  static let gated: Effects = [.read, .create, .update, .grant, .cut, .destroy, .exec]
}
