internal import StewardValues

/// `where`: the rows for which a condition is true.
package final class WhereNode: QueryNode {
  let condition: Node
  private let requirements: Requirements

  package init(_ site: Site, _ code: RowCode, condition: Node) {
    self.condition = condition
    requirements = Requirements(of: condition)
    super.init(site, code)
  }

  override func stream(_ input: RowStream, _ frame: RowFrame) -> RowStream {
    let (matches, isHarmless) = requirements.matches(frame)
    if !matches.isEmpty { input.narrow(to: matches) }
    return WhereStream(input, frame, self, passesMatchesOn: isHarmless)
  }
}

final class WhereStream: QueryStream {
  private let condition: Node
  private let passesMatchesOn: Bool

  init(_ input: RowStream, _ frame: RowFrame, _ node: WhereNode, passesMatchesOn: Bool) {
    condition = node.condition
    self.passesMatchesOn = passesMatchesOn
    super.init(input, frame, reading: node.fields, node.site)
  }

  override func upstream(_ demand: Demand) -> Demand { filtering(demand) }

  override func narrow(to matches: [FieldMatch]) {
    if passesMatchesOn { input.narrow(to: matches) }
  }

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
