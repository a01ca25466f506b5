internal import StewardValues
internal import Synchronization

/// What one run has used of its ``Limits``. All evaluators of the run share it.
///
/// Whoever finds that a limit is passed stops the whole run: then nothing is counted any more, and
/// what is left to do (`finally` blocks) is limited by its time.
package final class RunBudget: Sendable {
  package let limits: Limits
  /// Of the whole run.
  private let cancellation: Cancellation
  private let memory = MemoryAccount()
  private let steps = Atomic<Int>(0)
  private let allocated = Atomic<Int>(0)
  private let written = Atomic<Int>(0)
  private let sent: SentRequests
  private let deadline: Alarm?

  /// Whether anything must be known of the values that are made.
  let countsMemory: Bool
  /// Whether ``admitRequest(changing:)`` can ever refuse.
  package let countsRequests: Bool

  /// A budget whose time begins now.
  package init(_ limits: Limits, _ cancellation: Cancellation) {
    self.limits = limits
    self.cancellation = cancellation
    sent = SentRequests()
    countsMemory = limits.boundsMemory
    countsRequests = limits.requests != nil || limits.changes != nil
    deadline = limits.wallTime.map { time in
      Alarm(after: time.nanoseconds) { cancellation.cancel(.exceeded(.wallTime(time))) }
    }
  }

  private init(after first: RunBudget) {
    limits = first.limits
    cancellation = first.cancellation
    sent = first.sent
    countsMemory = first.countsMemory
    countsRequests = first.countsRequests
    deadline = first.deadline
  }

  /// For the second of two passes: it may take as many steps as the first, but time and requests go
  /// on.
  package func forSecondPass() -> RunBudget { RunBudget(after: self) }

  private func stop(_ excess: Excess) -> RunError {
    let error = RunError.exceeded(excess)
    cancellation.cancel(error)
    return error
  }

  // MARK: - Steps

  func take(steps count: Int) throws(RunError) {
    guard let maximum = limits.steps else { return }
    let total = steps.wrappingAdd(count, ordering: .relaxed).newValue
    if total > maximum, !cancellation.isCancelled { throw stop(.steps(maximum)) }
  }

  // MARK: - Memory

  /// A value that the run has just made, accounted for as long as somebody holds it.
  ///
  /// Only large values are accounted for by themselves, small ones with the list or record that holds
  /// them: a variable holds only one.
  func charged(_ value: Value) throws(RunError) -> Value {
    let footprint = value.footprint
    try check(value, footprint)
    // What is leased was made before, and is only handed on.
    try take(allocated: min(value.shallowBytes, footprint.unleased))
    guard footprint.unleased >= RunBudget.smallestLease else { return value }
    let rows = value.rowCount
    try hold(bytes: footprint.unleased, rows: rows)
    return value.leased(Lease(memory, bytes: footprint.unleased, rows: rows))
  }

  static let smallestLease = 4096

  /// Refuses a value of which one text or all of it would be too large, also where it is so only
  /// because it holds the same again and again.
  func check(_ value: Value, _ footprint: Footprint) throws(RunError) {
    if case .string(let box) = value { try check(textOf: box.string.utf8.count) }
    if let maximum = limits.liveBytes, footprint.bytes > maximum { throw stop(.liveBytes(maximum)) }
  }

  /// Refuses a text of so many bytes, or the beginning of one.
  func check(textOf count: Int) throws(RunError) {
    if let maximum = limits.stringBytes, count > maximum { throw stop(.stringBytes(maximum)) }
  }

  /// Refuses a row whose text would certainly be too long, before any of it is made.
  func check(written row: Value) throws(RunError) { try check(textOf: row.footprint.bytes / 4) }

  private func take(allocated bytes: Int) throws(RunError) {
    guard let maximum = limits.allocatedBytes else { return }
    let total = allocated.wrappingAdd(bytes, ordering: .relaxed).newValue
    if total > maximum, !cancellation.isCancelled { throw stop(.allocatedBytes(maximum)) }
  }

  /// Counts what is held from now on, until ``release(bytes:rows:)`` or a lease gives it back.
  func hold(bytes: Int, rows: Int) throws(RunError) {
    memory.add(bytes: bytes, rows: rows)
    if let maximum = limits.liveBytes, memory.bytes > maximum {
      release(bytes: bytes, rows: rows)
      throw stop(.liveBytes(maximum))
    }
    if let maximum = limits.rowsHeld, memory.rows > maximum {
      release(bytes: bytes, rows: rows)
      throw stop(.rowsHeld(maximum))
    }
  }

  func release(bytes: Int, rows: Int) { memory.add(bytes: -bytes, rows: -rows) }

  /// Takes over what is held.
  func lease(bytes: Int, rows: Int) -> Lease { Lease(memory, bytes: bytes, rows: rows) }

  // MARK: - The world

  /// Counts one request, however often it is repeated.
  package func admitRequest(changing: Bool) throws(RunError) {
    let (requests, changes) = sent.add(changing: changing)
    if let maximum = limits.requests, requests > maximum { throw .exceeded(.requests(maximum)) }
    if changing, let maximum = limits.changes, changes > maximum {
      throw .exceeded(.changes(maximum))
    }
  }

  func take(output bytes: Int) throws(RunError) {
    guard let maximum = limits.outputBytes else { return }
    let total = written.wrappingAdd(bytes, ordering: .relaxed).newValue
    if total > maximum { throw stop(.outputBytes(maximum)) }
  }
}

/// What both passes of a run have sent together.
private final class SentRequests: Sendable {
  private let requests = Atomic<Int>(0)
  private let changes = Atomic<Int>(0)

  /// Both numbers with one more.
  func add(changing: Bool) -> (requests: Int, changes: Int) {
    (
      requests.wrappingAdd(1, ordering: .relaxed).newValue,
      changes.wrappingAdd(changing ? 1 : 0, ordering: .relaxed).newValue
    )
  }
}

extension Limits {
  fileprivate var boundsMemory: Bool {
    liveBytes != nil || allocatedBytes != nil || rowsHeld != nil || stringBytes != nil
  }

  /// The longest line of a file: what is made of one takes up to 27 times as much.
  var lineBytes: Int? { liveBytes.map { $0 / 32 } }
}

extension Value {
  /// The elements of a list count as rows.
  fileprivate var rowCount: Int { if case .list(let box) = self { box.values.count } else { 0 } }
}
