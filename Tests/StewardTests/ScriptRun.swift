import AdminAPI
import AdminCommands
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import Synchronization
import TestSupport
import Testing

/// Runs scripts on a sandbox as a program around the runner does.
final class ScriptRun {
  let organization: TestOrganization
  let host: TestHost
  var settings = RunSettings(now: TestOrganization.now)
  /// What a person answers; nil: nobody is there.
  var answer: (ChangeSet) throws(RunError) -> Bool? = { _ in nil }
  /// Time as the runner sees it.
  let time = StandingClock()
  /// Where runs are written down; nil for nowhere.
  var journal: JournalFolder?
  private(set) var runner: Runner?

  private(set) var plans: [ChangeSet] = []
  private(set) var questions: [String] = []
  private(set) var clientsAsked = 0
  private(set) var changesMade = (sent: 0, unknown: 0)
  let cancellation = Cancellation()

  init(_ organization: TestOrganization = TestOrganization(), host: TestHost = TestHost()) {
    self.organization = organization
    self.host = host
  }

  var transport: RecordedTransport { organization.transport }

  /// Runs the text to its end and gives its value as JSON.
  @discardableResult
  func run(_ text: String) throws -> String {
    let (runner, program) = try prepared(text)
    return try ending(runner) { () throws(RunError) in try runner.run(program, cancellation) }
  }

  /// Goes on with a run that was broken off.
  @discardableResult
  func resume(_ id: RunID) throws -> String {
    let folder = try #require(journal)
    let record = try folder.record(of: id)
    let text = String(decoding: record.recipe.source.bytes, as: UTF8.self)
    let (runner, program) = try prepared(text)
    return try ending(runner) { () throws(RunError) in
      try runner.resume(record, program, in: folder, cancellation)
    }
  }

  /// A runner of its own, and the checked text.
  func prepared(_ text: String) throws -> (Runner, Program) {
    let session = Session(AdminCommands.vocabulary)
    let program = try program(text, session)
    let runner = runner(session)
    self.runner = runner
    return (runner, program)
  }

  /// Takes the result and ends the run, as a program does.
  func ending(
    _ runner: Runner,
    _ work: () throws(RunError) -> Output
  ) throws -> String {
    defer { changesMade = runner.changesMade }
    do throws(RunError) {
      let text = JSONWriter.text(try work().forced())
      try runner.finish(status: ExitStatus.done)
      return text
    } catch {
      _ = try? runner.finish(status: ExitStatus.of(error, changesMade: true))
      throw error
    }
  }

  /// Runs the text and writes its value to the host.
  func show(_ text: String, in format: OutputFormat) throws {
    let session = Session(AdminCommands.vocabulary)
    let program = try program(text, session)
    let output = try runner(session).run(program, cancellation)
    try ResultWriter(format).write(output, type: program.resultType, to: host)
  }

  private func program(_ text: String, _ session: Session) throws -> Program {
    let checked = session.check(SourceText(text, name: "test.steward"))
    guard let program = checked.program else {
      throw RunError(.parse, checked.diagnostics.map(\.message).joined(separator: "; "))
    }
    return program
  }

  private func runner(_ session: Session) -> Runner {
    Runner(
      session: session,
      settings: settings,
      host: host,
      client: { [self] () throws(RunError) in
        clientsAsked += 1
        return organization.client
      },
      confirm: { [self] (plan, text) throws(RunError) in
        plans.append(plan)
        questions.append(text)
        return try answer(plan)
      },
      clock: time.clock,
      journaling: journal.map { Journaling(.folder($0), version: "test") }
    )
  }
}

/// Time that passes only when a test says so.
final class StandingClock: Sendable {
  private let elapsed = Mutex<Duration>(.zero)

  func pass(_ duration: Duration) { elapsed.withLock { $0 += duration } }

  var clock: ClientClock {
    ClientClock(
      elapsed: { self.elapsed.withLock(\.self) },
      sleep: { _ async throws(CancellationError) in }
    )
  }
}
