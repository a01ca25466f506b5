package import StewardValues

/// `select`: a record of the given values for each row.
package final class SelectNode: QueryNode {
  let shape: Shape
  let values: [Node]

  /// One value for each field of the shape, which all records share.
  package init(_ site: Site, _ code: RowCode, shape: Shape, values: [Node]) {
    self.shape = shape
    self.values = values
    super.init(site, code)
  }

  override func stream(_ input: RowStream, _ frame: RowFrame) -> RowStream {
    SelectStream(input, frame, self)
  }
}

final class SelectStream: QueryStream {
  private let shape: Shape
  private let nodes: [Node]
  private var values: ContiguousArray<Value> = []

  init(_ input: RowStream, _ frame: RowFrame, _ node: SelectNode) {
    shape = node.shape
    nodes = node.values
    super.init(input, frame, reading: node.fields, node.site)
  }

  override func upstream(_ demand: Demand) -> Demand {
    var own = demand
    own.fields = fields
    return own
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else {
      frame.warnOfMissingFields()
      return nil
    }
    try evaluate(nodes, on: row, into: &values)
    return try made(Record(shape: shape, values: values))
  }
}
