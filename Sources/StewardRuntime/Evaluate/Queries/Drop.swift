internal import StewardValues

/// `drop`: the rows without some fields. A row that has none of them passes as it is.
package final class DropNode: StageNode {
  private let names: Set<String>

  package init(_ site: Site, names: [String]) {
    self.names = Set(names)
    super.init(site)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    .rows(DropStream(try input.rows(site), names, site))
  }

  override func probe(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ rows: RowStream
  ) throws(RunError) -> Output? {
    try open(evaluator, frame, .rows(rows))
  }
}

final class DropStream: StageStream {
  private let names: Set<String>
  private let site: Site
  private var memo = ShapeMemo<Plan>()

  private final class Plan {
    let shape: Shape
    /// The fields that stay.
    let kept: [Int]

    init(_ shape: Shape, keeping kept: [Int]) {
      self.shape = shape
      self.kept = kept
    }
  }

  init(_ input: RowStream, _ names: Set<String>, _ site: Site) {
    self.names = names
    self.site = site
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    var own = demand
    own.fields?.subtract(names)
    super.expect(own)
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else { return nil }
    guard case .record(let record) = row else {
      throw site.error(.type, "`drop` takes records, found \(row.typeName)")
    }
    let plan = memo.plan(for: record.shape, make: plan)
    if plan.shape === record.shape { return row }
    return .record(Record(shape: plan.shape) { record[plan.kept[$0]] })
  }

  private func plan(for shape: Shape) -> Plan {
    let kept = shape.fields.indices.filter { !names.contains(shape.fields[$0].name) }
    if kept.count == shape.fields.count { return Plan(shape, keeping: kept) }
    return Plan(
      Shape(fields: kept.map { shape.fields[$0] }, isOpen: shape.isOpen),
      keeping: kept
    )
  }
}
