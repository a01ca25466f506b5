import StewardRuntime
import StewardSyntax
import StewardValues

/// Query stages built by hand, as the checker builds them.
final class QueryBench {
  let cancellation = Cancellation()
  private let evaluator: Evaluator
  private let unit = SourceUnit(SourceText("0123456789", name: "test"))
  private var caches = 0

  init() {
    let context = RunContext(
      cancellation: cancellation,
      host: RecordingHost(),
      now: Timestamp(microseconds: 0)
    )
    evaluator = Evaluator(context: context, slots: 64)
  }

  /// One byte of the source text.
  func site(_ place: Int = 0) -> Site { Site(range: SourceRange(place, place + 1), unit: unit) }

  func field(_ name: String, at place: Int = 0) -> RowFieldNode {
    caches += 1
    evaluator.reserveCaches(caches)
    return RowFieldNode(site(place), slot: 0, name, cache: caches - 1)
  }

  /// The row itself, or what an aggregate or key left in a slot.
  func slot(_ slot: Int) -> Node { SlotNode(site(), slot) }
  func constant(_ value: Value) -> Node { ConstantNode(site(), value) }

  func binary(
    _ left: Node,
    _ operation: BinaryOperator,
    _ right: Node,
    at place: Int = 0
  ) -> Node {
    BinaryNode(site(place), operation, left, right)
  }

  func code(_ fields: Set<String>? = nil, slots: Int = 1) -> RowCode {
    let code = RowCode()
    code.fields = fields
    code.frameSize = slots
    return code
  }

  func shape(_ names: String...) -> Shape { Shape(fields: names.map { Field($0, .any) }) }

  func open(_ stage: Node, on input: Output?) throws(RunError) -> Output {
    try evaluator.open(stage, on: input)
  }

  /// All that a stage gives for some rows, as JSON.
  func json(_ stage: Node, on rows: [Value]) throws(RunError) -> String {
    JSONWriter.text(try open(stage, on: .rows(WatchedRows(rows).stream)).forced())
  }

  /// What a stage tells its input where the consumer takes `demand`; nil for a consumer that
  /// promises nothing and pulls.
  func demand(_ stage: Node, of consumer: Demand?) throws -> Demand? {
    let source = WatchedRows([])
    let output = try open(stage, on: .rows(source.stream))
    guard case .rows(let stream) = output else { return source.demand }
    if let consumer { stream.expect(consumer) } else { _ = try stream.next() }
    return source.demand
  }
}
