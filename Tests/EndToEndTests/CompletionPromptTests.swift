import Testing

/// What Tab offers at a pseudo-terminal.
@Suite struct CompletionPromptTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session() throws -> TerminalSession {
    let session = try TerminalSession(["--sandbox"], environment: ["XDG_STATE_HOME": folder.path])
    session.wait(for: Self.prompt)
    return session
  }

  private static let prompt = "Acme Robotics sandbox live# "

  private func leave(_ session: TerminalSession) {
    session.type("\u{3}")
    session.wait(for: Self.prompt)
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `fields of the rows, and values that a field may have`() throws {
    let session = try session()
    session.type("users list | where \t")
    session.wait(for: "when the person joined")
    session.type("\u{3}")
    session.wait(for: Self.prompt)
    session.type("users list | where role == \"bil\t")
    session.wait(for: "\"billing\" ")
    session.enter("| count", shows: "\n1", then: Self.prompt)
    leave(session)
  }

  @Test func `emails of people, whom nobody has asked for before`() throws {
    let session = try session()
    session.type("users get a\t")
    session.wait(for: "aisha@acme.example")
    session.wait(for: "names as of now")
    leave(session)
  }

  @Test func `names in quotes, with the ids of those that two have`() throws {
    let session = try session()
    session.type("workspaces get \"\t")
    session.wait(for: "\"Claude Code\"")
    session.wait(for: "Evaluation")
    leave(session)
  }

  @Test func `what a line would do stands below it`() throws {
    let session = try session()
    session.type("users remove aisha@acme.example")
    session.wait(for: "destroys: users remove, which cannot be undone")
    leave(session)
  }
}
