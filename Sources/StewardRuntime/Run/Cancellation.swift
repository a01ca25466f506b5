internal import Dispatch
internal import Synchronization

/// One value handed from the asynchronous side to the evaluator's thread.
final class Handoff<Success: Sendable>: Sendable {
  private let result = Mutex<Result<Success, RunError>?>(nil)
  private let ready = DispatchSemaphore(value: 0)

  /// The first result counts; later ones are dropped.
  func deliver(_ delivered: Result<Success, RunError>) {
    let isFirst = result.withLock { result in
      guard result == nil else { return false }
      result = delivered
      return true
    }
    if isFirst { ready.signal() }
  }

  func wait() throws(RunError) -> Success {
    ready.wait()
    guard let result = result.withLock({ $0 }) else {
      throw RunError(.internal, "a wait ended without a result")
    }
    return try result.get()
  }
}

/// Stops a run from any thread: a flag that the evaluator polls, and everything that waits is woken.
package final class Cancellation: Sendable {
  private struct State {
    var reason: RunError?
    var wakers: [Int: @Sendable (RunError) -> Void] = [:]
    var nextWaker = 0
    var alarm: Alarm?
  }
  private let state = Mutex(State())
  private let flag = Atomic<Bool>(false)

  package init() {}

  /// Cheap enough for every loop turn, call and row.
  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Throws the reason once the run is cancelled.
  package func check() throws(RunError) {
    guard isCancelled else { return }
    throw state.withLock { $0.reason } ?? RunError(.cancelled, "cancelled")
  }

  /// Stops the run. The first reason stays.
  package func cancel(_ reason: RunError = RunError(.cancelled, "cancelled")) {
    let wakers = state.withLock { state in
      state.reason = state.reason ?? reason
      defer { state.wakers = [:] }
      return Array(state.wakers.values)
    }
    flag.store(true, ordering: .relaxed)
    for wake in wakers { wake(reason) }
  }

  /// Registers what must hear of a cancellation; called at once if it has happened.
  func onCancel(_ wake: @escaping @Sendable (RunError) -> Void) -> Int? {
    let (id, reason) = state.withLock { state -> (Int?, RunError?) in
      if let reason = state.reason { return (nil, reason) }
      state.nextWaker += 1
      state.wakers[state.nextWaker] = wake
      return (state.nextWaker, nil)
    }
    if let reason { wake(reason) }
    return id
  }

  /// True if `reason` is what stopped it.
  func isCancelled(by reason: RunError) -> Bool {
    state.withLock { $0.reason?.details === reason.details }
  }

  /// Stops what is left to do later.
  func cancel(_ reason: RunError, after time: Duration) {
    let alarm = Alarm(after: time.nanoseconds) { [weak self] in self?.cancel(reason) }
    state.withLock { $0.alarm = alarm }
  }

  func forget(_ id: Int?) {
    guard let id else { return }
    state.withLock { $0.wakers[id] = nil }
  }
}

/// Work that runs beside the evaluator. ``value()`` waits for it.
package struct Pending<Success: Sendable>: Sendable {
  /// Whether a cancelled run may abort it.
  package enum Kind: Sendable {
    /// Aborted at once.
    case read
    /// Its outcome must be known: it has 5 seconds.
    case change
  }

  private let handoff: Handoff<Success>
  private let task: Task<Void, Never>
  private let cancellation: Cancellation
  private let kind: Kind

  init(
    _ kind: Kind,
    _ cancellation: Cancellation,
    _ work: @escaping @Sendable () async throws(RunError) -> Success
  ) {
    let handoff = Handoff<Success>()
    self.handoff = handoff
    self.kind = kind
    self.cancellation = cancellation
    task = Task.detached {
      do throws(RunError) {
        handoff.deliver(.success(try await work()))
      } catch {
        handoff.deliver(.failure(error))
      }
    }
  }

  /// Blocks the evaluator's thread until the work is done or the run is cancelled.
  package func value() throws(RunError) -> Success {
    let id = cancellation.onCancel { [handoff, task, kind] reason in
      switch kind {
      case .read:
        task.cancel()
        handoff.deliver(.failure(reason))
      case .change:
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(5)) {
          task.cancel()
          handoff.deliver(.failure(reason))
        }
      }
    }
    defer { cancellation.forget(id) }
    return try handoff.wait()
  }

  package func cancel() { task.cancel() }
}
