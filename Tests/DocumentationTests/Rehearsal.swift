import AdminAPI
import AdminCommands
import AdminSandbox
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues

/// What became of a script of the documentation on the sandbox, where everything is agreed to.
struct Rehearsal: Sendable {
  /// What the check found; only errors.
  var errors: [String] = []
  /// What it wrote to standard output.
  var output: [String] = []
  /// Why the run ended before its time.
  var failure: String?

  static func check(_ block: Block) -> [String] {
    let source = SourceText(block.text, name: block.testDescription)
    let found = Session(AdminCommands.vocabulary).check(source).diagnostics
    return found.filter { $0.severity == .error }.map { "\($0.code) \($0.message)" }
  }

  /// Runs it in a folder that has the files of its page.
  init(_ block: Block) async throws {
    let folder = try Folder(for: block)
    defer { withExtendedLifetime(folder) {} }
    let policy = Policy(
      allow: .all,
      confirm: .approve,
      fileRoot: folder.path,
      modules: .folder(folder.path)
    )
    let engine = Engine(client: Self.client, policy: policy)
    do throws(Diagnostics) {
      let script = try await engine.check(block.text, name: block.testDescription)
      let report = await engine.run(script)
      output = report.output.split(separator: "\n").map(String.init)
      failure = report.error.map { "\($0.kind): \($0.message)" }
    } catch {
      errors = [error.description]
    }
  }

  static var client: AdminClient { client(at: nil) }

  /// A client of a sandbox where it is always the same moment.
  static func client(at now: Timestamp?) -> AdminClient {
    var settings = SandboxSettings()
    if let now { settings.now = now }
    let sandbox = Sandbox(settings)
    return AdminClient(
      transport: SandboxTransport(sandbox),
      credential: Credential(Secret(sandbox.key)),
      configuration: ClientConfiguration(version: "documentation", pacing: false)
    )
  }
}
