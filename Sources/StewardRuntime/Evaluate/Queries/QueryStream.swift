internal import StewardValues

/// A query stage at run time: it evaluates expressions on the rows that it takes.
class QueryStream: StageStream {
  let frame: RowFrame
  /// The fields that its expressions read; nil if they may read any.
  let fields: Set<String>?
  let site: Site

  init(_ input: RowStream, _ frame: RowFrame, reading fields: Set<String>?, _ site: Site) {
    self.frame = frame
    self.fields = fields
    self.site = site
    super.init(input)
  }

  /// What it takes if its consumer takes `demand`.
  func upstream(_ demand: Demand) -> Demand { demand }

  override final func expect(_ demand: Demand) { input.expect(upstream(demand)) }

  /// What a stage takes that leaves rows out: nobody knows how many it needs for so many that it
  /// gives.
  final func filtering(_ demand: Demand) -> Demand {
    Demand(
      fields: demand.fields.joined(with: fields),
      drains: demand.drains,
      firstPage: demand.firstPage
    )
  }

  final func value(_ node: Node, on row: Value) throws(RunError) -> Value {
    do {
      return try frame.value(node, row)
    } catch {
      throw site.placed(error)
    }
  }

  /// A row that the stage has made, accounted for.
  @inline(__always)
  final func made(_ record: Record) throws(RunError) -> Value {
    do { return try frame.evaluator.charged(.record(record)) } catch { throw site.placed(error) }
  }

  /// Counts one row.
  @inline(__always)
  final func step() throws(RunError) {
    do { try frame.evaluator.step() } catch { throw site.placed(error) }
  }

  /// Replaces what is in `values` by the values of `nodes` for a row.
  @inline(__always)
  final func evaluate(
    _ nodes: [Node],
    on row: Value,
    into values: inout ContiguousArray<Value>
  ) throws(RunError) {
    do {
      try frame.evaluate(nodes, on: row, into: &values)
    } catch {
      throw site.placed(error)
    }
  }
}

/// A query stage that takes all rows before it gives the first one.
class DrainingQueryStream: QueryStream {
  private var hasExpected = false

  override final func upstream(_ demand: Demand) -> Demand {
    hasExpected = true
    return Demand(fields: taken(for: demand), drains: true)
  }

  /// The fields that it takes if its consumer takes `demand`; nil for all.
  func taken(for demand: Demand) -> Set<String>? { fields }

  /// Takes every row.
  final func drain(_ body: (Value) throws(RunError) -> Void) throws(RunError) {
    // Also where the consumer promises nothing, the input must know that everything is taken.
    if !hasExpected { expect(Demand()) }
    try input.drain(frame.evaluator, body)
    frame.warnOfMissingFields()
  }
}

extension RowStream {
  /// Takes every row, until the run is to stop.
  func drain(
    _ evaluator: Evaluator,
    _ body: (Value) throws(RunError) -> Void
  ) throws(RunError) {
    while let row = try next() {
      try evaluator.step()
      try body(row)
    }
  }
}

extension Set<String>? {
  /// The fields of both; nil, which is all of them, if either is.
  func joined(with other: Set<String>?) -> Set<String>? {
    guard let self, let other else { return nil }
    return self.union(other)
  }
}
