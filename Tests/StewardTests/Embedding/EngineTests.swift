import Steward
import TestSupport
import Testing

@Suite struct EngineTests {
  private let organization = TestOrganization()
  private var engine: Engine { Engine(client: organization.client) }

  @Test func `a script is checked, then run, and its output is captured`() async throws {
    let script = try await engine.check(#"warn "soon"; print "people:"; users list | count"#)
    #expect(script.effects == .read)
    #expect(script.calls.map(\.command) == ["users list"])
    #expect("\(script.resultType)" == "int")
    let report = await engine.run(script)
    #expect(report.output == "people:\n24\n")
    #expect(report.printed == "people:\n")
    #expect(report.value.int == 24)
    #expect(report.notes == [RunNote("soon", isWarning: true)])
    #expect(report.error == nil)
  }

  @Test func `mistakes are found before anything is sent`() async throws {
    let error = await #expect(throws: Diagnostics.self) {
      _ = try await engine.check("users lst", name: "mine")
    }
    #expect(error?.all.map(\.code) == ["E0301"])
    #expect(error?.description.contains("mine:1:") == true)
    #expect(organization.transport.lines == [])
  }

  @Test func `many warnings hide no error`() async throws {
    let doubtful = String(repeating: "users list\n", count: 30)
    let error = await #expect(throws: Diagnostics.self) {
      _ = try await engine.check(doubtful + "frobnicate\n" + doubtful)
    }
    #expect(error?.all.count == 20)
    #expect(error?.all.filter { $0.severity == .error }.map(\.code) == ["E0301"])
  }

  @Test func `a Markdown page is known by its name`() async throws {
    let page = "# Count\n\n```steward\nusers list | count\n```\n"
    let report = await engine.run(try await engine.check(page, name: "count.md"))
    #expect(report.output.contains("24"))
  }

  @Test func `without a client what needs one says so`() async throws {
    let engine = Engine(client: nil)
    let report = await engine.run(try await engine.check("users list"))
    #expect(report.error?.kind == .auth)
    #expect(report.error?.message == "the script needs an organization, and the host gave none")
    #expect(await engine.run(try await engine.check("1 + 1")).output == "2\n")
  }

  @Test func `cancelling the task cancels the run`() async throws {
    let script = try await engine.check("while true { }")
    let task = Task { [engine] in await engine.run(script) }
    task.cancel()
    #expect(await task.value.error?.kind == .cancelled)
  }

  @Test @MainActor func `it works from the main actor`() async throws {
    let report = await engine.run(try await engine.check("users list | count"))
    #expect(report.value.int == 24)
  }

  @Test func `now is asked once a run`() async throws {
    let engine = Engine(client: nil, now: { TestOrganization.now })
    let report = await engine.run(try await engine.check("[now(), now()] | uniq | count"))
    #expect(report.value.int == 1)
    let moment: Timestamp = try await engine.run(try await engine.check("now()")).value()
    #expect(moment == TestOrganization.now)
  }

  @Test func `runs at the same time share nothing`() async throws {
    let script = try await engine.check(
      "mut n = 0\nfor x in 1..1000 { $n += $x }\n[$n]"
    )
    await withTaskGroup(of: Value?.self) { group in
      for _ in 0..<8 {
        group.addTask { [engine] in try? await engine.run(script).get() }
      }
      for await value in group { #expect(value?.list?.first?.int == 500_500) }
    }
  }

  @Test func `exit is no error, and exit with a status is one`() async throws {
    let done = await engine.run(try await engine.check("print \"a\"; exit 0"))
    #expect(done.error == nil && done.output == "a\n")
    let failed = await engine.run(try await engine.check("exit 3"))
    #expect(failed.error?.exitStatus == 3)
  }
}
