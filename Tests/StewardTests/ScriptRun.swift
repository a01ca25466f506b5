import AdminAPI
import AdminCommands
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import Synchronization
import TestSupport

/// Runs scripts on a sandbox as a program around the runner does.
final class ScriptRun {
  let organization: TestOrganization
  let host: TestHost
  var settings = RunSettings(now: TestOrganization.now)
  /// What a person answers; nil: nobody is there.
  var answer: (ChangeSet) throws(RunError) -> Bool? = { _ in nil }
  /// Time as the runner sees it.
  let time = StandingClock()

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
    let session = Session(AdminCommands.vocabulary, limits: settings.limits)
    let checked = session.check(SourceText(text, name: "test.steward"))
    guard let program = checked.program else {
      throw RunError(.parse, checked.diagnostics.map(\.message).joined(separator: "; "))
    }
    let runner = runner(session)
    defer { changesMade = runner.changesMade }
    return JSONWriter.text(try runner.run(program, cancellation).forced())
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
      clock: time.clock
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
