package import StewardValues

/// Rows from a function, for other modules: they cannot subclass ``RowStream``.
package final class FunctionStream: RowStream {
  private let pull: () throws(RunError) -> Value?
  private let promise: (Demand) -> Void
  private let filter: ([FieldMatch]) -> Void
  private let stop: () -> Void
  private let told: () -> RowExtent

  /// - Parameters:
  ///   - next: Gives the next row, or nil at the end.
  ///   - expect: Hears once, before the first row, what the consumer will take.
  ///   - narrow: Hears, before the first row, which rows the consumer will drop.
  ///   - cancel: Hears that no more rows will be taken.
  ///   - extent: Says behind the last row how much of what there is was given.
  package init(
    next: @escaping () throws(RunError) -> Value?,
    expect: @escaping (Demand) -> Void = { _ in },
    narrow: @escaping ([FieldMatch]) -> Void = { _ in },
    cancel: @escaping () -> Void = {},
    extent: @escaping () -> RowExtent = { .unknown }
  ) {
    pull = next
    promise = expect
    filter = narrow
    stop = cancel
    told = extent
  }

  package override func next() throws(RunError) -> Value? { try pull() }
  package override func expect(_ demand: Demand) { promise(demand) }
  package override func narrow(to matches: [FieldMatch]) { filter(matches) }
  package override func cancel() { stop() }
  package override var extent: RowExtent { told() }
}
