import AdminAPI
import Steward
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport

/// One line of the help, run as it is typed on a new sandbox, headless and with `--yes`.
struct ExampleRun {
  let organization = TestOrganization()
  let host: TestHost
  /// What the check or the run said against it; nil if it went through.
  private(set) var problem: String?
  /// How the run ended, unless well.
  private(set) var error: RunError?

  init(_ code: String, fileRoot: String = "/nonexistent") {
    host = TestHost(answer: true, fileRoot: fileRoot)
    let session = Session(Vocabulary.program)
    let result = session.check(SourceText(code, name: "example"))
    guard let program = result.program else {
      problem = "\(result.diagnostics.map(\.message))"
      return
    }
    let runner = Runner(
      session: session,
      settings: RunSettings(answersYes: true, now: TestOrganization.now),
      host: host,
      client: { [organization] in organization.client },
      confirm: { _, _ in nil }
    )
    do throws(RunError) {
      try ResultWriter(.ndjson).write(
        try runner.run(program, Cancellation()),
        type: program.resultType,
        to: host
      )
    } catch {
      self.error = error
      problem = "\(error.kind.rawValue): \(error.message)"
    }
  }

  /// How often a request of the operation was sent.
  func count(of operation: AdminAPI.Operation) -> Int {
    let wanted = operation.path.split(separator: "/")
    return organization.transport.requests.count { request in
      let sent = request.target.prefix { $0 != "?" }.split(separator: "/")
      return request.method == operation.method && sent.count == wanted.count
        && zip(sent, wanted).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
  }
}
