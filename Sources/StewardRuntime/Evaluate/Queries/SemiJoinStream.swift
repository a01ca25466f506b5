internal import StewardSyntax
internal import StewardValues

/// The left rows that have a match, or those that have none: `semi` and `anti`.
final class SemiJoinStream: QueryStream {
  private let leftKey: Node
  private let keys: Set<ValueKey>
  private let holding: HeldValues
  private let wantsMatch: Bool

  init(_ input: RowStream, _ frame: RowFrame, _ node: JoinNode, _ keys: JoinKeys) {
    leftKey = node.leftKey
    wantsMatch = node.kind == .semi
    self.keys = keys.keys
    holding = keys.holding
    super.init(input, frame, reading: node.fields, node.site)
  }

  deinit { if frame.isStopped { discard(keys) } }

  override func upstream(_ demand: Demand) -> Demand { filtering(demand) }

  override func next() throws(RunError) -> Value? {
    while let row = try input.next() {
      try step()
      let key = try value(leftKey, on: row)
      // Null is not in the set, so that it has no match.
      if keys.contains(ValueKey(key)) == wantsMatch { return row }
    }
    frame.warnOfMissingFields()
    return nil
  }
}
