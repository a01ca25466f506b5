internal import StewardRuntime

/// A run under way.
public final class Run: Sendable {
  /// What happens in it, in order, to its end. One task may go through them; nothing waits for it.
  public let events: AsyncStream<RunEvent>
  private let process: RunProcess

  init(_ process: RunProcess, events: AsyncStream<RunEvent>, onEnd: @escaping @Sendable () -> Void)
  {
    self.process = process
    self.events = events
    Task.detached {
      _ = await process.result
      onEnd()
    }
  }

  /// Stops it. What was sent and may change something has 5 seconds to be answered, and `finally`
  /// blocks run; the reason stands in the report's error. Of several the first counts.
  public func cancel(_ reason: String = "the host stopped it") { process.cancel(reason) }

  /// What it wrote, gave and did, once it has ended; also where it failed.
  public var result: RunReport { get async { await process.result } }
}

/// The task that waits for the thread of a run.
struct RunProcess: Sendable {
  private let cancellation: Cancellation
  private let task: Task<RunReport, Never>

  init(_ cancellation: Cancellation, _ work: @escaping @Sendable () -> RunReport) {
    self.cancellation = cancellation
    // Of no actor: whoever starts it may go on at once.
    task = Task.detached { await EvaluatorThread.run(work) }
  }

  var result: RunReport { get async { await task.value } }

  /// The result for a caller whose own task is the run's.
  func resultOfTask() async -> RunReport {
    await withTaskCancellationHandler {
      await result
    } onCancel: {
      cancel("its task was cancelled")
    }
  }

  func cancel(_ reason: String) {
    cancellation.cancel(RunError(.cancelled, "cancelled: \(reason)"))
  }
}
