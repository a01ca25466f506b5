import AdminAPI
import Synchronization

/// Time that passes only when somebody sleeps.
final class FakeClock: Sendable {
  private let state = Mutex<(elapsed: Duration, sleeps: [Duration])>((.zero, []))

  /// How long each wait was.
  var sleeps: [Duration] { state.withLock(\.sleeps) }
  var elapsed: Duration { state.withLock(\.elapsed) }

  func pass(_ duration: Duration) { state.withLock { $0.elapsed += duration } }

  var clock: ClientClock {
    ClientClock(
      elapsed: { self.elapsed },
      sleep: { duration async throws(CancellationError) in
        if Task.isCancelled { throw CancellationError() }
        self.state.withLock { state in
          state.elapsed += duration
          state.sleeps.append(duration)
        }
      }
    )
  }
}
