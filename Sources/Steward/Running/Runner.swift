package import AdminAPI
internal import AdminCommands
package import StewardRuntime
internal import StewardValues

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

  /// - Parameters:
  ///   - client: Asked only for a program whose effects touch the organization.
  ///   - confirm: Shows what would change and asks; nil if nobody is there to answer.
  ///   - clock: Tells how old a plan is.
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

  /// Runs a program, whose result may still have to be pulled.
  ///
  /// - Throws: `declined` above the ceiling and for a plan that was not agreed to; no change was
  ///   sent then. Otherwise what goes wrong in the program.
  package func run(_ program: Program, _ cancellation: Cancellation) throws(RunError) -> Output {
    gate = nil
    try Ceiling(settings).check(program)
    guard !program.effects.isDisjoint(with: .organization) else {
      return try session.run(program, context(cancellation, host))
    }
    let client = try client()
    guard !program.effects.isDisjoint(with: .planned) else {
      return try run(program, client, .live(plan: nil), context(cancellation, host))
    }
    let spool = Spool(host)
    let planner = Planner(
      program: program,
      session: session,
      settings: settings,
      client: client,
      spool: spool,
      confirm: confirm,
      clock: clock
    )
    let plan = try planner.agreedPlan(cancellation)
    let second = context(cancellation, PassHost(spool, isRecording: false))
    return try run(program, client, .live(plan: plan), second)
  }

  private func run(
    _ program: Program,
    _ client: AdminClient,
    _ mode: Gate.Mode,
    _ context: RunContext
  ) throws(RunError) -> Output {
    let gate = Gate(mode, ceiling: settings.ceiling, now: settings.now)
    self.gate = gate
    return try session.run(program, context.with(AdminServices(client: client, gate: gate)))
  }

  private func context(_ cancellation: Cancellation, _ host: any RunHost) -> RunContext {
    RunContext(cancellation: cancellation, host: host, now: settings.now)
  }
}

extension RunContext {
  /// The same run with an organization.
  func with(_ services: AdminServices) -> RunContext {
    RunContext(cancellation: cancellation, host: host, now: now, services: services)
  }
}

extension Effects {
  /// What cannot be done without an organization.
  static let organization: Effects = [.read, .reveal, .create, .update, .grant, .cut, .destroy]
  /// What is planned and confirmed before anything is sent. Other changes go out as they come: they
  /// take nothing away, and a first pass would double their reads.
  static let planned: Effects = [.cut, .destroy]
}
