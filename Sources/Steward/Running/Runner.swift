package import AdminAPI
internal import AdminCommands
package import StewardRuntime
package import StewardValues

/// Runs checked programs: holds them below the ceiling, gives them an organization, and makes a
/// plan first of what cuts or destroys.
///
/// One for each session, used on the evaluator's thread.
package final class Runner {
  /// For the runs that follow; a prompt sets ``RunSettings/now`` for every line.
  package var settings: RunSettings
  private let session: Session
  private let host: any RunHost
  private let client: () throws(RunError) -> AdminClient
  private let confirm: Planner.Confirmation
  private let clock: ClientClock
  private var gate: Gate?
  private var remarks = Remarks()

  /// A runner of one session. The client is asked for only by a program whose effects touch the
  /// organization; `confirm` shows what would change and asks, and gives nil if nobody is there to
  /// answer; the clock tells how old a plan is.
  package init(
    session: Session,
    settings: RunSettings,
    host: any RunHost,
    client: @escaping () throws(RunError) -> AdminClient,
    confirm: @escaping (ChangeSet, _ text: String) throws(RunError) -> Bool?,
    clock: ClientClock = .continuous
  ) {
    self.session = session
    self.settings = settings
    self.host = host
    self.client = client
    self.confirm = confirm
    self.clock = clock
  }

  /// Changes of the latest run: those that were made, and those that were sent and may have been.
  /// It goes on counting while the run's rows are pulled.
  package var changesMade: (sent: Int, unknown: Int) {
    (gate?.sentChanges ?? 0, gate?.unknownChanges ?? 0)
  }

  /// Rows of the latest run that `each --on-error skip` and its like left out.
  package var failedRows: Int { remarks.failedRows }

  /// Runs a program, whose result may still have to be pulled.
  ///
  /// - Throws: `declined` above the ceiling and for a plan that was not agreed to; no change was
  ///   sent then. Otherwise what goes wrong in the program.
  package func run(
    _ program: Program,
    _ cancellation: Cancellation,
    parameters: [String: Value] = [:]
  ) throws(RunError) -> Output {
    gate = nil
    remarks = Remarks()
    try Ceiling(settings).check(program)
    guard !program.effects.isDisjoint(with: .organization) else {
      return try session.run(program, context(cancellation, host), parameters: parameters)
    }
    let isPlanned = !program.effects.isDisjoint(with: program.plannedEffects)
    let takesAway = !program.effects.isDisjoint(with: .planned)
    if takesAway, !settings.answersYes, !settings.canAsk {
      throw program.placedAtPlanned(PlanMessages.nobodyToAsk)
    }
    let client = try client()
    try OrganizationPin.check(program, client, context(cancellation, host))
    let names = NameResolver()
    guard isPlanned else {
      let gate = Gate(.live(plan: nil), ceiling: settings.ceiling, now: settings.now)
      let services = AdminServices(client: client, gate: gate, names: names)
      return try run(program, parameters, services, context(cancellation, host))
    }
    let spool = Spool(host)
    let planner = Planner(
      program: program,
      parameters: parameters,
      session: session,
      settings: settings,
      client: client,
      names: names,
      spool: spool,
      confirm: confirm,
      clock: clock
    )
    let plan = try planner.agreedPlan(cancellation)
    let second = context(cancellation, PassHost(spool, isRecording: false))
    let gate = Gate(.live(plan: plan), ceiling: settings.ceiling, now: settings.now)
    let services = AdminServices(client: client, gate: gate, names: names)
    return try run(program, parameters, services, second)
  }

  private func run(
    _ program: Program,
    _ parameters: [String: Value],
    _ services: AdminServices,
    _ context: RunContext
  ) throws(RunError) -> Output {
    gate = services.gate
    return try session.run(program, context.with(services), parameters: parameters)
  }

  private func context(_ cancellation: Cancellation, _ host: any RunHost) -> RunContext {
    RunContext(
      cancellation: cancellation,
      host: host,
      now: settings.now,
      limits: settings.limits,
      remarks: remarks
    )
  }
}

extension Program {
  /// What is planned before anything is sent: also all that a guard of the header counts.
  fileprivate var plannedEffects: Effects {
    (terms?.guards ?? []).reduce(.planned) { $0.union($1.effect) }
  }
}

extension RunContext {
  /// The same run with an organization.
  func with(_ services: AdminServices) -> RunContext {
    RunContext(
      cancellation: cancellation,
      host: host,
      now: now,
      services: services,
      limits: limits,
      remarks: remarks
    )
  }
}

extension Effects {
  /// What cannot be done without an organization. A secret is revealed without one too: what has to
  /// be fetched for it is a read.
  static let organization: Effects = [.read, .create, .update, .grant, .cut, .destroy]
}
