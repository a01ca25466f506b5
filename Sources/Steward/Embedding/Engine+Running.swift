internal import StewardRuntime
public import StewardValues

extension Engine {
  /// Runs a script to its end. Cancelling the task cancels the run.
  ///
  /// - Parameters:
  ///   - script: What ``check(_:name:)`` gave.
  ///   - parameters: Values for the parameters of its header, by name. Text is read as on a command
  ///     line: `"90d"` for a duration.
  ///   - policy: For this run in place of the engine's own.
  /// - Returns: What it wrote, gave and did, also where it failed.
  public func run(
    _ script: CheckedScript,
    parameters: [String: Value] = [:],
    policy: Policy? = nil
  ) async -> RunReport {
    await begin(script, parameters, policy, emit: nil).resultOfTask()
  }

  /// Starts a script, to be watched and cancelled while it runs.
  ///
  /// It goes on also if nobody watches, as a `Task` does.
  public func start(
    _ script: CheckedScript,
    parameters: [String: Value] = [:],
    policy: Policy? = nil
  ) -> Run {
    let (events, continuation) = AsyncStream.makeStream(of: RunEvent.self)
    let process = begin(script, parameters, policy) { continuation.yield($0) }
    return Run(process, events: events, onEnd: { continuation.finish() })
  }

  /// Runs a script and reads the rows of its result as Swift values.
  ///
  /// - Returns: One for each row; for a result that is no rows, the one value.
  /// - Throws: `RunError` as the run ended, `DecodingError` for a row that does not fit.
  public func values<Row: Decodable>(
    of script: CheckedScript,
    as type: Row.Type = Row.self,
    parameters: [String: Value] = [:],
    policy: Policy? = nil
  ) async throws -> [Row] {
    try await run(script, parameters: parameters, policy: policy).values(as: type)
  }

  private func begin(
    _ script: CheckedScript,
    _ parameters: [String: Value],
    _ policy: Policy?,
    emit: (@Sendable (RunEvent) -> Void)?
  ) -> RunProcess {
    let run = EmbeddedRun(self, policy: policy ?? self.policy, emit: emit)
    return RunProcess(run.cancellation) { [vocabulary, limits] in
      let session = Session(vocabulary, loader: script.modules, limits: limits)
      return run.report(script, session, parameters)
    }
  }
}
