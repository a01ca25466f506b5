import Glibc
import TerminalModel
import Testing

/// Sessions at a pseudo-terminal.
@Suite struct PromptTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session(terminal: String = "xterm") throws -> TerminalSession {
    let session = try TerminalSession(
      ["--sandbox"],
      environment: ["XDG_STATE_HOME": folder.path, "TERM": terminal]
    )
    session.wait(for: Self.prompt)
    return session
  }

  private static let prompt = "Acme Robotics sandbox live# "

  private func leave(_ session: TerminalSession) {
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `lines are run and their values shown`() throws {
    let session = try session()
    session.enter("let n = 20", then: Self.prompt)
    session.enter("$n + 3", shows: "\n23", then: Self.prompt)
    session.enter("$_ * 2", shows: "\n46", then: Self.prompt)
    session.enter("users lst", shows: "did you mean `users list`?", then: Self.prompt)
    session.type("exit 4\r")
    #expect(session.finish() == 4)
  }

  @Test func `Tab completes, and an unfinished text goes on`() throws {
    let session = try session()
    session.type("works\t")
    session.wait(for: "workspaces ")
    session.type("mem\tli\t")
    session.wait(for: "members list ")
    session.type("\u{3}")
    session.wait(for: Self.prompt)
    session.enter(
      "for i in 1..2 {\rprint \"turn $i\"\r}",
      shows: "\nturn 1\nturn 2",
      then: Self.prompt
    )
    leave(session)
  }

  @Test func `Ctrl-C cancels a command, and the session goes on`() throws {
    let session = try session()
    session.enter("print \"at\" \"work\"; sleep 60s", then: "\nat work")
    session.type("\u{3}")
    session.wait(for: "error[cancelled]")
    session.wait(for: Self.prompt)
    session.enter("6 * 7", shows: "\n42", then: Self.prompt)
    leave(session)
  }

  @Test func `what is typed while a command runs stands behind the next prompt, and nowhere else`()
    throws
  {
    let session = try session()
    session.enter("print \"at\" \"work\"; sleep 300ms", then: "\nat work")
    session.type("6 * x7\u{1b}[D\u{7f}")
    session.waitForLines("at work", Self.prompt + "6 * 7")
    session.enter("", shows: "\n42", then: Self.prompt)
    leave(session)
  }

  @Test func `a session that was stopped goes on with its line`() throws {
    let session = try TerminalSession(
      ["-i"],
      of: "/bin/sh",
      environment: ["XDG_STATE_HOME": folder.path, "PS1": "shell: "]
    )
    session.wait(for: "shell: ")
    session.enter("\(Spawning.program) --sandbox", then: Self.prompt)
    for _ in 0..<3 {
      session.type("1 + 2\u{1b}[D")
      session.waitForScreen { $0.lines.last == Self.prompt + "1 + 2" && $0.column == 32 }
      session.type("\u{1a}")
      session.wait(for: "shell: ")
      session.enter("fg", then: Self.prompt)
      session.type("3")
      session.waitForScreen { $0.lines.last == Self.prompt + "1 + 32" && $0.column == 33 }
      session.enter("", shows: "\n33", then: Self.prompt)
    }
    session.enter("\u{4}", then: "shell: ")
    session.type("exit\r")
    #expect(session.finish() == 0)
  }

  @Test func `a slip at a runbook's question is asked about again`() throws {
    let script = try folder.file(
      "days.steward",
      "runbook \"Days\" {\n  param days: int\n}\nprint ($days + 1)\n"
    )
    let session = try TerminalSession(["--sandbox", script])
    session.wait(for: "days: ")
    session.enter("ten", shows: "`--days` takes int, not `ten`", then: "days: ")
    session.enter("4", then: "\n5")
    #expect(session.finish() == 0)
  }

  @Test func `a command that reads the terminal shows what is typed for it`() throws {
    let session = try session()
    session.type("open --as csv - | get n\r")
    session.waitUntilTypingIsShown()
    session.type("n\r")
    session.waitForLines("n")
    session.type("17\r")
    session.waitForLines("n", "17")
    session.type("\u{4}")
    session.wait(for: Self.prompt)
    session.enter("6 * 7", shows: "\n42", then: Self.prompt)
    leave(session)
  }

  @Test func `what a new limit takes the place of is shown before it is set`() throws {
    let session = try session()
    session.type("spend-limits set --amount 500USD --scope {type: \"organization\"}\r")
    session.wait(for: "spend limit of the organization: amount 25000.00 USD → 500 USD")
    session.type("\u{3}")
    session.wait(for: "error[cancelled]: no change was sent")
    session.wait(for: Self.prompt)
    leave(session)
  }

  @Test func `a session that reads only says how to change that`() throws {
    let session = try session()
    session.enter("mode read-only", then: "read-only> ")
    session.enter("users remove user_1", shows: "`mode live` allows it", then: "read-only> ")
    session.enter("mode live", then: Self.prompt)
    leave(session)
  }

  @Test func `history is kept for its owner only, and comes back`() throws {
    let first = try session()
    first.enter("1111 + 1", shows: "\n1112", then: Self.prompt)
    leave(first)
    #expect(folder.permissions(of: "steward") == 0o700)
    #expect(folder.permissions(of: "steward/history.ndjson") == 0o600)
    let second = try session()
    second.type("\u{1b}[A")
    second.wait(for: "1111 + 1")
    second.enter("1", shows: "\n1122", then: Self.prompt)
    leave(second)
  }

  @Test func `a change that destroys is agreed to by its number`() throws {
    let session = try session()
    let line = #"for u in (users list | where role == "billing") { users remove $u.id }"#
    session.enter(line, shows: "type the number of changes: 1", then: "> ")
    session.enter("2", shows: "declined: no change was sent", then: Self.prompt)
    session.enter("users list | count", shows: "\n24", then: Self.prompt)
    session.enter(line, shows: "type the number of changes: 1", then: "> ")
    session.enter("y", shows: "Only the number makes it: 1", then: "> ")
    session.enter("yes", shows: "declined: no change was sent", then: Self.prompt)
    session.enter(line, shows: "type the number of changes: 1", then: "> ")
    session.type("\u{3}")
    session.wait(for: "error[cancelled]: no change was sent")
    session.wait(for: Self.prompt)
    session.enter(line, shows: "type the number of changes: 1", then: "> ")
    session.enter("1", then: Self.prompt)
    session.enter("users list | count", shows: "\n23", then: Self.prompt)
    leave(session)
  }

  @Test func `a terminal that cannot move its cursor gets plain lines`() throws {
    let session = try session(terminal: "dumb")
    session.type("1 +\u{3}")
    session.wait(for: Self.prompt)
    session.enter("2 + 2", shows: "\n4", then: Self.prompt)
    leave(session)
  }

  @Test func `an error offers its page once, and help explains it`() throws {
    let session = try session()
    session.enter("users lst", shows: "`help E0301` explains this", then: Self.prompt)
    session.enter("help", shows: "E0301", then: "`help` once more lists the topics")
    session.wait(for: Self.prompt)
    session.enter("help", shows: "FIND SOMETHING OUT", then: Self.prompt)
    session.enter("users lst", then: "nothing was sent\n" + Self.prompt)
    session.enter("undo latest", shows: "`steward undo latest`", then: Self.prompt)
    leave(session)
  }

  @Test func `an example that only reads is run, any other is shown`() throws {
    let session = try session()
    session.enter("example how admins", shows: "margaret@acme.example", then: Self.prompt)
    session.enter("example users remove", shows: "not run", then: Self.prompt)
    session.enter("users list | count", shows: "\n24", then: Self.prompt)
    leave(session)
  }

  @Test func `a page longer than the screen waits for its reader`() throws {
    let session = try session()
    session.enter("help users list", shows: "PARAMETERS", then: "— more: ")
    session.type("q")
    session.wait(for: Self.prompt)
    session.enter("help find rotate keys", shows: "help how rotate-keys", then: Self.prompt)
    leave(session)
  }

  @Test func `a signal to end gives its status`() throws {
    let session = try session()
    kill(session.process, SIGTERM)
    #expect(session.finish() == 128 + SIGTERM)
  }
}
