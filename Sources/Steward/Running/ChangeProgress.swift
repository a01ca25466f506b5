internal import AdminAPI
internal import StewardRuntime
internal import Synchronization

/// Says how far the changes of a plan have come, where they are many or take long.
final class ChangeProgress: Sendable {
  /// So many go out without a word, if they do not take long.
  private static let fewChanges = 20
  private static let shortTime = Duration.seconds(10)

  private let total: Int
  private let host: any RunHost
  private let clock: ClientClock
  private let begin: Duration
  private let done = Mutex(0)

  init(of total: Int, _ host: any RunHost, _ clock: ClientClock) {
    self.total = total
    self.host = host
    self.clock = clock
    begin = clock.elapsed()
  }

  /// Hears of each change, on the thread that sends it.
  func note(_ change: ChangeEvent) {
    if case .sending = change.stage { return }
    let done = done.withLock { done in
      done += 1
      return done
    }
    let passed = clock.elapsed() - begin
    guard total > Self.fewChanges || passed > Self.shortTime else { return }
    let fraction = Double(done) / Double(max(total, done))
    host.report(
      RunProgress(command: "changes", text: text(done, passed), fraction: min(fraction, 1))
    )
  }

  /// `37 of 120 changes, about 2 minutes left`.
  private func text(_ done: Int, _ passed: Duration) -> String {
    let count = "\(done) of \(total) changes"
    let left = Int(passed.inSeconds / Double(done) * Double(max(total - done, 0)))
    guard passed > Self.shortTime, left > 0 else { return count }
    guard left >= 90 else { return "\(count), about \(left) seconds left" }
    return "\(count), about \((left + 30) / 60) minutes left"
  }
}
