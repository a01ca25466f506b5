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
      CommandParameter(
        "on-error",
        .flag,
        .oneOf(RowErrorPolicy.enumeration),
        "What happens when a row fails: end with the error, leave the row out, or give "
          + "{ok: false, error, input} in its place",
        default: "stop"
      ),
    ],
    input: .rows,
    notes: ["One row at a time, when it is pulled. The number of rows left out is always said."],
    examples: [CommandExample("[1, 2] | each {|n| $n * 10 }", "10 and 20")],
    searchTerms: ["map", "foreach", "loop", "xargs"],
    output: { call in
      guard call["on-error"] == nil else { return .stream(.any) }
      switch call["body"]?.closureResult {
      case .nothing: return .stream(.null)
      case .stream(let element): return .stream(.list(element))
      case .text: return .stream(.string)
      case let result: return .stream(result ?? .any)
      }
    },
    run: { call, _ throws(RunError) in
      let word = call.text("on-error") ?? RowErrorPolicy.stop.rawValue
      return .rows(
        EachStream(
          try call.rows(),
          try call.required("body"),
          RowErrorPolicy(rawValue: word) ?? .stop,
          call
        )
      )
    }
  )
}

/// What `each` does with a row that fails.
enum RowErrorPolicy: String, CaseIterable {
  case stop, skip, keep

  static let enumeration = Enumeration("a way to handle a failed row", allCases.map(\.rawValue))
}

/// What a closure gives for each row.
final class EachStream: StageStream {
  private let body: Value
  private let policy: RowErrorPolicy
  private let evaluator: Evaluator
  private var skipped = 0
  private static let failure = Shape(
    fields: [Field("ok", .bool), Field("error", .any), Field("input", .any)])

  init(_ input: RowStream, _ body: Value, _ policy: RowErrorPolicy, _ call: Call) {
    self.body = body
    self.policy = policy
    evaluator = call.evaluator
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    let rows = policy == .skip ? nil : demand.rows
    super.expect(Demand(rows: rows, drains: demand.drains, firstPage: demand.firstPage))
  }

  override func next() throws(RunError) -> Value? {
    while let row = try input.next() {
      do {
        return try evaluator.call(body, row)
      } catch {
        guard policy != .stop, error.kind.isCatchable else { throw error }
        if policy == .keep {
          return .record(Record(shape: EachStream.failure, values: [false, error.value, row]))
        }
        skipped += 1
      }
    }
    reportSkipped()
    return nil
  }

  override func cancel() {
    reportSkipped()
    super.cancel()
  }

  private func reportSkipped() {
    guard skipped > 0, !evaluator.context.host.isRecording else { return }
    let rows = skipped == 1 ? "1 row" : "\(skipped) rows"
    evaluator.context.host.note("each: \(rows) failed and left out", .warning)
    skipped = 0
  }
}
