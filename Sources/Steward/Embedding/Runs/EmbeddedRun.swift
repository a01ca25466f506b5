internal import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// One run of an engine, on its thread.
struct EmbeddedRun: Sendable {
  let cancellation = Cancellation()
  private let engine: Engine
  private let policy: Policy
  private let now: Timestamp
  private let host: EmbeddedHost

  init(_ engine: Engine, policy: Policy, emit: (@Sendable (RunEvent) -> Void)?) {
    self.engine = engine
    self.policy = policy
    now = engine.now()
    host = EmbeddedHost(policy, cancellation, now: now, emit: emit)
  }

  func report(
    _ script: CheckedScript,
    _ session: Session,
    _ parameters: [String: Value]
  ) -> RunReport {
    // A program belongs to the thread that runs it: it is made again.
    guard let program = script.script.check(in: session).program else {
      return report(
        .null,
        script.resultType,
        nil,
        RunError(.internal, "a checked script has errors")
      )
    }
    return report(program, session, parameters)
  }

  func report(
    _ program: Program,
    _ session: Session,
    _ parameters: [String: Value]
  ) -> RunReport {
    let runner = runner(program, session)
    do throws(RunError) {
      let given = try ScriptParameters(program).bind(parameters)
      let output = try runner.run(program, cancellation, parameters: given)
      let value = try told(output, runner.budget)
      return report(value, program.resultType, runner, nil)
    } catch {
      let isFailure = error.exitStatus != 0
      return report(.null, program.resultType, runner, isFailure ? error : nil)
    }
  }

  private func report(
    _ value: Value,
    _ type: DataType,
    _ runner: Runner?,
    _ error: RunError?
  ) -> RunReport {
    RunReport(
      printed: host.output,
      value: value,
      notes: host.notes,
      changes: runner?.changesMade.sent ?? 0,
      unknownChanges: runner?.changesMade.unknown ?? 0,
      error: error,
      type: type
    )
  }

  /// The result, of which a listener hears row by row.
  private func told(
    _ output: consuming Output,
    _ budget: RunBudget
  ) throws(RunError) -> Value {
    guard let emit = host.emit else { return try output.forced(within: budget) }
    guard case .rows(let rows) = output else {
      let value = try output.forced(within: budget)
      for row in value.list ?? [value] where !row.isNull { emit(.row(row)) }
      return value
    }
    let told = FunctionStream(
      next: { () throws(RunError) in
        let row = try rows.next()
        if let row { emit(.row(row)) }
        return row
      },
      expect: { rows.expect($0) },
      cancel: { rows.cancel() }
    )
    return try Output.rows(told).forced(within: budget)
  }

  private func runner(_ program: Program, _ session: Session) -> Runner {
    let needsClient = program.needsOrganization(besides: engine.hostCommands)
    return Runner(
      session: session,
      settings: settings,
      host: host,
      client: { [client = engine.client] () throws(RunError) -> AdminClient? in
        guard needsClient else { return nil }
        guard let client else { throw RunError.noClient }
        return client
      },
      confirm: { [host] (plan: ChangeSet, text: String) throws(RunError) -> Bool? in
        try host.ask(ConfirmationRequest(text: text, changes: plan))
      },
      observer: { [host] change in host.emit?(.change(change)) }
    )
  }

  private var settings: RunSettings {
    RunSettings(
      ceiling: policy.ceiling,
      canAsk: policy.confirm.answer != nil,
      allowsUnplanned: policy.unplanned == .ask,
      isEmbedded: true,
      now: now,
      limits: engine.limits
    )
  }
}

extension Program {
  /// Whether anything in it is done to an organization, and not by one of the host's commands.
  fileprivate func needsOrganization(besides hostCommands: Set<String>) -> Bool {
    terms?.organization != nil
      || effectRows.contains { row in
        !hostCommands.contains(row.command) && !row.effects.isDisjoint(with: .gated)
      }
  }
}

extension RunError {
  fileprivate static let noClient = RunError(
    .auth,
    "the script needs an organization, and the host gave none",
    help: "give the engine a client: `Engine(client:)`"
  )
}
