internal import StewardValues

extension Command {
  static let reverse = Command(
    "reverse",
    "All rows, the last one first",
    input: .rows,
    notes: ["Holds all rows."],
    examples: [CommandExample("[1, 2, 3] | reverse", "3, 2, 1")],
    output: { $0.rowsType },
    holds: { _ in .rows },
    run: { call, _ throws(RunError) in .rows(ReverseStream(try call.rows(), call.evaluator)) }
  )
}

/// Takes everything at the first pull and gives it from the end.
final class ReverseStream: StageStream {
  private var held: ContiguousArray<Value>?
  private let evaluator: Evaluator
  private let holding: HeldValues

  init(_ input: RowStream, _ evaluator: Evaluator) {
    self.evaluator = evaluator
    holding = HeldValues(evaluator.context.budget)
    super.init(input)
  }

  deinit { if evaluator.context.cancellation.isCancelled { discard(held) } }

  override func expect(_ demand: Demand) {
    super.expect(Demand(fields: demand.fields, drains: true))
  }

  override func next() throws(RunError) -> Value? {
    if held == nil {
      held = []
      while let row = try input.next() {
        try evaluator.step()
        try holding.add(row)
        held?.append(row)
      }
    }
    return held?.popLast()
  }
}
