internal import Synchronization

/// What all threads of a run have to say together: remarks that are made once, and how many rows
/// were given up.
package final class Remarks: Sendable {
  private struct State {
    var made: Set<String> = []
    var failedRows = 0
  }
  private let state = Mutex(State())

  package init() {}

  /// True the first time that it is asked for a remark.
  func isNew(_ remark: String) -> Bool { state.withLock { $0.made.insert(remark).inserted } }

  /// Counts rows that a stage left out because something failed for them.
  func addFailedRows(_ count: Int) { state.withLock { $0.failedRows += count } }

  /// Rows that were left out so far.
  package var failedRows: Int { state.withLock(\.failedRows) }
}
