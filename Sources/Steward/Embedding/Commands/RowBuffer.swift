internal import StewardValues
internal import Synchronization

/// Rows on their way from a host's sequence to the evaluator: the sequence is not asked for more
/// while it is full, and all that is there is taken at once.
final class RowBuffer: Sendable {
  private struct State {
    var rows: ContiguousArray<Value> = []
    var isOver = false
    var error: (any Error)?
    var producer: CheckedContinuation<Void, Never>?
    var consumer: CheckedContinuation<Void, Never>?

    mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
      defer { (producer, consumer) = (nil, nil) }
      return [producer, consumer].compactMap(\.self)
    }
  }
  private let state = Mutex(State())
  private let capacity: Int

  /// As many as are asked for ahead; more would be made in vain where a script takes a few.
  static let usualCapacity = 64

  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// Adds a row, and waits while there are enough.
  ///
  /// - Returns: False if nobody takes rows any more.
  func put(_ row: Value) async -> Bool {
    let consumer = state.withLock { state in
      if !state.isOver { state.rows.append(row) }
      defer { state.consumer = nil }
      return state.consumer
    }
    consumer?.resume()
    await wait(\.producer) { [capacity] state in state.rows.count < capacity || state.isOver }
    return state.withLock { !$0.isOver }
  }

  /// All rows that are there, once there is one; nil at the end.
  func take() async throws -> ContiguousArray<Value>? {
    await wait(\.consumer) { state in !state.rows.isEmpty || state.isOver }
    let (rows, error, producer) = state.withLock { state in
      defer { (state.rows, state.producer) = ([], nil) }
      return (state.rows, state.error, state.producer)
    }
    producer?.resume()
    if rows.isEmpty, let error { throw error }
    return rows.isEmpty ? nil : rows
  }

  /// No more rows will come, or be taken.
  func end(_ error: (any Error)?) {
    let waiting = state.withLock { state in
      guard !state.isOver else { return [CheckedContinuation<Void, Never>]() }
      state.isOver = true
      state.error = error
      return state.takeWaiting()
    }
    for continuation in waiting { continuation.resume() }
  }

  private func wait(
    _ place: any WritableKeyPath<State, CheckedContinuation<Void, Never>?> & Sendable,
    until isReady: @escaping @Sendable (State) -> Bool
  ) async {
    guard !state.withLock({ isReady($0) }) else { return }
    await withCheckedContinuation { continuation in
      let goesOn = state.withLock { state in
        guard !isReady(state) else { return true }
        state[keyPath: place] = continuation
        return false
      }
      if goesOn { continuation.resume() }
    }
  }
}
