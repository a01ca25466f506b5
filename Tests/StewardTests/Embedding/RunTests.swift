import Steward
import Synchronization
import TestSupport
import Testing

@Suite struct RunTests {
  private let organization = TestOrganization()

  private func events(of run: Run) async -> [String] {
    var told: [String] = []
    for await event in run.events {
      switch event {
      case .output(let text): told.append("output \(text.trimmingNewline)")
      case .row(let value): told.append("row \(value)")
      case .note(let note): told.append("note \(note)")
      case .progress(let progress): told.append("progress \(progress.text)")
      case .asked(let confirmation): told.append("asked \(confirmation.changes?.count ?? 0)")
      case .answered(_, let isAgreed): told.append("answered \(isAgreed)")
      case .change(let change):
        switch change.stage {
        case .sending: told.append("sending \(change.command)")
        case .made: told.append("made \(change.command)")
        default: told.append("failed \(change.command)")
        }
      }
    }
    return told
  }

  @Test func `what happens is told in order`() async throws {
    let engine = Engine(
      client: organization.client,
      policy: Policy(allow: .all, confirm: .approve)
    )
    let script = try await engine.check(
      """
      print "é"
      warn "soon"
      api-keys list --status active | first 1 | each {|k| api-keys update $k.id --status inactive }
      [1, 2]
      """
    )
    let run = engine.start(script)
    let told = await events(of: run)
    #expect(
      told == [
        "asked 1", "answered true", "output é", "note soon", "sending api-keys update",
        "made api-keys update", "row 1", "row 2",
      ]
    )
    #expect(await run.result.error == nil)
  }

  @Test func `a run that nobody watches goes on to its end`() async throws {
    let engine = Engine(client: organization.client)
    let run = engine.start(try await engine.check("users list | count"))
    #expect(await run.result.value.int == 24)
    #expect(await run.result.value.int == 24)
  }

  @Test func `it stops with the reason that was given`() async throws {
    let engine = Engine(client: nil, limits: .none)
    let run = engine.start(try await engine.check("print \"on\"; while true { }"))
    for await event in run.events { if case .output = event { break } }
    run.cancel("the window was closed")
    run.cancel("too late")
    let error = await run.result.error
    #expect(error?.kind == .cancelled)
    #expect(error?.message == "cancelled: the window was closed")
  }

  @Test func `rows become Swift values`() async throws {
    struct Person: Decodable, Equatable {
      let email: String
      let role: String
      let addedAt: Timestamp
    }
    let engine = Engine(client: organization.client)
    let script = try await engine.check("users list | where role == \"admin\"")
    let people = try await engine.values(of: script, as: Person.self)
    #expect(people.count == 2)
    #expect(people.allSatisfy { $0.role == "admin" })
    let wrong = try await engine.check("throw {kind: \"policy\", message: \"no\"}")
    let error = await #expect(throws: RunError.self) {
      try await engine.values(of: wrong, as: Person.self)
    }
    #expect(error?.kind.rawValue == "user.policy")
  }

  private let runbook = """
    runbook "Old keys" {
      ## How old.
      param older_than: duration = 90d
      param who: string
    }
    "$who $older_than"
    """

  @Test func `parameters have types and may be text`() async throws {
    struct Parameters: Encodable {
      let olderThan: TimeSpan
      let who: String
    }
    let engine = Engine(client: nil)
    let script = try await engine.check(runbook)
    #expect(script.parameters.map(\.name) == ["older-than", "who"])
    #expect(script.parameters.map(\.isRequired) == [false, true])
    #expect(script.parameters.first?.summary == "How old.")
    #expect(script.header?.title == "Old keys")
    let text = await engine.run(script, parameters: ["who": "Ann", "older_than": "2w"])
    #expect(text.value.string == "Ann 14d")
    let typed = Parameters(olderThan: .seconds(3_600), who: "Bob")
    let given = await engine.run(script, parameters: try .init(encoding: typed))
    #expect(given.value.string == "Bob 1h")
  }

  @Test(
    arguments: [
      (["whom": "Ann"], "the script has no parameter `whom`"),
      (["who": "Ann", "older-than": "soon"], "`--older-than` takes duration, not `soon`"),
      ([:], "the runbook needs --who"),
    ] as [([String: Value], String)]
  )
  func `parameters that do not fit are refused`(
    _ parameters: [String: Value],
    _ message: String
  ) async throws {
    let engine = Engine(client: nil)
    let report = await engine.run(try await engine.check(runbook), parameters: parameters)
    #expect(report.error?.kind == .invalid)
    #expect(report.error?.message == message)
  }

  @Test func `names live on in a session`() async throws {
    let session = Engine(client: organization.client).session()
    _ = try await session.run("let people = (users list)")
    #expect(try await session.run("len($people)").value.int == 24)
    #expect(try await session.run("$_ + 1").value.int == 25)
    await #expect(throws: Diagnostics.self) { try await session.run("let people = $nobody") }
    #expect(await session.names.map(\.name).contains("people"))
    let task = Task { try await session.run("while true { }") }
    task.cancel()
    #expect(try await task.value.error?.kind == .cancelled)
    #expect(try await session.run("len($people)").value.int == 24)
  }
}

extension String {
  fileprivate var trimmingNewline: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}
