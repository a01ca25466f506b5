internal import Synchronization
package import StewardValues

/// What the last line of a prompt gave: `$_`. Of rows that were not taken to their end it has those
/// that were, and fetches the others where they are used.
///
/// Used on the evaluator's thread, as the stream is.
package final class LastResult {
  /// With streams as the lists that they become.
  package let type: DataType
  /// The line that made it.
  package let line: String
  private var known: Value
  private var rows: ContiguousArray<Value> = []
  private var rest: RowStream?
  /// Why the rows are not all there, and never will be.
  private var gap: RunError?
  private let cancellation: Cancellation

  /// A result that is all there.
  package init(_ value: Value, _ type: DataType, of line: String) {
    known = value
    self.type = type.forced
    self.line = line
    cancellation = Cancellation()
  }

  /// Rows of which some were taken.
  ///
  /// - Parameters:
  ///   - rows: Those that were.
  ///   - rest: Gives the others; nil if there are none.
  ///   - type: Of all of them.
  ///   - line: What made them.
  ///   - cancellation: Stops whatever the stream waits for.
  package init(
    _ rows: ContiguousArray<Value>,
    rest: RowStream?,
    _ type: DataType,
    of line: String,
    _ cancellation: Cancellation
  ) {
    known = rest == nil ? .list(ListBox(rows)) : .null
    self.rows = rows
    self.rest = rest
    self.type = .list(type.unwrapped.element ?? .any)
    self.line = line
    self.cancellation = cancellation
  }

  /// All of it; nil while rows are still to be fetched, or could not be.
  package var value: Value? { rest == nil && gap == nil ? known : nil }

  /// As much of it as is there.
  package var seen: Value { rest == nil ? known : .list(ListBox(rows)) }

  /// Rows that are there; nil for what has none.
  package var count: Int? { rest == nil ? known.list?.count : rows.count }

  /// A row that may have to be fetched; nil behind the last one.
  fileprivate func row(_ index: Int, _ evaluator: Evaluator) throws(RunError) -> Value? {
    if index < rows.count { return rows[index] }
    // Some of the rows must not pass for all of them.
    if let gap { throw gap }
    guard let rest else { return nil }
    do throws(RunError) {
      guard let row = try pull(rest, evaluator) else {
        end()
        return nil
      }
      rows.append(row)
      return row
    } catch {
      end()
      gap = Self.gap(behind: rows.count, error)
      throw error
    }
  }

  fileprivate func all(_ evaluator: Evaluator) throws(RunError) -> Value {
    var index = rows.count
    while try row(index, evaluator) != nil {
      try evaluator.step()
      index += 1
    }
    return known
  }

  private static func gap(behind count: Int, _ error: RunError) -> RunError {
    RunError(
      // This run is not the one that was cancelled.
      error.kind == .cancelled ? .invalid : error.kind,
      "`$_` has only its first \(count) rows: the rest could not be fetched (\(error.message))",
      help: "`$_ | first \(count)` gives those; for all of them run the line again that made it"
    )
  }

  private func end() {
    rest = nil
    known = .list(ListBox(rows))
  }

  /// The source waits as its own run would: what stops the run that uses it must stop it too.
  private func pull(_ rest: RowStream, _ evaluator: Evaluator) throws(RunError) -> Value? {
    let waker = evaluator.context.cancellation.onCancel { [cancellation] in cancellation.cancel($0)
    }
    defer { evaluator.context.cancellation.forget(waker) }
    return try rest.next()
  }
}

/// `$_`, while not all of its rows are there.
final class LastResultNode: Node {
  private let result: LastResult

  init(_ site: Site, _ result: LastResult) {
    self.result = result
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    try result.all(evaluator)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    var index = 0
    return .rows(
      FunctionStream(
        next: { [result] () throws(RunError) in
          defer { index += 1 }
          return try result.row(index, evaluator)
        }
      )
    )
  }
}
