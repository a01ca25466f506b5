import Glibc
import Testing

/// Ctrl-C, sent once the program is known to be in the state that is to be left.
@Suite struct InterruptionTests {
  /// Everything that keeps a run busy; each says `ready` just before.
  @Test(arguments: [
    "while true { }",
    "sleep 60s",
    "for i in 1..10000000000 { }",
    "1..10000000000 | where _ < 0 | count",
    "[1, 2, 3] | par-each {|x| sleep 60s }",
    "[1, 2, 3] | par-each {|x| while true { } }",
    "1..10000000000 | group n = _ % 1000 | count",
    "1..10000000000 | uniq | count",
    "call --timeout 60s {|| while true { } }",
    "while true { try { sleep 60s } catch e { } }",
  ])
  func `a run that is busy or waits ends at once`(work: String) throws {
    let running = try RunningSteward(["-c", "warn \"ready\"; \(work)"])
    running.wait(forNote: "ready")
    running.signal(SIGINT)
    #expect(running.finish().status == 130)
  }

  @Test(arguments: ["1..10000000000 | to lines", "while true { print 1 }"])
  func `a pipe that nobody reads holds nothing up`(work: String) throws {
    let running = try RunningSteward(["-c", work])
    running.waitForFullOutput()
    running.signal(SIGINT)
    #expect(running.status() == 130)
  }

  @Test func `so does standard error`() throws {
    let running = try RunningSteward(["-c", "while true { log 1 }"])
    running.waitForFullErrors()
    running.signal(SIGINT)
    #expect(running.status() == 130)
  }

  @Test(arguments: ["open", "open --as ndjson", "open --as csv", "open --as json"])
  func `a named pipe without a writer holds nothing up`(command: String) throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let running = try RunningSteward(["-c", "warn (\"rea\" + \"dy\"); \(command) \"\(pipe)\""])
    running.wait(forNote: "ready")
    running.signal(SIGINT)
    #expect(running.finish().status == 130)
  }

  @Test func `a named pipe gives what is written to it`() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let running = try RunningSteward(["-c", "open --as csv \"\(pipe)\" | get n"])
    let writer = open(pipe, O_WRONLY)
    try #require(writer >= 0)
    let bytes = Array("n\n1\n2\n".utf8)
    #expect(write(writer, bytes, bytes.count) == bytes.count)
    close(writer)
    let run = running.finish()
    #expect(run.output == "\"1\"\n\"2\"\n")
    #expect(run.status == 0)
  }

  @Test func `standard input that says nothing holds nothing up`() throws {
    let running = try RunningSteward(["-c", "warn \"ready\"; open --as text -"])
    running.wait(forNote: "ready")
    running.signal(SIGINT)
    #expect(running.status() == 130)
  }

  @Test func `a server that takes the connection and says nothing holds nothing up`() throws {
    let server = try SilentServer()
    let running = try RunningSteward(
      ["--base-url", server.address, "-c", "users list"],
      environment: ["ANTHROPIC_ADMIN_KEY": "sk-ant-admin01-test"]
    )
    server.acceptOne()
    running.signal(SIGINT)
    #expect(running.finish().status == 130)
  }

  @Test func `what finally has to do is limited`() throws {
    let script = "warn \"ready\"; try { sleep 60s } finally { print \"bye\"; while true { } }"
    let running = try RunningSteward(["-c", script])
    running.wait(forNote: "ready")
    running.signal(SIGINT)
    let run = running.finish()
    #expect(run.status == 130)
    #expect(run.output == "bye\n")
  }
}
