import AdminAPI
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct RunnerTests {
  @Test func `what needs no organization asks for none`() throws {
    let run = ScriptRun()
    #expect(try run.run("[3, 1, 2] | count") == "3")
    #expect(run.clientsAsked == 0)
  }

  @Test func `a read is one pass`() throws {
    let run = ScriptRun()
    #expect(try run.run("users list | count") == "24")
    #expect(run.transport.lines.count == 1)
    #expect(run.changesMade == (0, 0))
  }

  @Test func `a change that takes nothing away is one pass without a question`() throws {
    let run = ScriptRun()
    try run.run("workspaces create --name New")
    #expect(run.transport.lines == ["POST /v1/organizations/workspaces"])
    #expect(run.plans.isEmpty)
    #expect(run.changesMade == (1, 0))
  }

  @Test func `what was changed before a failure is counted`() throws {
    let run = ScriptRun()
    let error = #expect(throws: RunError.self) {
      try run.run(
        """
        let new = (workspaces create --name New)
        if $new.compartment_id != null { throw "enough" }
        """
      )
    }
    #expect(error?.kind == .user)
    #expect(run.changesMade == (1, 0))
  }

  @Test func `what fails before anything is sent changes nothing`() throws {
    let run = ScriptRun()
    let error = #expect(throws: RunError.self) {
      try run.run(#"workspaces create --name New; throw "enough""#)
    }
    #expect(error?.kind == .user)
    #expect(run.changesMade == (0, 0))
    #expect(run.transport.changes == [])
  }

  @Test func `the next run counts anew`() throws {
    let run = ScriptRun()
    try run.run("workspaces create --name New")
    try run.run("1 + 1")
    #expect(run.changesMade == (0, 0))
  }
}
