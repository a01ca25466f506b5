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

  @Test(arguments: [
    ("users list | where role == \"admin\" | select email", "2 rows, complete"),
    ("users list | first 3", "3 rows, there may be more"),
    ("users list | first 20 | where role == \"billing\"", " rows, of the first 20 only"),
    ("users list | where role == \"admin\" | first 500", "2 rows, complete"),
    ("users list | last 2", "2 rows;"),
    ("[{a: 1}, {a: 2}]", "\n2 rows\n"),
  ])
  func `a table says whether these are all rows`(line: String, closing: String) throws {
    let session = try session("")
    session.enter(line, shows: closing, then: Self.prompt)
    leave(session)
  }

  @Test func `what rows point at is shown by its name, on a terminal only`() throws {
    let session = try session("")
    session.enter(
      "workspaces members list Research | first 2",
      shows: "jane+novak@acme.example",
      then: "workspace_id, user_id by name"
    )
    session.wait(for: Self.prompt)
    session.enter("$_ | get user_id", shows: "user_01Wi2a9qy4rRn62o2BR6YUzG", then: Self.prompt)
    leave(session)
  }

  @Test func `a file that was written is said`() throws {
    let session = try session("", "--file-root", folder.path)
    session.enter("[1] | save a.json", shows: "wrote a.json, 4 bytes", then: Self.prompt)
    session.enter("mode dry-run", then: "dry-run> ")
    session.enter("[1] | save b.json", shows: "would write b.json", then: "dry-run> ")
    leave(session)
  }

  @Test func `changes that give nothing to show are counted`() throws {
    let session = try session("")
    let loop = "for e in [\"a@acme.example\", \"b@acme.example\"]"
    session.enter(
      "\(loop) { invites create --email $e --role user }",
      shows: "2 changes made",
      then: Self.prompt
    )
    leave(session)
  }

  @Test func `a question in plain words is answered by the tasks that it means`() throws {
    let session = try session("")
    session.enter("who are the admins", shows: "help how admins", then: Self.prompt)
    session.enter(
      "which keys are older than 90 days?",
      shows: "help how old-keys",
      then: Self.prompt
    )
    session.type("quit\r")
    #expect(session.finish() == 0)
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
