import Testing

/// What a session shows and keeps of results.
@Suite struct PromptResultTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let prompt = "Acme Robotics sandbox live# "

  private func session(_ sandbox: String, _ more: String...) throws -> TerminalSession {
    let session = try TerminalSession(
      ["--sandbox=\(sandbox)"] + more,
      environment: ["XDG_STATE_HOME": folder.path]
    )
    session.wait(for: Self.prompt)
    return session
  }

  private func leave(_ session: TerminalSession) {
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `a long table stops at each screen, and the last result fetches the rest`() throws {
    let session = try session("users=2500", "--trace")
    session.enter("users list", shows: "limit=100 ", then: "stop: q ")
    session.type(" ")
    session.wait(for: "stop: q ")
    session.type("q")
    session.wait(for: "`$_` fetches the rest")
    session.wait(for: Self.prompt)
    session.enter("print ($_ | first 60 | count)", shows: "\n60", then: Self.prompt)
    session.enter("| count", shows: "&after_id=", then: "\n2500")
    session.wait(for: Self.prompt)
    session.enter("$_ + 1", shows: "\n2501", then: Self.prompt)
    leave(session)
  }

  @Test func `rows that were changed here have a mark for a time`() throws {
    let session = try session("")
    session.enter("users update aisha@acme.example --role user", then: "changes: 1\n> ")
    session.enter("1", then: Self.prompt)
    session.enter("users list | first 2", shows: "Z *", then: "changed in this session")
    session.wait(for: Self.prompt)
    leave(session)
  }

  @Test func `where there is no room for both the id makes way for the name`() throws {
    let session = try session("")
    session.enter(
      "users list | first 1",
      shows: "aisha@acme.example  Aisha Khan  developer",
      then: "not shown: id"
    )
    session.wait(for: Self.prompt)
    leave(session)
  }

  @Test func `a record inside a record has lines of its own`() throws {
    let session = try session("")
    session.enter(
      "workspaces get Research",
      shows: "data_residency.workspace_geo",
      then: "us"
    )
    session.wait(for: Self.prompt)
    leave(session)
  }

  @Test func `how long a line took is told on request`() throws {
    let session = try session("")
    session.enter("timing on", then: Self.prompt)
    session.enter("1 + 1", shows: "\n2", then: "took 0.")
    session.enter("timing off", then: Self.prompt)
    session.enter("timing", shows: "timing off", then: Self.prompt)
    session.enter("timing of", shows: "it is on or off", then: Self.prompt)
    leave(session)
  }
}
