internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The rows of a host's sequence on the evaluator's thread. The sequence begins with the first pull.
final class HostRows {
  private let produce: @Sendable (RowBuffer) async -> Void
  private let context: RunContext
  private let command: String
  private let fit: (Value) throws(RunError) -> Value
  private var capacity = RowBuffer.usualCapacity
  private var source: (buffer: RowBuffer, task: Task<Void, Never>)?
  private var page: ContiguousArray<Value> = []
  private var index = 0

  init(
    _ produce: @escaping @Sendable (RowBuffer) async -> Void,
    _ context: RunContext,
    command: String,
    fit: @escaping (Value) throws(RunError) -> Value
  ) {
    self.produce = produce
    self.context = context
    self.command = command
    self.fit = fit
  }

  /// A consumer that fails forgets its rows.
  deinit { stop() }

  /// Errors have the place of the call, wherever its rows are pulled.
  func stream(at call: Call) -> RowStream {
    FunctionStream(
      next: { () throws(RunError) in
        do throws(RunError) {
          return try self.next()
        } catch {
          throw error.at(call.range, in: call.source)
        }
      },
      expect: { demand in
        if let rows = demand.rows { self.capacity = min(rows, RowBuffer.usualCapacity) }
      },
      cancel: { self.stop() }
    )
  }

  private func next() throws(RunError) -> Value? {
    try context.cancellation.check()
    while index == page.count {
      guard let next = try nextPage() else { return nil }
      (page, index) = (next, 0)
    }
    defer { index += 1 }
    return try fit(page[index])
  }

  private func nextPage() throws(RunError) -> ContiguousArray<Value>? {
    let (buffer, _) = started()
    return try context.start(.read) { [command] () async throws(RunError) in
      do {
        return try await buffer.take()
      } catch {
        throw RunError(error, from: command)
      }
    }
    .value()
  }

  private func started() -> (buffer: RowBuffer, task: Task<Void, Never>) {
    if let source { return source }
    let buffer = RowBuffer(capacity: capacity)
    let started = (buffer, Task.detached { [produce] in await produce(buffer) })
    source = started
    return started
  }

  private func stop() {
    source?.task.cancel()
    source?.buffer.end(nil)
  }
}
