public import AdminAPI
internal import AdminCommands
internal import StewardRuntime
internal import StewardSyntax
public import StewardValues

/// Checks and runs scripts of the Steward language for another program.
///
/// ```swift
/// let engine = Engine(client: client)
/// let script = try await engine.check("users list | where role == \"admin\" | count")
/// let report = await engine.run(script)
/// print(report.output)
/// ```
///
/// It has no state but its client: any number of tasks may use it at once.
public final class Engine: Sendable {
  private let client: AdminClient?
  private let fileRoot: String

  /// - Parameters:
  ///   - client: The organization that scripts work on; nil for scripts that need none.
  ///   - fileRoot: The folder below which scripts may read and write files, if they may at all.
  public init(client: AdminClient?, fileRoot: String = ".") {
    self.client = client
    self.fileRoot = fileRoot
  }

  /// Checks a script: names, arguments, types and effects. Nothing is run.
  ///
  /// - Throws: ``Diagnostics`` if there is any error.
  public func check(
    _ text: String,
    name: String = "script"
  ) async throws(Diagnostics) -> CheckedScript {
    let source = SourceText(text, name: name)
    let checked = await EvaluatorThread.run { () -> Result<CheckedScript, Diagnostics> in
      let result = Session(AdminCommands.vocabulary).check(source)
      guard let program = result.program else {
        return .failure(Diagnostics(all: result.diagnostics, source: source))
      }
      return .success(
        CheckedScript(
          source: source,
          effects: program.effects,
          warnings: result.diagnostics
        )
      )
    }
    return try checked.get()
  }

  /// Runs a script to its end. Cancelling the task cancels the run.
  ///
  /// - Parameters:
  ///   - script: What ``check(_:name:)`` gave.
  ///   - allowed: What it may do at most; anything more is refused before anything is sent.
  ///   - approves: Asked with all changes of the run, before the first that takes something
  ///     away. By default it says no.
  /// - Returns: What it wrote and did, also where it failed.
  public func run(
    _ script: CheckedScript,
    allowing allowed: Effects = .read,
    approving approves: @escaping @Sendable (ChangeSet) -> Bool = { _ in false }
  ) async -> RunReport {
    let cancellation = Cancellation()
    let host = CapturingHost(fileRoot: fileRoot)
    return await withTaskCancellationHandler {
      await EvaluatorThread.run { [client] in
        let run = EmbeddedRun(host: host, client: client, approves: approves)
        return run.report(script, RunSettings(ceiling: allowed, now: .now()), cancellation)
      }
    } onCancel: {
      cancellation.cancel()
    }
  }
}
