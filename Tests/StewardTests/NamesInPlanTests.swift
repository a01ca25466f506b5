import AdminAPI
import Steward
import StewardRuntime
import TestSupport
import Testing

/// A name means what it means at that step of the run, in both passes.
@Suite(.ownThread) struct NamesInPlanTests {
  private func ran(_ text: String) throws -> ScriptRun {
    let run = ScriptRun()
    run.settings.answersYes = true
    try run.run(text)
    return run
  }

  private func refusal(_ text: String) throws -> (RunError?, ScriptRun) {
    let run = ScriptRun()
    run.settings.answersYes = true
    let error = #expect(throws: RunError.self) { try run.run(text) }
    return (error, run)
  }

  @Test func `what the run creates has its name from then on`() throws {
    let run = try ran(
      """
      workspaces members list Research | count
      workspaces create --name "New place"
      workspaces members add "New place" --user-id chloe@acme.example --workspace-role workspace_user
      workspaces members update "New place" chloe@acme.example --workspace-role workspace_admin
      """
    )
    #expect(run.changesMade == (3, 0))
    #expect(run.transport.changes.allSatisfy { !$0.contains("planned") })
    let role = try ScriptRun(run.organization).run(
      "(workspaces members get \"New place\" chloe@acme.example).workspace_role"
    )
    #expect(role == "\"workspace_admin\"")
  }

  @Test func `a new name counts, the old one no more`() throws {
    let run = try ran(
      """
      workspaces update Research --name "Applied research"
      workspaces members remove "Applied research" daniel@acme.example
      workspaces create --name Research
      workspaces members add Research --user-id daniel@acme.example --workspace-role workspace_user
      """
    )
    #expect(run.changesMade == (4, 0))
    let (error, refused) = try refusal(
      """
      workspaces update Research --name "Applied research"
      workspaces members remove Research daniel@acme.example
      """
    )
    #expect(error?.kind == .notFound)
    #expect(
      error?.help == "did you mean `Research`?" || error?.message.contains("Research") == true
    )
    #expect(refused.transport.changes == [])
  }

  @Test func `what the run archives or removes has no name any more`() throws {
    for text in [
      """
      workspaces archive Production
      workspaces members add Production --user-id chloe@acme.example --workspace-role workspace_user
      """,
      "users remove chloe@acme.example; users update chloe@acme.example --role developer",
      "invites delete nina.vogel@acme.example; invites delete nina.vogel@acme.example",
      "api-keys update eval-nightly --name other; api-keys update eval-nightly --status inactive",
    ] {
      let (error, run) = try refusal(text)
      #expect(error?.kind == .notFound, "\(text)")
      #expect(run.transport.changes == [], "\(text)")
    }
  }

  @Test func `an invite is withdrawn by the email it was made for`() throws {
    let run = try ran(
      """
      invites create --email new.person@acme.example --role user
      invites delete new.person@acme.example
      invites create --email new.person@acme.example --role developer
      """
    )
    #expect(run.changesMade == (3, 0))
  }

  @Test func `names cost no further reads`() throws {
    let run = try ran(
      """
      for n in 1..5 {
        workspaces create --name "Place $n"
        workspaces members add (resolve_id("workspace", "Place $n")) --user-id chloe@acme.example --workspace-role workspace_user
      }
      """
    )
    #expect(run.changesMade == (10, 0))
    #expect(run.transport.lines.count { $0.hasPrefix("GET") } == 2)
  }
}
