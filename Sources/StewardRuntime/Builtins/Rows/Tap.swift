internal import StewardValues

extension Command {
  static let tap = Command(
    "tap",
    "Calls a closure with each row and passes the row on",
    parameters: [
      CommandParameter(
        "body",
        .positional,
        .closure,
        required: true,
        "Called with each row",
        takesRow: true
      )
    ],
    input: .rows,
    examples: [CommandExample("[1, 2] | tap {|n| log $n } | count", "2, and two lines of log")],
    searchTerms: ["tee", "peek", "inspect"],
    output: { $0.rowsType },
    holds: { _ in .nothing },
    run: { call, _ throws(RunError) in
      .rows(TapStream(try call.rows(), try call.required("body"), call.evaluator))
    }
  )
}

/// The same rows, each shown to a closure first.
final class TapStream: StageStream {
  private let body: Value
  private let evaluator: Evaluator

  init(_ input: RowStream, _ body: Value, _ evaluator: Evaluator) {
    self.body = body
    self.evaluator = evaluator
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    // The closure may read any field.
    var own = demand
    own.fields = nil
    super.expect(own)
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else { return nil }
    _ = try evaluator.call(body, row)
    return row
  }
}
