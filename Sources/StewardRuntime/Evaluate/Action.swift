internal import StewardSyntax
internal import StewardValues

/// A statement. A block is a chain of two-child actions: measured, a loop over an array costs a third more.
class Action {
  let site: Site
  init(_ site: Site) { self.site = site }
  func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow { .next }
}

final class SequenceAction: Action {
  private let first: Action
  private let second: Action

  init(_ first: Action, _ second: Action) {
    self.first = first
    self.second = second
    super.init(first.site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    do { try evaluator.step() } catch { throw site.placed(error) }
    let flow = try first.execute(evaluator, frame)
    guard flow == .next else { return flow }
    return try second.execute(evaluator, frame)
  }
}

/// `let`, `mut`, and `=` on a whole variable.
final class StoreAction: Action {
  private let slot: Int
  private let value: Node

  init(_ site: Site, slot: Int, _ value: Node) {
    self.slot = slot
    self.value = value
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    frame[slot] = try site.limitingDepth(try value.evaluate(evaluator, frame))
    return .next
  }
}

extension Site {
  /// Lists in lists, and so on.
  private static var maximumDepth: Int { 128 }
  /// In bytes, what is shared counted each time.
  private static var maximumSize: Int { 1 << 38 }

  /// Refuses what is nested too deeply to be released, compared or written safely, and what would
  /// never be written to its end. Both can only grow without bound by way of a variable, so this is the
  /// one place that must look.
  func limitingDepth(_ value: Value) throws(RunError) -> Value {
    let footprint = value.footprint
    guard footprint.depth <= Site.maximumDepth else {
      throw error(
        .limit,
        "lists and records are nested deeper than \(Site.maximumDepth) levels"
      )
    }
    guard footprint.bytes <= Site.maximumSize else {
      throw error(
        .limit,
        "the value is too large: written out it would take more than 256 GB",
        help: "it holds the same values again and again"
      )
    }
    return value
  }
}

/// The same for what the checker knows to be an integer: no reference is released.
final class StoreIntegerAction: Action {
  private let slot: Int
  private let value: Node

  init(_ site: Site, slot: Int, _ value: Node) {
    self.slot = slot
    self.value = value
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    let value = try value.integer(evaluator, frame)
    (frame + slot).initialize(to: .int(value))
    return .next
  }
}

/// `$r.tags[0] = value`: the containers on the way are copied, others keep theirs.
final class StorePathAction: Action {
  enum Step {
    case field(String)
    case index(Node)
  }
  private let slot: Int
  private let steps: [Step]
  private let value: Node

  init(_ site: Site, slot: Int, steps: [Step], _ value: Node) {
    self.slot = slot
    self.steps = steps
    self.value = value
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    let value = try value.evaluate(evaluator, frame)
    do {
      let whole = try replaced(frame[slot], steps[...], by: value, evaluator, frame)
      try evaluator.step(over: whole)
      frame[slot] = try site.limitingDepth(try evaluator.charged(whole))
    } catch {
      throw site.placed(error)
    }
    return .next
  }

  private func replaced(
    _ container: Value,
    _ steps: ArraySlice<Step>,
    by value: Value,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> Value {
    guard let step = steps.first else { return value }
    let rest = steps.dropFirst()
    switch step {
    case .field(let name):
      guard case .record(let record) = container else {
        throw site.error(.type, "expected a record with `\(name)`, found \(container.typeName)")
      }
      let inner = try replaced(record[name] ?? .null, rest, by: value, evaluator, frame)
      return .record(record.setting(name, to: inner))
    case .index(let node):
      let index = try node.evaluate(evaluator, frame)
      if case .string(let key) = index, case .record(let record) = container {
        let inner = try replaced(record[key.string] ?? .null, rest, by: value, evaluator, frame)
        return .record(record.setting(key.string, to: inner))
      }
      guard case .list(let list) = container, case .int(let int) = index else {
        throw site.error(.type, "cannot index \(container.typeName) with \(index.typeName)")
      }
      let place = int < 0 ? int + list.values.count : int
      guard list.values.indices.contains(place) else {
        throw site.error(.invalid, "index \(int) is outside a list of \(list.values.count)")
      }
      var values = list.values
      values[place] = try replaced(values[place], rest, by: value, evaluator, frame)
      return .list(ListBox(values))
    }
  }
}

/// A pipeline as a statement: run to its end, nothing kept.
final class DrainAction: Action {
  private let pipeline: Node

  init(_ site: Site, _ pipeline: Node) {
    self.pipeline = pipeline
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    do {
      try pipeline.open(evaluator, frame, nil).drained(by: evaluator)
    } catch {
      throw site.placed(error)
    }
    return .next
  }
}

/// `if` as a statement.
final class BranchAction: Action {
  private let condition: Node
  private let then: Action?
  private let otherwise: Action?

