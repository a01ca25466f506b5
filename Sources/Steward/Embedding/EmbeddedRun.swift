internal import AdminAPI
internal import AdminCommands
internal import StewardRuntime
internal import StewardValues

/// One run of ``Engine``, on its thread.
struct EmbeddedRun {
  let host: CapturingHost
  let client: AdminClient?
  let approves: @Sendable (ChangeSet) -> Bool

  func report(
    _ script: CheckedScript,
    _ settings: RunSettings,
    _ cancellation: Cancellation
  ) -> RunReport {
    let session = Session(AdminCommands.vocabulary, limits: settings.limits)
    let runner = Runner(
      session: session,
      settings: settings,
      host: host,
      client: { () throws(RunError) in
        guard let client else { throw RunError.missingCredential }
        return client
      },
      confirm: { plan, _ in approves(plan) }
    )
    do throws(RunError) {
      // A program belongs to the thread that runs it: it is made again.
      guard let program = session.check(script.source).program else {
        throw RunError(.internal, "a checked script has errors")
      }
      let output = try runner.run(program, cancellation)
      try ResultWriter(.ndjson).write(output, type: program.resultType, to: runner.output)
      return RunReport(host, runner)
    } catch {
      return RunReport(host, runner, error: error.exitStatus == 0 ? nil : error)
    }
  }
}

extension RunReport {
  init(_ host: CapturingHost, _ runner: Runner, error: RunError? = nil) {
    output = host.output
    notes = host.notes
    changes = runner.changesMade.sent
    unknownChanges = runner.changesMade.unknown
    self.error = error
  }
}
