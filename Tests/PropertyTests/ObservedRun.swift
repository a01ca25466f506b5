import AdminAPI
import AdminCommands
import Dispatch
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport

/// A run on the sandbox, headless and with `--yes`, and all that it did to the world.
struct ObservedRun: Sendable {
  /// What the check said that it may do.
  let predicted: Effects
  let rows: [EffectRow]
  /// All that was sent.
  let requests: [Request]
  let hasAsked: Bool
  let hasWritten: Bool
  /// Nil if it came to its end.
  let error: RunError?

  /// A script that takes longer is stopped: one that sleeps, for instance.
  private static let patience = DispatchTimeInterval.seconds(2)

  /// Runs a text whose effects are among the allowed ones.
  ///
  /// - Returns: Nil for a text with errors or with other effects.
  static func of(_ text: String, allowing allowed: Effects = .all) async throws -> ObservedRun? {
    let folder = try RunFolder()
    return await EvaluatorThread.run {
      let session = Session(AdminCommands.vocabulary)
      let program = session.check(SourceText(text, name: "script.steward")).program
      guard let program, program.effects.isSubset(of: allowed) else { return nil }
      return ObservedRun(program, session, folder)
    }
  }

  private init(_ program: Program, _ session: Session, _ folder: RunFolder) {
    let organization = TestOrganization()
    let host = TestHost(answer: true, fileRoot: folder.path)
    let runner = Runner(
      session: session,
      settings: RunSettings(answersYes: true, now: TestOrganization.now, limits: .untrusted),
      host: host,
      client: { organization.client },
      confirm: { _, _ in nil }
    )
    let cancellation = Cancellation()
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { cancellation.cancel() }
    error = Self.error { () throws(RunError) in
      let output = try runner.run(program, cancellation, parameters: Self.parameters)
      try ResultWriter(.ndjson).write(output, type: program.resultType, to: host)
    }
    predicted = program.effects
    rows = program.effectRows
    requests = organization.transport.requests
    hasAsked = !host.questions.isEmpty
    hasWritten = folder.isChanged
  }

  private static func error(_ body: () throws(RunError) -> Void) -> RunError? {
    do throws(RunError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  /// For the runbooks among the scripts.
  private static let parameters: [String: Value] = [
    "email": "elena@northwind-consulting.example"
  ]
}
