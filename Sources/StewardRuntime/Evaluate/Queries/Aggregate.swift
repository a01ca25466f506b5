package import StewardValues

/// `agg`: one record over all rows, also over none.
package final class AggregateRowsNode: QueryNode {
  private let aggregates: [AggregateCode]
  private let outputs: [Node]
  private let shape: Shape

  /// The outputs are expressions over the slots of the aggregates, one for each field of the shape.
  package init(
    _ site: Site,
    _ code: RowCode,
    aggregates: [AggregateCode],
    outputs: [Node],
    shape: Shape
  ) {
    self.aggregates = aggregates
    self.outputs = outputs
    self.shape = shape
    super.init(site, code)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    let rowFrame = try aggregate(aggregates, try input.rows(site), evaluator, frame)
    var values: ContiguousArray<Value> = []
    do {
      try rowFrame.evaluate(outputs, on: .null, into: &values)
    } catch {
      throw site.placed(error)
    }
    return .value(.record(Record(shape: shape, values: values)))
  }
}

/// The stages `sum`, `avg`, `min` and `max`: one value over all rows.
package final class SingleAggregateNode: QueryNode {
  private let aggregate: AggregateCode

  /// Without an argument the aggregate takes the rows themselves.
  package init(_ site: Site, _ code: RowCode, _ aggregate: AggregateCode) {
    self.aggregate = aggregate
    super.init(site, code)
  }

  override var fields: Set<String>? { aggregate.argument == nil ? nil : code.fields }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    let rowFrame = try aggregate([aggregate], try input.rows(site), evaluator, frame)
    return .value(rowFrame.slots[aggregate.slot])
  }
}

extension QueryNode {
  /// Takes all rows and gives the frame with the aggregates in their slots.
  fileprivate func aggregate(
    _ codes: [AggregateCode],
    _ rows: RowStream,
    _ evaluator: Evaluator,
    _ outer: Frame
  ) throws(RunError) -> RowFrame {
    let frame = code.bind(evaluator, outer)
    let aggregation = try Aggregation(codes, frame, site)
    aggregation.addSet()
    rows.expect(Demand(fields: fields, drains: true))
    try rows.drain(evaluator) { row throws(RunError) in
      frame.take(row)
      try aggregation.addRow(toSet: 0)
    }
    frame.warnOfMissingFields()
    try aggregation.fill(fromSet: 0)
    return frame
  }
}
