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
  private let client: () throws(RunError) -> AdminClient?
  private let confirm: Planner.Confirmation
  private let clock: ClientClock
  private let observer: (@Sendable (ChangeEvent) -> Void)?
  private var gate: Gate?
  private var remarks = Remarks()

  /// A runner of one session. The client is asked for only by a program whose effects touch the
  /// organization, and gives nil where only a host's commands do; `confirm` shows what would change
  /// and asks, and gives nil if nobody is there to answer; the clock tells how old a plan is; the
  /// observer hears of every change that is sent.
  package init(
    session: Session,
    settings: RunSettings,
    host: any RunHost,
    client: @escaping () throws(RunError) -> AdminClient?,
    confirm: @escaping (ChangeSet, _ text: String) throws(RunError) -> Bool?,
    clock: ClientClock = .continuous,
    observer: (@Sendable (ChangeEvent) -> Void)? = nil
  ) {
    self.session = session
    self.settings = settings
    self.host = host
    self.client = client
    self.confirm = confirm
    self.clock = clock
    self.observer = observer
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
    guard !program.effects.isDisjoint(with: .gated) else {
      return try session.run(program, context(cancellation, host), parameters: parameters)
    }
    let isPlanned = !program.effects.isDisjoint(with: program.plannedEffects)
    let takesAway = !program.effects.isDisjoint(with: .planned)
    if takesAway, !settings.answersYes, !settings.canAsk {
      throw program.placedAtPlanned(PlanMessages.nobodyToAsk(settings))
    }
    let client = try client()
    if let client { try OrganizationPin.check(program, client, context(cancellation, host)) }
    let names = NameResolver()
    guard isPlanned, try !runsUnplanned(program) else {
      let gate = liveGate(plan: nil)
      let context = context(cancellation, host).with(services(gate, client, names))
      return try session.run(program, context, parameters: parameters)
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
    let services = services(liveGate(plan: plan), client, names)
    return try session.run(program, second.with(services), parameters: parameters)
  }

  private func liveGate(plan: ChangeSet?) -> Gate {
    let gate = Gate(
      .live(plan: plan),
      ceiling: settings.ceiling,
      now: settings.now,
      observer: observer
    )
    self.gate = gate
    return gate
  }

  /// Whether a program that would be planned runs in one pass, because one of its commands cannot
  /// be predicted, and this was agreed to.
  private func runsUnplanned(_ program: Program) throws(RunError) -> Bool {
    guard let row = program.effectRows.first(where: { !$0.isPredictable }) else { return false }
    let isGuarded = program.terms?.guards.isEmpty == false
    guard settings.allowsUnplanned, !isGuarded else {
      throw PlanMessages.cannotPlan(row.command).at(row.range, in: row.source)
    }
    let takesAway = !program.effects.isDisjoint(with: .planned)
    guard takesAway, !settings.answersYes else { return true }
    guard try host.confirm(PlanMessages.unplannedQuestion(row.command)) == true else {
      throw PlanMessages.declined.at(row.range, in: row.source)
    }
    return true
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
  /// The same run with what its commands need.
  func with(_ services: any Sendable) -> RunContext {
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
