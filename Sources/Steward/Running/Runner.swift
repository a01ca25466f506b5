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
  /// Where the latest run writes: what it writes counts for its limits.
  package private(set) var output: any RunHost

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
    output = host
    self.client = client
    self.confirm = confirm
    self.clock = clock
  }

  /// Changes of the latest run: those that were made, and those that were sent and may have been.
  /// It goes on counting while the run's rows are pulled.
  package var changesMade: (sent: Int, unknown: Int) {
    (gate?.sentChanges ?? 0, gate?.unknownChanges ?? 0)
  }

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
    try Ceiling(settings).check(program)
    let budget = RunBudget(settings.limits, cancellation)
    let context = self.context(cancellation, host, budget)
    output = context.host
    guard !program.effects.isDisjoint(with: .organization) else {
      return try session.run(program, context, parameters: parameters)
    }
    let isPlanned = !program.effects.isDisjoint(with: program.plannedEffects)
    let takesAway = !program.effects.isDisjoint(with: .planned)
    if takesAway, !settings.answersYes, !settings.canAsk {
      throw program.placedAtPlanned(PlanMessages.nobodyToAsk)
    }
    let client = try client().limited(by: budget)
    try OrganizationPin.check(program, client, context)
    let names = NameResolver()
    guard isPlanned else {
      let gate = Gate(.live(plan: nil), ceiling: settings.ceiling, now: settings.now)
      let services = AdminServices(client: client, gate: gate, names: names)
      return try run(program, parameters, services, context)
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
      clock: clock,
      budget: budget
    )
    let plan = try planner.agreedPlan(cancellation)
    let second = self.context(
      cancellation,
      PassHost(spool, isRecording: false),
      budget.forSecondPass()
    )
    output = second.host
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
    return try session.run(program, context.with(services: services), parameters: parameters)
  }

  private func context(
    _ cancellation: Cancellation,
    _ host: any RunHost,
    _ budget: RunBudget
  ) -> RunContext {
    RunContext(cancellation: cancellation, host: host, now: settings.now, budget: budget)
  }
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

extension Program {
  /// What is planned before anything is sent: also all that a guard of the header counts.
  fileprivate var plannedEffects: Effects {
    (terms?.guards ?? []).reduce(.planned) { $0.union($1.effect) }
  }
}

extension Effects {
  /// What cannot be done without an organization.
  static let organization: Effects = [.read, .reveal, .create, .update, .grant, .cut, .destroy]
  /// What is planned and confirmed before anything is sent. Other changes go out as they come: they
  /// take nothing away, and a first pass would double their reads.
  static let planned: Effects = [.cut, .destroy]
}
