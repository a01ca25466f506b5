internal import StewardValues

extension Command {
  static let last = Command(
    "last",
    "The last row, or the last rows",
    parameters: [
      CommandParameter(
        "count",
        .positional,
        .int,
        "How many rows; without it one record, or null if there is none"
      )
    ],
    input: .rows,
    notes: ["All rows are taken to find the last ones, and the last ones are held."],
    examples: [
      CommandExample("[3, 1, 2] | last", "one value"),
      CommandExample("[3, 1, 2] | last 2", "a list of at most two"),
    ],
    searchTerms: ["tail"],
    output: { $0["count"] == nil ? $0.row.orNull : $0.rowsType },
    holds: { _ in .window },
    validate: { $0.senselessCount("count") },
    run: { call, _ throws(RunError) in
      let rows = try call.rows()
      if let count = try call.rowCount("count") {
        return .rows(LastStream(rows, count, call.evaluator))
      }
      rows.expect(.all)
      var last = Value.null
      while let row = try rows.next() {
        try call.evaluator.step()
        last = row
      }
      return .value(last)
    }
  )
}

/// The last rows, in their order. Only they are held.
final class LastStream: StageStream {
  private let count: Int
  private var held: ContiguousArray<Value>?
  private var start = 0
  private var delivered = 0

  private let evaluator: Evaluator
  private let holding: HeldValues

  init(_ input: RowStream, _ count: Int, _ evaluator: Evaluator) {
    self.count = count
    self.evaluator = evaluator
    holding = HeldValues(evaluator.context.budget)
    super.init(input)
  }

  /// Whoever leaves rows out by their number has not asked for all.
  override var extent: RowExtent { input.extent == .all ? .unknown : input.extent }

  override func expect(_ demand: Demand) {
    super.expect(Demand(fields: demand.fields, drains: true))
  }

  override func next() throws(RunError) -> Value? {
    if held == nil { held = try takeAll() }
    guard let held, delivered < held.count else { return nil }
    defer { delivered += 1 }
    return held[(start + delivered) % held.count]
  }

  /// Keeps a ring of the last rows; `start` is its oldest.
  private func takeAll() throws(RunError) -> ContiguousArray<Value> {
    var ring: ContiguousArray<Value> = []
    while let row = try input.next() {
      try evaluator.step()
      if ring.count < count {
        try holding.add(row)
        ring.append(row)
      } else if count > 0 {
        holding.remove(ring[start])
        try holding.add(row)
        ring[start] = row
        start = (start + 1) % count
      }
    }
    return ring
  }
}
