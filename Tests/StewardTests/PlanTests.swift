import AdminAPI
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct PlanTests {
  /// Switches off the active keys of the sandbox.
  private let script = """
    print "begin"
    api-keys list --status active | each {|k| api-keys update $k.id --status inactive } | count
    """

  private func activeKeys(_ run: ScriptRun) throws -> Int {
    try #require(Int(try run.run("api-keys list --status active | count")))
  }

  @Test func `without an answer it is refused, and no change was sent`() throws {
    let run = ScriptRun()
    let error = #expect(throws: RunError.self) { try run.run(script) }
    #expect(error?.kind == .declined)
    #expect(error?.message.hasSuffix("nobody is there to do it: no change was sent") == true)
    #expect(error?.help?.contains("--yes") == true)
    #expect(error?.place != nil)
    #expect(run.transport.changes == [])
    #expect(run.host.output == "")
    #expect(ExitStatus.of(try #require(error), changesMade: false) == 66)
  }

  @Test func `where nobody can be asked it is planned and refused`() throws {
    let run = ScriptRun()
    run.settings.canAsk = false
    let error = #expect(throws: RunError.self) { try run.run(script) }
    #expect(error?.kind == .declined)
    #expect(error?.message.hasSuffix("nobody is there to confirm it: no change was sent") == true)
    #expect(error?.help?.contains("--dry-run") == true)
    #expect(error?.place != nil)
    #expect(run.transport.changes == [])
    run.settings.answersYes = true
    try run.run(script)
    #expect(run.changesMade.sent > 0)
  }

  @Test func `what the first pass read is not read again`() throws {
    let run = ScriptRun()
    run.settings.answersYes = true
    try run.run(script)
    #expect(run.transport.lines.count { $0.hasPrefix("GET") } == 1)
  }

  @Test(arguments: ["count", "select name | count", "first 1 | count"])
  func `what is read after a change has it, however few fields are needed`(_ rest: String) throws {
    let run = ScriptRun()
    run.settings.answersYes = true
    let key = #"api-keys list --status active | where name == "eval-nightly""#
    let script = "\(key) | each {|k| api-keys update $k.id --status inactive }\n\(key) | \(rest)"
    #expect(try run.run(script) == "0")
    #expect(run.changesMade.sent == 1)
  }

  @Test func `a person is asked about the whole plan, by name and number`() throws {
    let run = ScriptRun()
    run.answer = { _ in false }
    let error = #expect(throws: RunError.self) { try run.run(script) }
    #expect(error?.kind == .declined)
    #expect(error?.message == "declined: no change was sent")
    #expect(run.transport.changes == [])
    let plan = try #require(run.plans.first)
    #expect(plan.effects == .cut)
    #expect(plan.changes.allSatisfy { $0.place == "test.steward:2" })
    let question = try #require(run.questions.first)
    #expect(question.hasPrefix("\(plan.count) changes in Acme"))
  }

  @Test func `after yes exactly the plan goes out, and output is written once`() throws {
    let run = ScriptRun()
    run.answer = { _ in true }
    let active = try activeKeys(run)
    #expect(try run.run(script) == "\(active)")
    #expect(run.changesMade == (active, 0))
    #expect(run.transport.changes.count == active)
    #expect(run.host.output == "begin\n")
    #expect(run.plans.count == 1)
    #expect(try activeKeys(run) == 0)
  }

  @Test func `--yes plans and does not ask`() throws {
    let run = ScriptRun()
    run.settings.answersYes = true
    try run.run(script)
    #expect(run.plans.isEmpty)
    #expect(run.changesMade.sent > 0)
    #expect(!run.transport.lines.contains("GET /v1/organizations/me"))
  }

  @Test func `what would cut but finds nothing to cut goes on without a question`() throws {
    let run = ScriptRun()
    let text = """
      api-keys list --status active | where name == "no such key"
        | each {|k| api-keys update $k.id --status archived } | count
      """
    #expect(try run.run(text) == "0")
    #expect(run.plans.isEmpty)
  }

  @Test func `try does not swallow a refusal`() throws {
    let run = ScriptRun()
    run.answer = { _ in false }
    let text = """
      try {
        api-keys list --status active | each {|k| api-keys update $k.id --status inactive }
      } catch { print "caught" }
      """
    let error = #expect(throws: RunError.self) { try run.run(text) }
    #expect(error?.kind == .declined)
    #expect(run.host.output == "")
  }

  @Test func `a change that was not planned stops the run`() throws {
    let run = ScriptRun()
    // Only the server knows what a new workspace is called in key policies.
    let text = """
      let new = (workspaces create --name New)
      if $new.compartment_id != null { workspaces create --name "And another" }
      """
    let error = #expect(throws: RunError.self) { try run.run(text) }
    #expect(error?.kind == .drift)
    #expect(run.changesMade == (1, 0))
    #expect(run.transport.changes == ["POST /v1/organizations/workspaces"])
    #expect(ExitStatus.of(try #require(error), changesMade: false) == 69)
  }

  @Test func `a plan that was answered too late is made and shown again`() throws {
    let run = ScriptRun()
    run.answer = { [unowned run] _ in
      if run.plans.count == 1 { run.time.pass(.seconds(601)) }
      return true
    }
    try run.run(script)
    #expect(run.plans.count == 2)
    #expect(run.host.notes.count == 1)
    #expect(run.changesMade.sent == run.plans.last?.count)
  }

  @Test func `an exit ends the plan and then the run`() throws {
    let run = ScriptRun()
    run.answer = { _ in true }
    let error = #expect(throws: RunError.self) {
      try run.run(
        "api-keys list --status active | first 1 | each {|k| "
          + "api-keys update $k.id --status inactive }; exit 3; users remove user_1"
      )
    }
    #expect(error?.exitStatus == 3)
    #expect(run.plans.first?.count == 1)
    #expect(run.changesMade == (1, 0))
  }

  @Test func `an error of the first pass ends it before any change`() throws {
    let run = ScriptRun()
    run.answer = { _ in true }
    let error = #expect(throws: RunError.self) {
      try run.run("workspaces create --name New; users remove user_nobody")
    }
    #expect(error?.kind == .notFound)
    #expect(run.plans.isEmpty)
    #expect(run.transport.changes == [])
  }

  @Test func `a question of the script is asked once for both passes`() throws {
    let run = ScriptRun(host: TestHost(answer: true))
    run.answer = { _ in true }
    try run.run("confirm \"Sure?\"\n" + script)
    #expect(run.host.questions == ["Sure?"])
    #expect(run.changesMade.sent > 0)
  }

  @Test func `both passes read the same standard input`() throws {
    let reading = ScriptRun()
    let ids = try reading.run("api-keys list --status active | first 2 | select id | to csv")
    let csv = ids.dropFirst().dropLast().split(separator: "\\n").joined(separator: "\n")
    let run = ScriptRun(host: TestHost(input: csv + "\n"))
    run.answer = { _ in true }
    try run.run("open --as csv - | each {|k| api-keys update $k.id --status inactive }")
    #expect(run.plans.first?.count == 2)
    #expect(run.changesMade == (2, 0))
  }
}
