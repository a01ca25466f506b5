import Glibc
import Testing

/// Sessions at a pseudo-terminal.
@Suite struct PromptTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session(
    _ arguments: [String] = ["--sandbox"],
    terminal: String = "xterm"
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      arguments,
      environment: ["XDG_STATE_HOME": folder.path, "TERM": terminal]
    )
    session.wait(for: "Acme Robotics sandbox")
    session.wait(for: " ")
    return session
  }

  @Test func `lines are run and their values shown`() throws {
    let session = try session()
    session.type("let n = 20\r")
    session.wait(for: "# ")
    session.type("$n + 3\r")
    session.wait(for: "\n23")
    session.type("$_ * 2\r")
    session.wait(for: "\n46")
    session.type("users lst\r")
    session.wait(for: "did you mean `users list`?")
    session.type("exit 4\r")
    #expect(session.finish() == 4)
  }

  @Test func `Tab completes and an unfinished text goes on`() throws {
    let session = try session()
    session.type("works\t")
    session.wait(for: "workspaces ")
    session.type("mem\tli\t\u{3}")
    session.wait(for: "members list")
    session.wait(for: "live# ")
    session.type("for i in 1..2 {\rprint \"turn $i\"\r}\r")
    session.wait(for: "\nturn 1\r\nturn 2")
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `Ctrl-C cancels a command, and the session goes on`() throws {
    let session = try session()
    session.type("print \"at\" \"work\"; sleep 60s\r")
    session.wait(for: "\nat work")
    session.type("\u{3}")
    session.wait(for: "error[cancelled]")
    session.type("6 * 7\r")
    session.wait(for: "\n42")
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `a session that reads only says how to change that`() throws {
    let session = try session(["--sandbox"])
    session.type("mode read-only\r")
    session.wait(for: "read-only> ")
    session.type("users remove user_1\r")
    session.wait(for: "error[declined]")
    session.wait(for: "`mode live` allows it")
    session.type("mode live\r")
    session.wait(for: "live# ")
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `history is kept for its owner only, and comes back`() throws {
    let first = try session()
    first.type("1111 + 1\r")
    first.wait(for: "\n1112")
    first.type("\u{4}")
    #expect(first.finish() == 0)
    #expect(folder.permissions(of: "steward") == 0o700)
    #expect(folder.permissions(of: "steward/history.ndjson") == 0o600)
    let second = try session()
    second.type("\u{1b}[A")
    second.wait(for: "1111 + 1")
    second.type("1\r")
    second.wait(for: "\n1122")
    second.type("\u{4}")
    #expect(second.finish() == 0)
  }

  @Test func `a destructive change is agreed to by its number`() throws {
    let session = try session()
    session.type("for u in (users list | where role == \"developer\" | first 1) { users remove $u.id }\r")
    session.wait(for: "type the number of changes: 1")
    session.wait(for: "> ")
    session.type("2\r")
    session.wait(for: "declined: no change was sent")
    session.type("users list | count\r")
    session.wait(for: "\n24")
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `a terminal that cannot move its cursor gets plain lines`() throws {
    let session = try session(terminal: "dumb")
    session.type("1 +\u{3}")
    session.wait(for: "live# ")
    session.type("2 + 2\n")
    session.wait(for: "\n4")
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `a signal to end restores the terminal`() throws {
    let session = try session()
    kill(session.process, SIGTERM)
    #expect(session.finish() == 128 + SIGTERM)
  }
}
