package import StewardValues
internal import Synchronization

/// A list as it was read once: without what the run has changed before or since.
package struct ListSnapshot: Sendable {
  fileprivate let operation: Operation
  fileprivate let arguments: Arguments
  fileprivate let rows: ContiguousArray<Value>
}

extension AdminClient {
  /// Reads all rows of a list, to look at them at several moments of a run.
  package func snapshot(
    of operation: Operation,
    _ arguments: Arguments,
    gate: Gate
  ) async throws(ClientError) -> ListSnapshot {
    let source = PageSource(
      client: self,
      operation,
      arguments,
      demand: PageDemand(drains: true),
      gate: gate,
      laysOver: false
    )
    var rows: ContiguousArray<Value> = []
    while let page = try await source.nextPage() { rows += page.rows }
    return ListSnapshot(operation: operation, arguments: arguments, rows: rows)
  }
}

extension Gate {
  /// The rows as the run's changes leave them by now, without what it has archived.
  package func current(_ list: ListSnapshot) -> ContiguousArray<Value> {
    let page = Page(number: 1, rows: list.rows, isOld: true)
    var added: Set<ObjectKey> = []
    let rows = laidOver(list.rows, Overlay(list.operation, list.arguments, page), &added)
    let archived = state.withLock(\.archived)
    guard !archived.isEmpty, let collection = list.operation.semantics.collection
    else { return rows }
    return rows.filter { row in
      ObjectKey(collection, object: row).map { !archived.contains($0) } ?? true
    }
  }
}
