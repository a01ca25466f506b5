internal import Synchronization

/// Follows the decoding of one long text: what it makes counts, and it stops when the run is to stop.
final class DecodingWatch: Sendable {
  private struct State {
    var bytes = 0
    var failure: RunError?
  }
  private let context: RunContext
  private let state = Mutex(State())

  init(_ context: RunContext) { self.context = context }

  deinit { context.budget.release(bytes: state.withLock(\.bytes), rows: 0) }

  /// Whether the decoding may go on after so many more bytes of values.
  func hears(of bytes: Int) -> Bool {
    do throws(RunError) {
      try context.cancellation.check()
      guard context.budget.countsMemory else { return true }
      try context.budget.hold(bytes: bytes, rows: 0)
      state.withLock { $0.bytes += bytes }
      return true
    } catch {
      state.withLock { $0.failure = error }
      return false
    }
  }

  /// Throws why the decoding was stopped.
  func rethrow() throws(RunError) {
    if let failure = state.withLock(\.failure) { throw failure }
  }
}
