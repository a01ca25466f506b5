package import StewardSyntax
internal import StewardValues

/// Where a node comes from, so that every error has a place.
package struct Site {
  let range: SourceRange
  let unit: SourceUnit

  package init(range: SourceRange, unit: SourceUnit) {
    self.range = range
    self.unit = unit
  }

  /// An error of this place.
  func error(_ kind: ErrorKind, _ message: String, help: String? = nil) -> RunError {
    RunError(kind, message, help: help).at(range, in: unit.text)
  }

  /// Gives an error this place unless it has one.
  func placed(_ error: RunError) -> RunError { error.at(range, in: unit.text) }
}

/// A source text shared by all nodes made from it.
package final class SourceUnit: Sendable {
  let text: SourceText
  package init(_ text: SourceText) { self.text = text }
}

/// An expression or stage, resolved and typed: the checker's static type chose its class.
package class Node {
  let site: Site
  init(_ site: Site) { self.site = site }

  /// The value, with streams collected.
  func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value { .null }

  /// The value of what the checker knows to be an integer.
  func integer(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Int {
    let value = try evaluate(evaluator, frame)
    guard case .int(let int) = value else { throw mismatch(value, "int") }
    return int
  }

  /// The truth of a condition. Unknown (a comparison with null) is false.
  func condition(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Bool {
    switch try evaluate(evaluator, frame) {
    case .bool(let bool): return bool
    case .null: return false
    case let value: throw mismatch(value, "bool")
    }
  }

  /// What a stage gives to the next one; a plain expression gives its value.
  func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    .value(try evaluate(evaluator, frame))
  }

  /// The stage on rows that are none, on which it says what it would take; nil for a stage that
  /// would do something, or of which nobody knows.
  func probe(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ rows: RowStream
  ) throws(RunError) -> Output? { nil }

  /// A text, list or record that this node has made, accounted for.
  @inline(__always)
  final func accounted(_ value: Value, _ evaluator: Evaluator) throws(RunError) -> Value {
    do { return try evaluator.charged(value) } catch { throw site.placed(error) }
  }

  /// Counts work on a value that may be large.
  @inline(__always)
  final func accountedStep(over value: Value, _ evaluator: Evaluator) throws(RunError) {
    do { try evaluator.step(over: value) } catch { throw site.placed(error) }
  }

  func mismatch(_ value: Value, _ expected: String) -> RunError {
    if case .null = value {
      return site.error(
        .null,
        "expected \(expected), found null",
        help: "give a fallback value with `??`"
      )
    }
    return site.error(.type, "expected \(expected), found \(value.typeName)")
  }
}

/// A node whose own work is ``open``; as a value it collects what it opens.
package class StageNode: Node {
  override final func evaluate(
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> Value {
    do {
      return try open(evaluator, frame, nil).forced(by: evaluator)
    } catch {
      throw site.placed(error)
    }
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output { .nothing }
}

/// Stages joined by `|`.
final class PipelineNode: StageNode {
  private let first: Node
  private let rest: [Node]

  init(_ site: Site, _ stages: [Node]) {
    first = stages[0]
    rest = Array(stages.dropFirst())
    super.init(site)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    var output = try first.open(evaluator, frame, input)
    for stage in rest { output = try stage.open(evaluator, frame, output) }
    return output
  }
}

extension Output? {
  /// The input of a query stage as rows.
  func rows(_ site: Site) throws(RunError) -> RowStream {
    switch self {
    case .rows(let stream): return stream
    case .value(.list(let list)): return ListStream(list.values)
    case .value(.record(let record)): return ListStream([.record(record)])
    case .value(.null), .nothing, nil: return ListStream([])
    case .value(let value):
      throw site.error(.type, "expected rows, found \(value.typeName)")
    case .text: throw site.error(.type, "expected rows, found text")
    }
  }
}