  init(_ site: Site, _ condition: Node, then: Action?, otherwise: Action?) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    let branch = try condition.condition(evaluator, frame) ? then : otherwise
    guard let branch else { return .next }
    return try branch.execute(evaluator, frame)
  }
}

/// `match` as a statement.
final class MatchAction: Action {
  struct Arm {
    let patterns: PatternCode
    let body: Action?
  }
  private let subject: Node
  private let slot: Int
  private let arms: [Arm]

  init(_ site: Site, _ subject: Node, slot: Int, _ arms: [Arm]) {
    self.subject = subject
    self.slot = slot
    self.arms = arms
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    frame[slot] = try subject.evaluate(evaluator, frame)
    for arm in arms where try arm.patterns.matches(frame[slot], evaluator, frame) {
      return try arm.body?.execute(evaluator, frame) ?? .next
    }
    return .next
  }
}

final class WhileAction: Action {
  private let condition: Node
  private let body: Action?

  init(_ site: Site, _ condition: Node, _ body: Action?) {
    self.condition = condition
    self.body = body
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    while try condition.condition(evaluator, frame) {
      do { try evaluator.step() } catch { throw self.condition.site.placed(error) }
      guard let body else { continue }
      switch try body.executeTurn(evaluator, frame) {
      case .broke: return .next
      case .returned: return .returned
      case .next, .continued: continue
      }
    }
    return .next
  }
}

/// `for x in …` over a stream, list, range or record; with two names, index or key and value.
final class ForAction: Action {
  private let firstSlot: Int
  private let secondSlot: Int?
  private let sequence: Node
  private let body: Action?

  init(_ site: Site, first: Int, second: Int?, _ sequence: Node, _ body: Action?) {
    firstSlot = first
    secondSlot = second
    self.sequence = sequence
    self.body = body
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    switch try sequence.open(evaluator, frame, nil) {
    case .rows(let stream): return try loop(stream, evaluator, frame)
    case .value(.list(let list)): return try loop(ListStream(list.values), evaluator, frame)
    case .value(.record(let record)) where secondSlot != nil:
      for (field, value) in zip(record.shape.fields, record.values) {
        let flow = try turn(Value(field.name), value, evaluator, frame)
        if flow == .broke { return .next }
        if flow == .returned { return flow }
      }
      return .next
    case .value(let value):
      throw sequence.site.error(
        .type,
        "`for` goes over a list, a range or rows, found \(value.typeName)"
      )
    case .text, .nothing:
      throw sequence.site.error(.type, "`for` goes over a list, a range or rows")
    }
  }

  private func loop(
    _ stream: RowStream,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> Flow {
    stream.expect(Demand())
    var index = 0
    while true {
      let next: Value?
      do { next = try stream.next() } catch { throw sequence.site.placed(error) }
      guard let value = next else { return .next }
      let flow = try turn(.int(index), value, evaluator, frame)
      index += 1
      switch flow {
      case .broke:
        stream.cancel()
        return .next
      case .returned:
        stream.cancel()
        return .returned
      case .next, .continued: continue
      }
    }
  }

  private func turn(
    _ key: Value,
    _ value: Value,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> Flow {
    do { try evaluator.step() } catch { throw sequence.site.placed(error) }
    if let secondSlot {
      frame[firstSlot] = key
      frame[secondSlot] = value
    } else {
      frame[firstSlot] = value
    }
    return try body?.executeTurn(evaluator, frame) ?? .next
  }
}

extension Action {
  /// One turn of a loop: also catches a `break` or `continue` from a block in value position.
  func executeTurn(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    do {
      return try execute(evaluator, frame)
    } catch {
      let flow = evaluator.unwinding
      guard flow != .next else { throw error }
      evaluator.unwinding = .next
      return flow
    }
  }
}

final class ReturnAction: Action {
  private let value: Node?

  init(_ site: Site, _ value: Node?) {
    self.value = value
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    evaluator.returned = try value?.open(evaluator, frame, nil) ?? .value(.null)
    return .returned
  }
}

/// `break` and `continue`.
final class JumpAction: Action {
  private let flow: Flow

  init(_ site: Site, _ flow: Flow) {
    self.flow = flow
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow { flow }
}

/// `throw "text"`, `throw {kind: …, message: …}` or an error that was caught.
final class ThrowAction: Action {
  private let value: Node

  init(_ site: Site, _ value: Node) {
    self.value = value
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    let thrown = try value.evaluate(evaluator, frame)
    do throws(RunError) {
      throw try RunError(thrown: thrown)
    } catch {
      throw site.placed(error)
    }
  }
}
