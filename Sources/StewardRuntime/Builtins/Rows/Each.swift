internal import StewardSyntax
internal import StewardValues

extension Command {
  static let each = Command(
    "each",
    "Calls a closure with each row and gives what it gives",
    parameters: [
      CommandParameter(
        "body",
        .positional,
        .closure,
        required: true,
        "Called with each row",
        takesRow: true
      ),
      .onError,
    ],
    input: .rows,
    notes: ["One row at a time, when it is pulled. The number of rows left out is always said."],
    examples: [CommandExample("[1, 2] | each {|n| $n * 10 }", "10 and 20")],
    searchTerms: ["map", "foreach", "loop", "xargs"],
    output: { $0.closureRows },
    holds: { _ in .nothing },
    run: { call, _ throws(RunError) in
      .rows(EachStream(try call.rows(), try call.required("body"), call))
    }
  )
}

/// What a closure gives for each row.
final class EachStream: StageStream {
  private let body: Value
  private let evaluator: Evaluator
  private var failures: RowFailures

  init(_ input: RowStream, _ body: Value, _ call: Call) {
    self.body = body
    evaluator = call.evaluator
    failures = RowFailures(call)
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    let rows = failures.policy == .skip ? nil : demand.rows
    super.expect(Demand(rows: rows, drains: demand.drains, firstPage: demand.firstPage))
  }

  override func next() throws(RunError) -> Value? {
    while let row = try input.next() {
      do {
        return try evaluator.call(body, row)
      } catch {
        if let replacement = try failures.replacement(of: row, error) { return replacement }
      }
    }
    failures.report()
    return nil
  }

  override func cancel() {
    failures.report()
    super.cancel()
  }
}
