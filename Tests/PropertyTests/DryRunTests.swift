import AdminAPI
import AdminCommands
import AdminHTTP
import AdminSandbox
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// Whatever a script does, a dry run of it changes nothing: the organization sees reads only, and no
/// file is written. Made again, the plan is the same.
@Suite(.ownThread) struct DryRunTests {
  private static let scriptsPerBatch = 250

  @Test(arguments: 0..<8)
  func `a dry run sends reads only`(batch: Int) async throws {
    let sandbox = Sandbox()
    let server = try await SandboxServer.start(sandbox)
    let seeds = batch * Self.scriptsPerBatch..<(batch + 1) * Self.scriptsPerBatch
    let rehearsal = try Rehearsal(server.baseURL, key: sandbox.key)
    var tally = Tally()
    for seed in seeds {
      var generator = ScriptGenerator(seed: seed)
      let script = generator.script()
      tally.add(await EvaluatorThread.run { rehearsal.plan(script) })
      #expect(sandbox.changeRequests == 0, "seed \(seed):\n\(script)")
      guard sandbox.changeRequests == 0 else { break }
    }
    await server.stop()
    #expect(!rehearsal.folder.isChanged)
    // A generator whose scripts do nothing would prove nothing.
    #expect(tally.refused < Self.scriptsPerBatch / 20, "\(tally)")
    #expect(tally.ended > Self.scriptsPerBatch / 4, "\(tally)")
    #expect(tally.changes > Self.scriptsPerBatch * 2, "\(tally)")
  }

  @Test(arguments: 0..<4)
  func `a plan that is made again is the same`(batch: Int) async throws {
    for seed in (10_000 + batch * 100)..<(10_000 + (batch + 1) * 100) {
      var generator = ScriptGenerator(seed: seed, isOrderly: true)
      let script = generator.script()
      let organization = TestOrganization()
      let rehearsal = try Rehearsal(organization)
      let plans = await EvaluatorThread.run { (0..<2).map { _ in rehearsal.plan(script) } }
      guard case .planned(let first) = plans[0], case .planned(let second) = plans[1]
      else { continue }
      let difference = zip(first, second).first { $0 != $1 }
      #expect(difference == nil, "seed \(seed):\n\(script)")
      #expect(first.count == second.count, "seed \(seed):\n\(script)")
    }
  }

  private struct Tally: CustomStringConvertible {
    var refused = 0
    var failed = 0
    var ended = 0
    var changes = 0

    mutating func add(_ outcome: Rehearsal.Outcome) {
      switch outcome {
      case .refused: refused += 1
      case .failed: failed += 1
      case .planned(let plan):
        ended += 1
        changes += plan.count
      }
    }

    var description: String {
      "\(ended) planned with \(changes) changes, \(failed) failed, \(refused) not checked"
    }
  }
}

/// Makes plans of scripts, with an organization and a folder.
private struct Rehearsal: Sendable {
  enum Outcome: Sendable {
    /// The check found an error.
    case refused(String)
    case failed(RunError)
    /// Each change as text.
    case planned([String])
  }

  let client: AdminClient
  let folder: RunFolder

  init(_ baseURL: String, key: String) throws {
    client = AdminClient(
      transport: try HTTPTransport(try BaseURL(baseURL)),
      credential: Credential(Secret(key)),
      configuration: .test
    )
    folder = try RunFolder()
  }

  init(_ organization: TestOrganization) throws {
    client = organization.client
    folder = try RunFolder()
  }

  func plan(_ script: String) -> Outcome {
    let session = Session(AdminCommands.vocabulary, loader: OneModule(), limits: .untrusted)
    let check = session.check(SourceText(script, name: "script.steward"))
    guard let program = check.program else {
      return .refused(check.diagnostics.map(\.message).joined(separator: "; "))
    }
    let client = client
    let runner = Runner(
      session: session,
      settings: RunSettings(answersYes: true, now: TestOrganization.now, limits: .untrusted),
      host: TestHost(answer: true, fileRoot: folder.path),
      client: { client },
      confirm: { _, _ in true }
    )
    do throws(RunError) {
      let plan = try runner.plan(program, Cancellation())
      return .planned(plan.changes.changes.map { JSONWriter.text($0.json) })
    } catch {
      return .failed(error)
    }
  }
}

private struct OneModule: ModuleLoader {
  func load(_ path: String, from importer: String) throws(ModuleProblem) -> SourceText {
    guard path == "module.steward" else { throw ModuleProblem("is not there") }
    return SourceText(ScriptGenerator.module, name: path)
  }
}
