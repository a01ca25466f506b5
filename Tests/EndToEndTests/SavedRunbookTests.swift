import Testing

/// A session is saved as a runbook, and the runbook does what the session did.
@Suite struct SavedRunbookTests {
  private let organization: ServedOrganization
  private static let prompt = "Acme Robotics live# "

  init() throws { organization = try ServedOrganization() }

  private func session() throws -> TerminalSession {
    var environment = organization.environment()
    environment["XDG_STATE_HOME"] = organization.folder.path
    let session = try TerminalSession(
      ["--journal", organization.journals],
      environment: environment
    )
    session.wait(for: "read-only> ")
    session.enter("mode live", then: Self.prompt)
    return session
  }

  private func leave(_ session: TerminalSession) {
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  private func role(of email: String) throws -> String {
    let run = try organization.run("-c", "users get \(email) | get role")
    return run.output
  }

  private func text(of name: String) throws -> String {
    String(decoding: try organization.folder.bytes(of: name), as: UTF8.self)
  }

  @Test func `what was only looked at in a dry run becomes no step`() throws {
    let file = "\(organization.folder.path)/looked.steward"
    let session = try session()
    session.enter("mode dry-run", then: "dry-run> ")
    session.enter("users remove kim@acme.example", shows: "nothing was sent", then: "dry-run> ")
    session.enter("mode live", then: Self.prompt)
    session.enter("users list | count", shows: "\n24", then: Self.prompt)
    session.enter("save-runbook \(file)", shows: "wrote \(file): 1 of 2 lines", then: Self.prompt)
    leave(session)
    #expect(try !text(of: "looked.steward").contains("remove"))
  }

  @Test(arguments: ["promote.steward", "promote.md"])
  func `what worked at the prompt runs without one`(name: String) throws {
    let file = "\(organization.folder.path)/\(name)"
    let session = try session()
    session.enter("users list | count", shows: "\n24", then: Self.prompt)
    session.enter("users updat kim@acme.example", shows: "did you mean", then: Self.prompt)
    session.enter(
      "users list | where email == \"kim@acme.example\"",
      shows: "\n1 row",
      then: Self.prompt
    )
    session.enter("| one", shows: "kim@acme.example", then: Self.prompt)
    session.enter("users update $_.id --role developer", shows: "developer", then: Self.prompt)
    session.enter("save-runbook \(file)", shows: "wrote \(file): 3 of 5 lines", then: "--email")
    session.wait(for: "effects: read, grant, cut")
    session.wait(for: "to try it: steward \(file) --email kim@acme.example")
    session.wait(for: Self.prompt)
    session.enter("save-runbook \(file)", shows: "--force replaces it", then: Self.prompt)
    leave(session)
    #expect(organization.folder.permissions(of: name) == 0o644)

    let arguments = [file, "--email", "oliver@acme.example", "--role", "developer"]
    let rehearsal = try organization.run(arguments + ["--dry-run"])
    #expect(rehearsal.status == 0, "\(rehearsal.errors)")
    #expect(rehearsal.output.contains("role user → developer"), "\(rehearsal.output)")
    #expect(try role(of: "oliver@acme.example") == "user\n")
    let run = try organization.run(arguments + ["--yes"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try role(of: "oliver@acme.example") == "developer\n")
    let missing = try organization.run(file)
    #expect(missing.status == 64, "\(missing.errors)")
    #expect(missing.errors.contains("the runbook needs --email"))
    let formatted = try StewardRun("fmt", "--check", file)
    #expect(formatted.status == 0, "\(formatted.output)")
  }

  @Test func `lines that make no runbook are not written, and it is said why`() throws {
    let folder = organization.folder.path
    let session = try session()
    session.enter("save-runbook \(folder)/no", shows: "nothing has worked yet", then: Self.prompt)
    session.enter("let n = 1", then: Self.prompt)
    session.enter("save-runbook", shows: "save-runbook takes a file", then: Self.prompt)
    session.enter("save-runbook \(folder)/no/where", shows: "cannot write", then: Self.prompt)
    session.enter("help save-runbook", shows: "USAGE", then: "stop: q ")
    session.type("q")
    session.wait(for: Self.prompt)
    leave(session)
    let saved = organization.folder.names(in: "").filter { $0.hasSuffix(".steward") }
    #expect(saved.isEmpty)
  }

  @Test func `a dry run writes no file`() throws {
    let session = try TerminalSession(
      ["--sandbox", "--dry-run"],
      environment: ["XDG_STATE_HOME": organization.folder.path]
    )
    session.wait(for: "dry-run> ")
    session.enter("1 + 1", then: "dry-run> ")
    let file = "\(organization.folder.path)/dry.steward"
    session.enter("save-runbook \(file)", shows: "writes no file", then: "dry-run> ")
    leave(session)
    #expect(organization.folder.permissions(of: "dry.steward") == nil)
  }
}
