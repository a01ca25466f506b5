internal import StewardValues

/// `sort`: all rows in order. Rows with equal keys stay as they came; null comes last either way.
package final class SortNode: QueryNode {
  package typealias Key = (value: Node, descending: Bool)
  let keys: [Key]
  private let isByRow: Bool

  /// The first key decides, the next where it does not; without keys the row itself.
  package init(_ site: Site, _ code: RowCode, keys: [Key]) {
    isByRow = keys.isEmpty
    self.keys = isByRow ? [(SlotNode(site, 0), false)] : keys
    super.init(site, code)
  }

  override var fields: Set<String>? { isByRow ? nil : code.fields }

  override func stream(_ input: RowStream, _ frame: RowFrame) -> RowStream {
    SortStream(input, frame, self)
  }
}

final class SortStream: DrainingQueryStream {
  private let keys: [SortNode.Key]
  /// The first row at the end.
  private var held: ContiguousArray<Value>?
  private let holding: HeldValues

  init(_ input: RowStream, _ frame: RowFrame, _ node: SortNode) {
    keys = node.keys
    holding = HeldValues(frame.evaluator.context.budget)
    super.init(input, frame, reading: node.fields, node.site)
  }

  deinit { if frame.isStopped { discard(held) } }

  override func taken(for demand: Demand) -> Set<String>? { demand.fields.joined(with: fields) }

  override func next() throws(RunError) -> Value? {
    if held == nil { held = try sorted() }
    return held?.popLast()
  }

  private func sorted() throws(RunError) -> ContiguousArray<Value> {
    var rows: ContiguousArray<Value> = []
    var order = SortOrder(descending: keys.map(\.descending))
    do {
      try drain { row throws(RunError) in
        try add(row, to: &order)
        try holding.add(row)
        rows.append(row)
      }
      try checkOrder(order)
      let indices = try order.indices(frame.evaluator.context.cancellation)
      return ContiguousArray(indices.reversed().lazy.map { rows[$0] })
    } catch {
      discard((rows, order))
      throw error
    }
  }

  private func checkOrder(_ order: SortOrder) throws(RunError) {
    for (column, key) in keys.enumerated() {
      guard let (first, other) = order.clash(inColumn: column) else { continue }
      throw key.value.site.placed(unordered(first, other))
    }
  }

  private func add(_ row: Value, to order: inout SortOrder) throws(RunError) {
    frame.take(row)
    do {
      for (key, _) in keys { order.append(try frame.value(key)) }
    } catch {
      throw site.placed(error)
    }
  }

  private func unordered(_ first: Value, _ other: Value) -> RunError {
    if case .record = first, case .record = other {
      return RunError(.type, "records have no order", help: "name a field: sort name")
    }
    return Operations.unordered("sort", first, other)
  }
}
