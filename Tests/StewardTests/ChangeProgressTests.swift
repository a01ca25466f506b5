import AdminAPI
import Steward
import StewardRuntime
import TestSupport
import Testing

/// How far changes have come, while they go out.
@Suite(.ownThread) struct ChangeProgressTests {
  private func run(_ count: Int, each body: (ScriptRun) -> Void = { _ in }) throws -> ScriptRun {
    let run = ScriptRun()
    run.settings.answersYes = true
    body(run)
    try run.run(#"for n in 1..\#(count) { invites create --email "p$n@acme.example" --role user }"#)
    return run
  }

  @Test func `many changes are counted as they go out`() throws {
    let progress = try run(25).host.progress
    #expect(progress.count == 25)
    #expect(progress.first == "1 of 25 changes")
    #expect(progress.last == "25 of 25 changes")
  }

  @Test func `few are not, unless they take long`() throws {
    #expect(try run(3).host.progress == [])
  }

  @Test func `the question says how many requests it takes`() throws {
    let run = ScriptRun()
    run.answer = { _ in false }
    #expect(throws: RunError.self) { try run.run("users remove jane@acme.example") }
    #expect(run.questions.first?.hasSuffix("\n\n1 request") == true)
  }

  @Test func `a plan says what the run would send, reads included`() throws {
    let run = ScriptRun()
    let (runner, program) = try run.prepared("users remove jane@acme.example")
    let plan = try runner.plan(program, Cancellation())
    #expect(plan.effort.text.hasSuffix("and 1 change"))
    #expect(plan.effort.reads > 0)
  }
}
