internal import StewardValues

/// What a stage holds of the rows that it has taken, counted until the stage is gone. Used on one
/// thread.
final class HeldValues {
  private let budget: RunBudget?
  private var bytes = 0
  private var rows = 0
  /// Of them the budget does not know yet.
  private var unsettledBytes = 0
  private var unsettledRows = 0

  /// Counts nothing without a budget, or for a run without limits.
  init(_ budget: RunBudget?) {
    self.budget = budget.flatMap { $0.countsMemory ? $0 : nil }
  }

  deinit { budget?.release(bytes: bytes, rows: rows) }

  /// A row is kept from now on.
  @inline(__always)
  func add(_ row: Value) throws(RunError) {
    guard budget != nil else { return }
    try add(bytes: row.footprint.unleased, rows: 1)
  }

  /// Bytes are kept that are no value yet.
  func add(bytes: Int, rows: Int = 0) throws(RunError) {
    unsettledBytes += bytes
    unsettledRows += rows
    if unsettledBytes >= 1 << 14 || unsettledRows >= 256 { try settle() }
  }

  private func settle() throws(RunError) {
    let (moreBytes, moreRows) = (unsettledBytes, unsettledRows)
    (unsettledBytes, unsettledRows) = (0, 0)
    try budget?.hold(bytes: moreBytes, rows: moreRows)
    bytes += moreBytes
    rows += moreRows
  }

  /// A row that was kept is not any more.
  func remove(_ row: Value) {
    guard budget != nil else { return }
    unsettledBytes -= row.footprint.unleased
    unsettledRows -= 1
  }

  /// The rows that were added as a list, which takes over what is counted.
  func list(of values: ContiguousArray<Value>) throws(RunError) -> Value {
    let list = Value.list(ListBox(values))
    guard let budget else { return list }
    let footprint = list.footprint
    try budget.check(list, footprint)
    guard footprint.unleased >= RunBudget.smallestLease else { return list }
    try settle()
    defer { (bytes, rows) = (0, 0) }
    return list.leased(budget.lease(bytes: bytes, rows: rows))
  }
}
