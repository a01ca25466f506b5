package import StewardValues

/// `group`: one record for each different key, in the order in which the keys appeared.
package final class GroupNode: QueryNode {
  let keys: [Node]
  /// Where the outputs find the keys, one for each.
  let keySlots: [Int]
  let aggregates: [AggregateCode]
  let outputs: [Node]
  let shape: Shape

  /// The outputs are expressions over the slots of keys and aggregates. The shape has the fields of
  /// the records that it gives: the keys, then the outputs.
  package init(
    _ site: Site,
    _ code: RowCode,
    keys: [Node],
    keySlots: [Int],
    aggregates: [AggregateCode],
    outputs: [Node],
    shape: Shape
  ) {
    self.keys = keys
    self.keySlots = keySlots
    self.aggregates = aggregates
    self.outputs = outputs
    self.shape = shape
    super.init(site, code)
  }

  override func stream(_ input: RowStream, _ frame: RowFrame) -> RowStream {
    GroupStream(input, frame, self)
  }
}

/// Takes everything at the first pull; holds keys and accumulators, no rows.
final class GroupStream: DrainingQueryStream {
  private let node: GroupNode
  private var groups: (keys: KeyNumbers, aggregation: Aggregation)?
  private var delivered = 0
  private lazy var holding = HeldValues(frame.evaluator.context.budget)

  init(_ input: RowStream, _ frame: RowFrame, _ node: GroupNode) {
    self.node = node
    super.init(input, frame, reading: node.fields, node.site)
  }

  deinit { if frame.isStopped { discard(groups) } }

  override func next() throws(RunError) -> Value? {
    if groups == nil { groups = try collected() }
    guard let groups, delivered < groups.keys.count else { return nil }
    defer { delivered += 1 }
    try step()
    return try made(try record(of: delivered, groups.keys, groups.aggregation))
  }

  private func collected() throws(RunError) -> (KeyNumbers, Aggregation) {
    var keys = KeyNumbers(width: node.keys.count)
    let aggregation = try Aggregation(node.aggregates, frame, site)
    var key: ContiguousArray<Value> = []
    do {
      try drain { row throws(RunError) in
        try evaluate(node.keys, on: row, into: &key)
        let (group, isNew) = keys.number(of: key)
        if isNew {
          aggregation.addSet()
          try holding.add(bytes: key.footprint, rows: 1)
        }
        try aggregation.addRow(toSet: group)
      }
    } catch {
      discard((keys, aggregation))
      throw error
    }
    return (keys, aggregation)
  }

  private func record(
    of group: Int,
    _ keys: KeyNumbers,
    _ aggregation: Aggregation
  ) throws(RunError) -> Record {
    let key = keys.key(group)
    for (slot, value) in zip(node.keySlots, key) { frame.slots[slot] = value }
    try aggregation.fill(fromSet: group)
    var outputs: ContiguousArray<Value> = []
    try evaluate(node.outputs, on: .null, into: &outputs)
    return Record(shape: node.shape, values: key + outputs)
  }
}

extension ContiguousArray<Value> {
  /// Bytes of the values of a key, and of the accumulators of its group.
  fileprivate var footprint: Int { reduce(256) { $0 + $1.footprint.unleased } }
}
