import StewardCLI
import TestSupport
import Testing

/// Which lines of a session a runbook keeps, and how they are joined.
@Suite(.ownThread) struct KeptLinesTests {
  @Test(arguments: [
    // Looks are left out, the last one gives the result.
    (["users list | count", "workspaces list | count"], "workspaces list | count"),
    // What a line uses stays with it.
    (["let n = 2", "let m = 3", "users list | first $n"], "let n = 2\nusers list | first $n"),
    (["mut n = 1", "$n += 1", "users list | count", "$n"], "mut n = 1\n$n += 1\n$n"),
    // A line that changes something stays, and a look behind it.
    (
      [
        "users list | count", #"let w = (workspaces create --name "New")"#, "$w | select id",
        "workspaces list | count",
      ],
      "let w = (workspaces create --name $name)\nworkspaces list | count"
    ),
    // Mistakes leave no trace.
    (["users lst", "users list | first 2 | count", "1 / 0"], "users list | first 2 | count"),
    // A command of the session's own.
    (
      ["def twice (n: int) { $n * 2 }", "def thrice (n: int) { $n * 3 }", "twice(4)"],
      "def twice (n: int) { $n * 2 }\ntwice(4)"
    ),
    // All that there is.
    (["let n = 1", "let m = 2"], "let n = 1\nlet m = 2"),
    // `plan` only looks.
    (
      [
        #"plan workspaces create --name "New""#, #"workspaces create --name "New""#,
      ],
      "workspaces create --name $name"
    ),
  ])
  func `lines that do something, the last one, and what they use`(lines: [String], steps: String)
    throws
  {
    #expect(try RecordedSession(lines).steps() == steps)
  }

  @Test(arguments: [
    (
      ["users list", #"| where role == "developer""#, "| count"],
      "users list\n  | where role == \"developer\"\n  | count"
    ),
    (["users list", "len($_)"], "let users = users list\nlen($users)"),
    (
      ["users list | first 3", "let n = ($_ | count)", "print $n", "$_ | first $n"],
      "let users = users list | first 3\nlet n = ($users | count)\n$users | first $n"
    ),
    (
      ["users list | first 1 | one", "print $_.email", "$_.name"],
      "let result = users list | first 1 | one\n$result.name"
    ),
    (["20", "$_ + 1", "$_ * 2"], "let result = 20\nlet result_2 = $result + 1\n$result_2 * 2"),
    (
      ["users list", "let n = 2", "| first $n"],
      "let users = users list\nlet n = 2\n$users | first $n"
    ),
    (
      ["users list", "| where len($_) > 3"],
      "let users = users list\n$users | where len($users) > 3"
    ),
    (["7", #""value $_""#], "let result = 7\n\"value $result\""),
    // Not behind the prefix, whose pipeline it would belong to.
    (["1; users list", "| count"], "1\nusers list\n  | count"),
  ])
  func `what was made before has a name, or is one pipeline`(lines: [String], steps: String) throws
  {
    #expect(try RecordedSession(lines).steps() == steps)
  }

  @Test func `a name that is bound again gets another`() throws {
    let session = RecordedSession([
      "let n = 1", "let m = $n + 1", "let n = $m + $n", "$n * 2",
    ])
    #expect(
      try session.steps() == "let n = 1\nlet m = $n + 1\nlet n_2 = $m + $n\n$n_2 * 2"
    )
  }

  @Test func `all lines, or the last ones`() throws {
    let session = RecordedSession([
      "let n = 2", "users list | first $n", "users list | count", "$n + 1",
    ])
    #expect(
      try session.steps(.all)
        == "let n = 2\nprint (users list | first $n | table)\nprint (users list | count)\n$n + 1"
    )
    #expect(try session.steps(.last(1)) == "let n = 2\n$n + 1")
    #expect(try session.steps(.last(2)) == "let n = 2\nprint (users list | count)\n$n + 1")
  }

  @Test func `a session without a line that worked has nothing to save`() {
    #expect(throws: RunbookDraft.Problem.self) { try RecordedSession(["nonsense"]).draft() }
  }

  @Test func `a key is not written to a file`() {
    let session = RecordedSession([#"let key = "sk-ant-admin01-abc""#, "print $key"])
    #expect(throws: RunbookDraft.Problem.self) { try session.draft(.all) }
  }
}
