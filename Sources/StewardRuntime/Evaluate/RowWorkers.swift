internal import Dispatch
internal import StewardValues
internal import Synchronization

/// Threads that call a closure with rows, each with an evaluator of its own.
///
/// They are private to one stage: threads shared by nested stages would wait for each other.
final class RowWorkers: Sendable {
  private struct Job {
    /// Counts the rows from 0.
    let number: Int
    let row: Value
    let lane: Lane
    let result: Handoff<Value>
  }

  private struct State {
    var queue: [Job] = []
    var submitted = 0
    /// Threads that were started.
    var started = 0
    /// The job that each thread works on.
    var running: [Int: Int] = [:]
    /// The first job after which no other counts: nothing behind it is begun.
    var last = Int.max
    var isClosed = false
  }

  private let body: Value
  private let policy: RowErrorPolicy
  private let context: RunContext
  private let cacheCount: Int
  /// One for each thread, so that a failure stops those that work on later rows.
  private let cancellations: [Cancellation]
  private let outer: Int?
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)

  /// Free slots of a thread's evaluator: calls nest less deep there than in the script itself.
  private static let slots = 1 << 14

  init(_ body: Value, count: Int, _ policy: RowErrorPolicy, of evaluator: Evaluator) {
    self.body = body
    self.policy = policy
    context = evaluator.context
    cacheCount = evaluator.cacheCount
    let cancellations = (0..<count).map { _ in Cancellation() }
    self.cancellations = cancellations
    outer = context.cancellation.onCancel { reason in
      for cancellation in cancellations { cancellation.cancel(reason) }
    }
  }

  /// Queues a row. Its result is always delivered, at the latest by ``stop()``.
  func submit(_ row: Value) -> Handoff<Value> {
    let result = Handoff<Value>()
    let lane = context.lane.branch()
    let starting = state.withLock { state -> Int? in
      state.queue.append(Job(number: state.submitted, row: row, lane: lane, result: result))
      state.submitted += 1
      guard state.started < cancellations.count else { return nil }
      defer { state.started += 1 }
      return state.started
    }
    if let starting { EvaluatorThread.start { self.work(as: starting) } }
    ready.signal()
    return result
  }

  /// Lets the threads end: what is queued is dropped, what runs is cancelled.
  func stop() {
    context.cancellation.forget(outer)
    let (dropped, started) = state.withLock { state in
      defer { (state.queue, state.isClosed) = ([], true) }
      return (state.queue, state.isClosed ? 0 : state.started)
    }
    for job in dropped { job.result.deliver(.failure(RowWorkers.dropped)) }
    for cancellation in cancellations { cancellation.cancel(RowWorkers.dropped) }
    for _ in 0..<started { ready.signal() }
  }

  private static let dropped = RunError(.cancelled, "a row before this one ended the stage")

  // MARK: On the threads

  private func work(as worker: Int) {
    let evaluator = Evaluator(
      context: context.cancelled(by: cancellations[worker]),
      slots: RowWorkers.slots
    )
    evaluator.reserveCaches(cacheCount)
    while let job = take(worker) {
      evaluator.enter(job.lane)
      do throws(RunError) {
        let value = try evaluator.call(body, job.row)
        job.result.deliver(.success(value))
      } catch {
        if policy.isEnded(by: error) { end(after: job.number) }
        job.result.deliver(.failure(error))
      }
    }
  }

  /// Waits for a job; nil once the threads are to end.
  private func take(_ worker: Int) -> Job? {
    while true {
      ready.wait()
      let (job, isDropped) = state.withLock { state -> (Job?, Bool) in
        state.running[worker] = nil
        guard !state.queue.isEmpty else { return (nil, false) }
        let job = state.queue.removeFirst()
        guard job.number <= state.last else { return (job, true) }
        state.running[worker] = job.number
        return (job, false)
      }
      guard let job else { return nil }
      guard isDropped else { return job }
      job.result.deliver(.failure(RowWorkers.dropped))
    }
  }

  /// Stops all work on rows behind one that failed; rows before it are finished.
  private func end(after number: Int) {
    let later = state.withLock { state in
      state.last = min(state.last, number)
      return state.running.filter { $0.value > number }.map(\.key)
    }
    for worker in later { cancellations[worker].cancel(RowWorkers.dropped) }
  }
}
