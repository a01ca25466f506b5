import AdminCommands
import StewardRuntime
import StewardValues
import Synchronization
import Testing

@Suite struct ReadProgressTests {
  /// A host that keeps what it hears.
  private final class Listener: RunHost {
    private let heard = Mutex<[RunProgress]>([])
    var texts: [String] { heard.withLock { $0.map(\.text) } }
    var fractions: [Double?] { heard.withLock { $0.map(\.fraction) } }
    func report(_ progress: RunProgress) { heard.withLock { $0.append(progress) } }
    func write(_ bytes: [UInt8]) {}
    func note(_ line: String, _ importance: NoteImportance) {}
    func confirm(_ question: String) -> Bool? { nil }
    var fileRoot: String { "/nonexistent" }
    var isRecording: Bool { false }
    var terminalWidth: Int? { nil }
    func environment(_ name: String) -> String? { nil }
    func standardInput() throws(RunError) -> any ByteSource {
      throw RunError(.io, "there is no standard input")
    }
  }

  /// A time that a test sets.
  private final class Time {
    private let begin = ContinuousClock.now
    var passed = Duration.zero
    var now: ContinuousClock.Instant { begin + passed }
  }

  private let host = Listener()
  private let time = Time()

  private func progress() -> ReadProgress {
    ReadProgress("users list", host, now: { [time] in time.now })
  }

  @Test func `a short read is not talked about`() {
    let progress = progress()
    progress.start()
    time.passed = .milliseconds(900)
    progress.add(pageOf: 1000)
    progress.end()
    #expect(host.texts.isEmpty)
  }

  @Test func `a long one tells pages, rows and rate, not more often than it can be read`() {
    let progress = progress()
    progress.start()
    for step in 1...5 {
      time.passed = .milliseconds(950 + 50 * step)
      progress.add(pageOf: 100)
    }
    #expect(
      host.texts == [
        "users list: 1 page, 100 rows, 100 rows/s", "users list: 5 pages, 500 rows, 417 rows/s",
      ]
    )
    #expect(host.fractions == [nil, nil])
    progress.end()
    #expect(host.fractions.last == .some(1))
  }

  @Test func `where the number of rows is known the time left is told`() {
    let progress = progress()
    progress.expect(1000)
    progress.start()
    time.passed = .seconds(2)
    progress.add(pageOf: 250)
    #expect(host.texts == ["users list: 1 page, 250 rows, 125 rows/s, about 6 s left"])
    #expect(host.fractions == [0.25])
  }
}
