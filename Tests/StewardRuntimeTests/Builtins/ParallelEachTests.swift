import Dispatch
import StewardRuntime
import StewardSyntax
import StewardValues
import Synchronization
import Testing

@Suite struct ParallelEachTests {
  /// Counts who is inside; nobody leaves before so many have come.
  private final class Meeting: Sendable {
    private let inside = Mutex<(came: Int, now: Int, most: Int)>((0, 0, 0))
    private let door = DispatchSemaphore(value: 0)
    private let size: Int

    init(of size: Int) { self.size = size }

    var most: Int { inside.withLock(\.most) }

    /// False if the others did not come.
    func attend() -> Bool {
      let isLast = inside.withLock { inside in
        inside.came += 1
        inside.now += 1
        inside.most = max(inside.most, inside.now)
        return inside.came == size
      }
      if isLast { for _ in 0..<size { door.signal() } }
      let came = door.wait(timeout: .now() + .seconds(20)) == .success
      inside.withLock { $0.now -= 1 }
      return came
    }

    /// Lets everybody leave from now on.
    func open() { for _ in 0..<100 { door.signal() } }

    var command: Command {
      Command(
        "meet",
        "Waits for the others",
        output: { _ in .bool },
        run: { _, _ throws(RunError) in .value(.bool(self.attend())) }
      )
    }
  }

  private func run(
    _ script: String,
    _ command: Command,
    _ cancellation: Cancellation = Cancellation()
  ) async -> Result<Value, RunError> {
    await EvaluatorThread.run {
      Result { () throws(RunError) in
        let session = Session(Vocabulary(groups: [.builtin, CommandGroup([command])]))
        let program = session.check(SourceText(script, name: "test")).program
        guard let program else { throw RunError(.internal, "the script is wrong") }
        let context = RunContext(
          cancellation: cancellation,
          host: RecordingHost(),
          now: Timestamp(microseconds: 0)
        )
        return try session.run(program, context).forced()
      }
    }
  }

  @Test func `as many rows as there are jobs are worked on at a time`() async throws {
    let meeting = Meeting(of: 3)
    let value = try await run("1..3 | par-each --jobs 3 {|n| meet } | uniq", meeting.command).get()
    #expect(value == [true])
  }

  @Test func `never more rows are worked on than there are jobs`() async throws {
    let meeting = Meeting(of: 1)
    meeting.open()
    let value = try await run("1..99 | par-each --jobs 2 {|n| meet } | count", meeting.command)
      .get()
    #expect(value == 99)
    #expect(meeting.most <= 2)
  }

  @Test func `a cancelled run stops its workers at once`() async throws {
    let cancellation = Cancellation()
    let meeting = Meeting(of: 2)
    let stop = Command(
      "stop",
      "Cancels the run once two rows are worked on",
      output: { _ in .nothing },
      run: { _, _ throws(RunError) in
        _ = meeting.attend()
        cancellation.cancel()
        return .nothing
      }
    )
    let outcome = await run("1..2 | par-each {|n| stop; while true { } }", stop, cancellation)
    let error = #expect(throws: RunError.self) { try outcome.get() }
    #expect(error?.kind == .cancelled)
  }

  @Test func `a failed row stops work on later rows`() async throws {
    let meeting = Meeting(of: 2)
    let script = """
      1..2 | par-each {|n|
        meet
        if $n == 1 { throw "enough" }
        while true { }
      }
      """
    let outcome = await run(script, meeting.command)
    let error = #expect(throws: RunError.self) { try outcome.get() }
    #expect(error?.message == "enough")
  }

  @Test func `a consumer that has enough stops the workers`() async throws {
    let meeting = Meeting(of: 2)
    let script = """
      1..2 | par-each {|n|
        meet
        if $n == 1 { return 1 }
        while true { }
      } | take-while {|n| false } | count
      """
    #expect(try await run(script, meeting.command).get() == 0)
  }
}
