internal import Dispatch
package import Testing

/// Runs each test on a thread of its own: what waits for the network blocks, and must not block the
/// threads that all tasks share.
package struct OwnThread: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  @concurrent
  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(ThreadExecutor()) { try await function() }
  }
}

extension Trait where Self == OwnThread {
  package static var ownThread: OwnThread { OwnThread() }
}

private final class ThreadExecutor: TaskExecutor {
  /// A serial queue has a thread beside the shared ones whenever it has work.
  private let queue = DispatchQueue(label: "test")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
