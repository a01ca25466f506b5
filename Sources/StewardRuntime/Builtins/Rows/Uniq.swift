internal import StewardValues

extension Command {
  static let uniq = Command(
    "uniq",
    "Rows without repetitions; the first of each is kept",
    parameters: [
      CommandParameter(
        "field",
        .positional,
        .string,
        "Compare only this field; otherwise the whole row",
        meaning: .field
      )
    ],
    input: .rows,
    notes: ["Holds one key for each different row."],
    examples: [
      CommandExample("[1, 2, 1] | uniq", "1 and 2"),
      CommandExample(#"[{a: 1, b: "x"}, {a: 1, b: "y"}] | uniq a"#, "the first row"),
    ],
    searchTerms: ["distinct", "unique", "dedup"],
    output: { $0.rowsType },
    holds: { _ in .keys },
    validate: { $0.unknownField("field") },
    run: { call, _ throws(RunError) in
      .rows(UniqStream(try call.rows(), field: call.text("field"), call))
    }
  )
}

/// Rows whose key was not there before.
final class UniqStream: StageStream {
  private let field: String?
  private let site: CallSite
  private var seen: Set<ValueKey> = []
  private let evaluator: Evaluator
  private let holding: HeldValues

  init(_ input: RowStream, field: String?, _ call: Call) {
    self.field = field
    site = call.site
    evaluator = call.evaluator
    holding = HeldValues(call.context.budget)
    super.init(input)
  }

  deinit { if evaluator.context.cancellation.isCancelled { discard(seen) } }

  override func expect(_ demand: Demand) { super.expect(Demand(drains: demand.drains)) }

  override func next() throws(RunError) -> Value? {
    while let row = try input.next() {
      try evaluator.step()
      let key = try key(of: row)
      try evaluator.step(through: key)
      guard seen.insert(ValueKey(key)).inserted else { continue }
      try holding.add(key)
      return row
    }
    return nil
  }

  private func key(of row: Value) throws(RunError) -> Value {
    guard let field else { return row }
    guard case .record(let record) = row else {
      throw site.error(.type, "no field `\(field)`: the row is \(row.typeName)")
    }
    return record[field] ?? .null
  }
}
