internal import StewardValues

extension Command {
  static let takeWhile = Command(
    "take-while",
    "Rows up to the first one for which a condition is false",
    parameters: [
      CommandParameter(
        "condition",
        .positional,
        .closure,
        required: true,
        "Called with each row; gives true or false",
        takesRow: true
      )
    ],
    input: .rows,
    notes: ["The row that ends it is taken from the input and dropped; nothing more is fetched."],
    examples: [CommandExample("[1, 2, 5, 1] | take-while {|n| $n < 3 }", "stops at 5")],
    searchTerms: ["until"],
    output: { $0.rowsType },
    holds: { _ in .nothing },
    validate: { call in
      guard let result = call["condition"]?.closureResult?.unwrapped else { return [] }
      switch result {
      case .bool, .any, .null: return []
      default:
        return [
          ArgumentProblem(
            "condition",
            "E0304",
            "the condition gives \(result), not bool",
            hint: "compare with something: {|r| $r.n < 3 }"
          )
        ]
      }
    },
    run: { call, _ throws(RunError) in
      .rows(TakeWhileStream(try call.rows(), try call.required("condition"), call))
    }
  )
}

/// Ends, and cancels its input, at the first row for which the closure does not give true.
final class TakeWhileStream: StageStream {
  private let condition: Value
  private let evaluator: Evaluator
  private let site: CallSite

  init(_ input: RowStream, _ condition: Value, _ call: Call) {
    self.condition = condition
    evaluator = call.evaluator
    site = call.site
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    super.expect(Demand(rows: demand.rows, firstPage: demand.firstPage))
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else { return nil }
    switch try evaluator.call(condition, row) {
    case .bool(true): return row
    case .bool(false), .null:
      input.cancel()
      return nil
    case let other:
      throw site.error(.type, "the condition gave \(other.typeName), expected true or false")
    }
  }
}
