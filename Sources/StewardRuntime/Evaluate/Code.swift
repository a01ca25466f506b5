internal import StewardSyntax
internal import StewardValues

/// The compiled body of the script, a def or a closure. It is filled in after it is made, since a
/// def may call itself.
final class Code {
  let name: String
  let unit: SourceUnit
  var parameterSlots: [Int] = []
  var captures: [Capture] = []
  var frameSize = 0
  var body = BlockCode(action: nil, value: nil)

  init(name: String, unit: SourceUnit) {
    self.name = name
    self.unit = unit
  }

  /// Runs the body with the given arguments and gives what its last pipeline or `return` gives.
  func invoke(
    _ evaluator: Evaluator,
    _ arguments: [Value],
    _ captured: [Value] = []
  ) throws(RunError) -> Output {
    try evaluator.withFrame(of: frameSize) { frame throws(RunError) in
      for (slot, value) in zip(parameterSlots, arguments) { frame[slot] = value }
      for (capture, value) in zip(captures, captured) { frame[capture.inner] = value }
      return try run(evaluator, frame)
    }
  }

  private func run(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Output {
    do {
      if try body.execute(evaluator, frame) == .returned { return evaluator.takeReturned() }
      return try body.value?.open(evaluator, frame, nil) ?? .nothing
    } catch {
      guard evaluator.unwinding == .returned else { throw error }
      evaluator.unwinding = .next
      return evaluator.takeReturned()
    }
  }
}

extension Evaluator {
  func takeReturned() -> Output {
    let output = returned
    returned = .nothing
    return output
  }
}

/// A variable that inner code took a copy of.
struct Capture {
  let outer: Int
  let inner: Int
}

/// Statements, and the pipeline whose value is the block's.
struct BlockCode {
  let action: Action?
  let value: Node?

  func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    guard let action else { return .next }
    return try action.execute(evaluator, frame)
  }

  /// The block as a value. A `return` or `break` in it travels on as an unwinding.
  func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let flow = try execute(evaluator, frame)
    guard flow == .next else { throw evaluator.unwind(flow) }
    return try value?.evaluate(evaluator, frame) ?? .null
  }
}

extension Evaluator {
  /// Leaves a block in value position: the loop or call it belongs to catches this.
  func unwind(_ flow: Flow) -> RunError {
    unwinding = flow
    return RunError(.exit, "")
  }
}

/// A closure with the values that it captured.
final class ClosureValue: ClosureBox, @unchecked Sendable {
  // Sound: the code is not changed once a run has begun, and the captures are values.
  private let code: Code
  private let captured: [Value]

  init(_ code: Code, _ captured: [Value]) {
    self.code = code
    self.captured = captured
    super.init(capturing: captured)
  }

  func call(_ evaluator: Evaluator, _ arguments: [Value]) throws(RunError) -> Value {
    try code.invoke(evaluator, arguments, captured).forced(by: evaluator)
  }
}

/// Expressions that are evaluated for each row: a `where`, the items of a `select`.
package final class RowCode {
  /// Slot 0 is the row; captures and results of aggregates follow.
  package var frameSize = 1
  var captures: [Capture] = []
  /// The fields that it reads; nil if it may read any.
  package var fields: Set<String>? = []
  /// Fields of rows that nothing describes.
  var guessed: [RowFieldNode] = []

  package init() {}

  /// Copies the captured variables: what the script does with them afterwards is not seen.
  func bind(_ evaluator: Evaluator, _ outer: Frame) -> RowFrame {
    let frame = RowFrame(evaluator, size: frameSize, guessed: guessed)
    for capture in captures { frame.slots[capture.inner] = outer[capture.outer] }
    return frame
  }
}

/// The slots of row expressions, kept from row to row.
final class RowFrame {
  let evaluator: Evaluator
  let slots: Frame
  let guessed: [RowFieldNode]
  private let size: Int

  init(_ evaluator: Evaluator, size: Int, guessed: [RowFieldNode]) {
    self.evaluator = evaluator
    self.size = size
    self.guessed = guessed
    slots = .allocate(capacity: size)
    slots.initialize(repeating: .null, count: size)
  }

  deinit {
    slots.deinitialize(count: size)
    slots.deallocate()
  }

  /// True once the run is to stop.
  var isStopped: Bool { evaluator.context.cancellation.isCancelled }

  func condition(_ node: Node, _ row: Value) throws(RunError) -> Bool {
    slots[0] = row
    return try node.condition(evaluator, slots)
  }

  func value(_ node: Node, _ row: Value) throws(RunError) -> Value {
    slots[0] = row
    return try node.evaluate(evaluator, slots)
  }

  /// Makes `row` the one on which what follows is evaluated.
  func take(_ row: Value) { slots[0] = row }

  func value(_ node: Node) throws(RunError) -> Value { try node.evaluate(evaluator, slots) }

  /// Replaces what is in `values` by the values of `nodes` for a row.
  func evaluate(
    _ nodes: [Node],
    on row: Value,
    into values: inout ContiguousArray<Value>
  ) throws(RunError) {
    slots[0] = row
    values.removeAll(keepingCapacity: true)
    for node in nodes { values.append(try node.evaluate(evaluator, slots)) }
  }
}
