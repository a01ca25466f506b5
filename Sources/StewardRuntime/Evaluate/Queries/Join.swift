package import StewardSyntax
package import StewardValues

/// `join`: rows brought together with those of another side whose key is equal.
package final class JoinNode: QueryNode {
  let kind: Join.Kind
  let leftKey: Node
  /// The field that holds the right row.
  let name: String
  /// For `full` without any left row: the fields that are null then.
  let leftShape: Shape
  /// The other side; evaluated once, in the outer frame.
  private let right: Node
  private let rightCode: RowCode
  private let rightKey: Node

  package init(
    _ site: Site,
    kind: Join.Kind,
    right: Node,
    rightCode: RowCode,
    rightKey: Node,
    leftCode: RowCode,
    leftKey: Node,
    name: String,
    leftShape: Shape = .empty
  ) {
    self.kind = kind
    self.right = right
    self.rightCode = rightCode
    self.rightKey = rightKey
    self.leftKey = leftKey
    self.name = name
    self.leftShape = leftShape
    super.init(site, leftCode)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    let left = try input.rows(site)
    let leftFrame = code.bind(evaluator, frame)
    switch kind {
    case .semi, .anti:
      let keys = try rightKeys(evaluator, frame)
      return .rows(SemiJoinStream(left, leftFrame, self, keys))
    case .left, .inner, .full:
      let table = try rightTable(evaluator, frame)
      return .rows(JoinStream(left, leftFrame, self, table))
    }
  }

  override func probe(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ rows: RowStream
  ) throws(RunError) -> Output? {
    let leftFrame = code.bind(evaluator, frame)
    switch kind {
    case .semi, .anti:
      return .rows(SemiJoinStream(rows, leftFrame, self, JoinKeys(evaluator.context.budget)))
    case .left, .inner, .full:
      return .rows(JoinStream(rows, leftFrame, self, JoinTable(evaluator.context.budget)))
    }
  }

  private func rightKeys(
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> JoinKeys {
    var keys = JoinKeys(evaluator.context.budget)
    do {
      try takeRight(Demand(fields: rightCode.fields, drains: true), evaluator, frame) {
        (key, _) throws(RunError) in try keys.insert(key)
      }
    } catch {
      discard(keys)
      throw error
    }
    return keys
  }

  private func rightTable(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> JoinTable {
    var table = JoinTable(evaluator.context.budget)
    do {
      try takeRight(.all, evaluator, frame) { (key, row) throws(RunError) in
        try table.append(row, key: key)
      }
    } catch {
      discard(table)
      throw error
    }
    return table
  }

  /// Takes the right side with the key of each row.
  private func takeRight(
    _ demand: Demand,
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ body: (_ key: Value, _ row: Value) throws(RunError) -> Void
  ) throws(RunError) {
    do {
      let output: Output? = try right.open(evaluator, frame, nil)
      let rows = try output.rows(right.site)
      let rightFrame = rightCode.bind(evaluator, frame)
      rows.expect(demand)
      try rows.drain(evaluator) { row throws(RunError) in
        try body(try rightFrame.value(rightKey, row), row)
      }
      rightFrame.warnOfMissingFields()
    } catch {
      throw right.site.placed(error)
    }
  }
}
