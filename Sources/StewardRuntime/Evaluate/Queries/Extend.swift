internal import StewardValues

/// `extend`: the rows with more fields. A name that exists is replaced where it stands.
package final class ExtendNode: QueryNode {
  let names: [String]
  let values: [Node]

  /// One value for each name, all of the row as it came; of a name that is there twice the last
  /// counts.
  package init(_ site: Site, _ code: RowCode, names: [String], values: [Node]) {
    self.names = names
    self.values = values
    super.init(site, code)
  }

  override func stream(_ input: RowStream, _ frame: RowFrame) -> RowStream {
    ExtendStream(input, frame, self)
  }
}

final class ExtendStream: QueryStream {
  private let names: [String]
  private let nodes: [Node]
  private var values: ContiguousArray<Value> = []
  private var memo = ShapeMemo<RecordExtension>()

  init(_ input: RowStream, _ frame: RowFrame, _ node: ExtendNode) {
    names = node.names
    nodes = node.values
    super.init(input, frame, reading: node.fields, node.site)
  }

  override func upstream(_ demand: Demand) -> Demand {
    var own = demand
    own.fields?.subtract(names)
    own.fields = own.fields.joined(with: fields)
    return own
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else {
      frame.warnOfMissingFields()
      return nil
    }
    guard case .record(let record) = row else {
      throw site.error(
        .type,
        "`extend` takes records, found \(row.typeName)",
        help: "`_` is the row itself: select value = _"
      )
    }
    try evaluate(nodes, on: row, into: &values)
    let plan = memo.plan(for: record.shape) { RecordExtension(of: $0, by: names) }
    return try made(plan.apply(to: record, values))
  }
}
