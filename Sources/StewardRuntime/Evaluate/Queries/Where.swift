internal import StewardValues

/// `where`: the rows for which a condition is true.
package final class WhereNode: QueryNode {
  let condition: Node

  package init(_ site: Site, _ code: RowCode, condition: Node) {
    self.condition = condition
    super.init(site, code)
  }

  override func stream(_ input: RowStream, _ frame: RowFrame) -> RowStream {
    WhereStream(input, frame, self)
  }
}

final class WhereStream: QueryStream {
  private let condition: Node

  init(_ input: RowStream, _ frame: RowFrame, _ node: WhereNode) {
    condition = node.condition
    super.init(input, frame, reading: node.fields, node.site)
  }

  override func upstream(_ demand: Demand) -> Demand { filtering(demand) }

  override func next() throws(RunError) -> Value? {
    while let row = try input.next() {
      try step()
      if try holds(for: row) { return row }
    }
    frame.warnOfMissingFields()
    return nil
  }

  @inline(__always)
  private func holds(for row: Value) throws(RunError) -> Bool {
    do {
      return try frame.condition(condition, row)
    } catch {
      throw site.placed(error)
    }
  }
}
