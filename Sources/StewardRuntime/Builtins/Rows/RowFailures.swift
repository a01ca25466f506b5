internal import StewardValues

/// What `each` does with a row that fails.
enum RowErrorPolicy: String, CaseIterable {
  case stop, skip, keep

  static let enumeration = Enumeration("a way to handle a failed row", allCases.map(\.rawValue))

  /// Whether an error ends the run of the stage.
  func isEnded(by error: RunError) -> Bool { self == .stop || !error.kind.isCatchable }
}

extension CommandParameter {
  /// `--on-error` of the stages that call a closure with each row.
  static let onError = CommandParameter(
    "on-error",
    .flag,
    .oneOf(RowErrorPolicy.enumeration),
    "What happens when a row fails: end with the error, leave the row out, or give "
      + "{ok: false, error, input} in its place",
    default: "stop"
  )
}

extension CheckedCall {
  /// The rows of a stage that gives what the closure `body` gives.
  var closureRows: DataType {
    guard self["on-error"] == nil else { return .stream(.any) }
    switch self["body"]?.closureResult {
    case .nothing: return .stream(.null)
    case .stream(let element): return .stream(.list(element))
    case .text: return .stream(.string)
    case let result: return .stream(result ?? .any)
    }
  }
}

/// The rows of one stage that failed, handled as its call says.
struct RowFailures {
  let policy: RowErrorPolicy
  private let command: String
  private let context: RunContext
  private var skipped = 0
  private static let shape = Shape(
    fields: [Field("ok", .bool), Field("error", .any), Field("input", .any)])

  init(_ call: Call) {
    policy = call.text("on-error").flatMap { RowErrorPolicy(rawValue: $0) } ?? .stop
    command = call.command.name
    context = call.context
  }

  /// What stands in place of a row that failed; nil if it is left out.
  ///
  /// - Throws: The error itself, where it ends the stage.
  mutating func replacement(of row: Value, _ error: RunError) throws(RunError) -> Value? {
    guard !policy.isEnded(by: error) else { throw error }
    if policy == .keep {
      return .record(Record(shape: RowFailures.shape, values: [false, error.value, row]))
    }
    skipped += 1
    return nil
  }

  /// Says how many rows were left out since it was last said. The run was not done whole then.
  mutating func report() {
    guard skipped > 0, !context.host.isRecording else { return }
    context.remarks.addFailedRows(skipped)
    let rows = skipped == 1 ? "1 row" : "\(skipped) rows"
    context.host.note("\(command): \(rows) failed and left out", .warning)
    skipped = 0
  }
}
