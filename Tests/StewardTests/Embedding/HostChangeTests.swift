import Steward
import Synchronization
import TestSupport
import Testing

/// Host commands that change something: ceilings, plans and confirmation are theirs too.
@Suite struct HostChangeTests {
  /// Counts what really happened.
  private final class World: Sendable {
    let calls = Mutex<[String]>([])
    var done: [String] { calls.withLock(\.self) }
  }
  private let world = World()
  private let organization = TestOrganization()

  private let prediction: HostCommand.Prediction = { arguments in
    ["service": arguments["service"] ?? .null, "state": "stopped"]
  }

  private func stop(effects: Effects = .cut, predicts: Bool = true) -> HostCommand {
    HostCommand(
      "services stop",
      "Stops one service",
      parameters: [.positional("service", .string, "Which one"), .toggle("now", "At once")],
      output: .record(["service": .string, "state": .string]),
      effects: effects,
      predict: predicts ? prediction : nil
    ) { [world] arguments, _ in
      let service: String = try arguments["service"]
      guard service != "broken" else { throw HostCommandError(.conflict, "it is busy") }
      world.calls.withLock { $0.append(service) }
      return .value(["service": Value(service), "state": "stopped"])
    }
  }

  private func engine(_ command: HostCommand, _ policy: Policy) throws -> Engine {
    try Engine(client: organization.client, commands: [command], policy: policy)
  }

  private func run(
    _ text: String,
    _ command: HostCommand,
    _ policy: Policy
  ) async throws -> RunReport {
    let engine = try engine(command, policy)
    return await engine.run(try await engine.check(text))
  }

  private let both = "for s in [\"web\", \"db\"] { services stop $s }\n\"done\""

  @Test func `above the ceiling nothing is done`() async throws {
    let report = try await run(both, stop(), Policy(allow: .read, confirm: .approve))
    #expect(report.error?.kind == .declined)
    #expect(world.done == [])
  }

  @Test func `it is planned, shown, agreed to, and done once`() async throws {
    let asked = Asked()
    let policy = Policy(
      allow: .all,
      confirm: .ask { confirmation in
        asked.add(confirmation)
        return true
      }
    )
    let report = try await run(both, stop(), policy)
    #expect(report.error == nil)
    #expect(report.value.string == "done")
    #expect(world.done == ["web", "db"])
    #expect(report.changes == 2)
    #expect(organization.transport.lines == [])
    let confirmation = try #require(asked.all.first)
    #expect(confirmation.changes?.count == 2)
    #expect(confirmation.text.contains("services stop, 2 times - takes effect at once"))
    #expect(confirmation.text.contains("    web\n    db"))
  }

  @Test func `a no does nothing`() async throws {
    let policy = Policy(allow: .all, confirm: .ask { _ in false })
    #expect(try await run(both, stop(), policy).error?.kind == .declined)
    #expect(world.done == [])
  }

  @Test func `guards count it`() async throws {
    let guarded = "runbook \"Stop\" {\n  effects cut\n  guard cut <= 1\n}\n" + both
    let report = try await run(guarded, stop(), Policy(allow: .all, confirm: .approve))
    #expect(report.error?.kind == .guard)
    #expect(world.done == [])
  }

  @Test func `one that fails is not counted, and the script may go on`() async throws {
    let script =
      "try { services stop broken } catch e { warn $e.message }\nservices stop web | get state"
    let report = try await run(script, stop(), Policy(allow: .all, confirm: .approve))
    #expect(report.value.string == "stopped")
    #expect(report.notes.map(\.text) == ["it is busy"])
    #expect(report.changes == 1)
  }

  @Test func `changes are told as they go out`() async throws {
    let engine = try engine(stop(effects: .update), Policy(allow: .all))
    let run = engine.start(try await engine.check("services stop web"))
    var stages: [String] = []
    for await case .change(let change) in run.events {
      #expect(change.command == "services stop")
      #expect(change.arguments["service"]?.string == "web")
      switch change.stage {
      case .sending: stages.append("sending")
      case .made: stages.append("made")
      case .failed, .unknown: stages.append("failed")
      }
    }
    #expect(stages == ["sending", "made"])
  }

  // MARK: Without a prediction

  @Test func `what cannot be predicted is warned of at its place`() async throws {
    let engine = try engine(stop(predicts: false), Policy())
    let script = try await engine.check("let a = 1\nprint $a\nservices stop web")
    #expect(script.warnings.map(\.code) == ["W0510"])
    let range = try #require(script.warnings.first?.range)
    #expect(script.source.position(of: range.lower).line == 3)
    #expect(script.calls.map(\.command) == ["services stop"])
  }

  @Test func `no plan can be made of it, so it is refused`() async throws {
    let policy = Policy(allow: .all, confirm: .approve)
    let report = try await run(both, stop(predicts: false), policy)
    #expect(report.error?.kind == .declined)
    #expect(report.error?.message.contains("no plan can be made") == true)
    #expect(world.done == [])
  }

  @Test func `unless the host allows what is not planned and somebody agrees`() async throws {
    let asked = Asked()
    let policy = Policy(
      allow: .all,
      confirm: .ask { confirmation in
        asked.add(confirmation)
        return true
      },
      unplanned: .ask
    )
    let report = try await run(both, stop(predicts: false), policy)
    #expect(report.error == nil)
    #expect(world.done == ["web", "db"])
    #expect(asked.all.count == 1)
    #expect(asked.all.first?.changes == nil)
    let refusing = Policy(allow: .all, confirm: .ask { _ in false }, unplanned: .ask)
    let refused = try await run(both, stop(predicts: false), refusing)
    #expect(refused.error?.kind == .declined)
    #expect(world.done.count == 2)
  }

  @Test func `guards are never given up`() async throws {
    let guarded = "runbook \"Stop\" {\n  guard cut <= 5\n}\n" + both
    let policy = Policy(allow: .all, confirm: .approve, unplanned: .ask)
    let report = try await run(guarded, stop(predicts: false), policy)
    #expect(report.error?.kind == .declined)
    #expect(world.done == [])
  }

  @Test func `what takes nothing away needs no plan`() async throws {
    let policy = Policy(allow: .all)
    for effects in [Effects.update, .exec] {
      let report = try await run(
        "services stop web",
        stop(effects: effects, predicts: false),
        policy
      )
      #expect(report.error == nil)
    }
    #expect(world.done == ["web", "web"])
  }

  @Test func `in a plan with others it is rehearsed and not done`() async throws {
    let script = """
      let key = (api-keys list --status active | first 1 | one)
      services stop web
      api-keys update $key.id --status inactive
      """
    let policy = Policy(allow: .all, confirm: .ask { $0.changes?.count == 2 })
    let report = try await run(script, stop(effects: .update), policy)
    #expect(report.error == nil)
    #expect(world.done == ["web"])
    #expect(organization.transport.changes.count == 1)
  }
}
