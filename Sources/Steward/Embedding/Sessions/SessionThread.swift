internal import Dispatch
internal import StewardRuntime
internal import Synchronization

/// One session on the one thread that may use it. The thread ends with its owner.
final class SessionThread: Sendable {
  private typealias Job = @Sendable (Session) -> Void

  /// What the thread waits for. Apart from the owner, which the thread must not keep alive.
  private final class Queue: Sendable {
    private let jobs = Mutex<[Job?]>([])
    private let ready = DispatchSemaphore(value: 0)

    func add(_ job: Job?) {
      jobs.withLock { $0.append(job) }
      ready.signal()
    }

    /// Nil at the end.
    func next() -> Job? {
      ready.wait()
      return jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }
  private let queue = Queue()

  init(_ make: @escaping @Sendable () -> Session) {
    EvaluatorThread.start { [queue] in
      let session = make()
      while let job = queue.next() { job(session) }
    }
  }

  deinit { queue.add(nil) }

  /// Runs `work` on the thread, after all that was given to it before.
  func run<Result: Sendable>(_ work: @escaping @Sendable (Session) -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      queue.add { session in continuation.resume(returning: work(session)) }
    }
  }
}
