import Glibc
import Testing

@Suite struct PipeTests {
  @Test func `a reader that has gone ends the program quietly`() throws {
    let running = try RunningSteward(["-c", "for i in 1..10000000 { print $i }"])
    #expect(running.firstLine() == "1")
    running.stopReading()
    let run = running.finish()
    #expect(run.status == -SIGPIPE)
    #expect(run.errors == "")
  }

  @Test func `Ctrl-C ends a script, and its cleaning up is done`() throws {
    let running = try RunningSteward([
      "-c", "warn \"ready\"; try { sleep 60s } finally { print \"bye\" }",
    ])
    running.wait(forNote: "ready")
    running.signal(SIGINT)
    let run = running.finish()
    #expect(run.status == 130)
    #expect(run.output == "bye\n")
  }

  @Test func `SIGTERM ends a script with its own status`() throws {
    let running = try RunningSteward(["-c", "warn \"ready\"; sleep 60s"])
    running.wait(forNote: "ready")
    running.signal(SIGTERM)
    #expect(running.finish().status == 143)
  }

  @Test func `a sandbox is meant to be stopped by a signal`() throws {
    let running = try RunningSteward(["sandbox"])
    #expect(running.firstLine().hasPrefix("http://127.0.0.1:"))
    running.signal(SIGTERM)
    #expect(running.finish().status == 0)
  }

  @Test func `results go to standard output, everything else to standard error`() throws {
    let run = try StewardRun("-c", "warn \"careful\"; log \"done\"; print \"x\"; 5")
    #expect(run.output == "x\n5\n")
    #expect(run.errors == "careful\ndone\n")
    #expect(try StewardRun("-c", "log \"done\"; 5", "--quiet").errors == "")
  }

  @Test func `colours are for terminals, unless they are asked for`() throws {
    #expect(try !StewardRun("-c", "users lst").errors.contains("\u{1b}["))
    #expect(try StewardRun("-c", "users lst", "--color", "always").errors.contains("\u{1b}["))
  }
}
