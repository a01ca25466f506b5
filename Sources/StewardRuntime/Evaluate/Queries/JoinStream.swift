internal import StewardSyntax
internal import StewardValues

/// Left rows with a field that holds a right row: `left`, `inner` and `full`.
final class JoinStream: QueryStream {
  private let node: JoinNode
  private let table: JoinTable
  /// The left row, and the next right row for it.
  private var left: Record
  private var upcoming: Int?
  private var memo = ShapeMemo<RecordExtension?>()
  private var right: ContiguousArray<Value> = [.null]
  /// For `full`: which right rows were given, and afterwards those that were not.
  private var isMatched: [Bool]
  private var unmatched: IndexingIterator<[Int]>?

  init(_ input: RowStream, _ frame: RowFrame, _ node: JoinNode, _ table: JoinTable) {
    self.node = node
    self.table = table
    left = Record(nullsOf: node.leftShape)
    isMatched = node.kind == .full ? Array(repeating: false, count: table.rows.count) : []
    super.init(input, frame, reading: node.fields, node.site)
  }

  deinit { if frame.isStopped { discard(table) } }

  /// But for `inner` every left row gives at least one, so that a bound stays one.
  override func upstream(_ demand: Demand) -> Demand {
    var own = demand
    own.fields = demand.fields.joined(with: fields)
    if node.kind == .inner { own.rows = nil }
    return own
  }

  override func next() throws(RunError) -> Value? {
    while unmatched == nil {
      if let match = upcoming { return try joined(with: match) }
      guard let row = try input.next() else {
        unmatched = isMatched.indices.filter { !isMatched[$0] }.makeIterator()
        left = Record(nullsOf: left.shape)
        frame.warnOfMissingFields()
        break
      }
      try begin(row)
      if upcoming == nil, node.kind != .inner { return try joined(to: .null) }
    }
    guard let index = unmatched?.next() else { return nil }
    return try joined(to: table.rows[index])
  }

  private func begin(_ row: Value) throws(RunError) {
    try step()
    guard case .record(let record) = row else {
      throw site.error(.type, "`join` takes records, found \(row.typeName)")
    }
    left = record
    upcoming = table.first(try value(node.leftKey, on: row))
  }

  private func joined(with match: Int) throws(RunError) -> Value {
    upcoming = table.next(after: match)
    if node.kind == .full { isMatched[match] = true }
    return try joined(to: table.rows[match])
  }

  private func joined(to row: Value) throws(RunError) -> Value {
    let plan = memo.plan(for: left.shape) { shape in
      shape.index(of: node.name) == nil ? RecordExtension(of: shape, by: [node.name]) : nil
    }
    guard let plan else {
      throw site.error(
        .invalid,
        "the rows already have a field `\(node.name)`",
        help: "give the joined rows another name behind `as`"
      )
    }
    right[0] = row
    try step()
    return try made(plan.apply(to: left, right))
  }
}

extension Record {
  /// A record without any value.
  fileprivate init(nullsOf shape: Shape) {
    self.init(shape: shape) { _ in .null }
  }
}
