internal import StewardValues

extension Command {
  static let chunk = Command(
    "chunk",
    "Lists of so many rows each; the last one may be shorter",
    parameters: [
      CommandParameter("size", .positional, .int, required: true, "How many rows a list has")
    ],
    input: .rows,
    examples: [CommandExample("1..5 | chunk 2", "[1, 2], [3, 4] and [5]")],
    searchTerms: ["batch", "window", "group", "split"],
    output: { .stream(.list($0.row)) },
    holds: { _ in .window },
    validate: { $0.senselessCount("size") },
    run: { call, _ throws(RunError) in
      let size = try call.rowCount("size") ?? 1
      guard size > 0 else {
        throw call.site.error(.invalid, "`chunk` takes a size of at least 1, not \(size)")
      }
      return .rows(ChunkStream(try call.rows(), size, call.evaluator))
    }
  )
}

/// Collects rows until a list is full.
final class ChunkStream: StageStream {
  private let size: Int
  private let evaluator: Evaluator

  init(_ input: RowStream, _ size: Int, _ evaluator: Evaluator) {
    self.size = size
    self.evaluator = evaluator
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    let rows = demand.rows.flatMap { lists in
      let (product, overflow) = lists.multipliedReportingOverflow(by: size)
      return overflow ? nil : product
    }
    super.expect(Demand(rows: rows, drains: demand.drains))
  }

  override func next() throws(RunError) -> Value? {
    let holding = HeldValues(evaluator.context.budget)
    var rows: ContiguousArray<Value> = []
    while rows.count < size, let row = try input.next() {
      try evaluator.step()
      try holding.add(row)
      rows.append(row)
    }
    return rows.isEmpty ? nil : try holding.list(of: rows)
  }
}
