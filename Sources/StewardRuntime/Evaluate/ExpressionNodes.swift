internal import StewardSyntax
package import StewardValues

package final class ConstantNode: Node {
  let value: Value
  package init(_ site: Site, _ value: Value) {
    self.value = value
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) -> Value { value }
}

/// A variable, or the row in slot 0 of a row frame.
package final class SlotNode: Node {
  let slot: Int
  package init(_ site: Site, _ slot: Int) {
    self.slot = slot
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) -> Value { frame[slot] }
  override func integer(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Int {
    if case .int(let int) = frame[slot] { return int }
    throw mismatch(frame[slot], "int")
  }
}

/// What a def sees of a `const`, or an expression that must not be evaluated: an error by itself.
final class FailingNode: Node {
  private let error: RunError
  init(_ site: Site, _ error: RunError) {
    self.error = error
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    throw site.placed(error)
  }
}

/// `base.name` and a row's field.
final class MemberNode: Node {
  private let base: Node
  private let name: String
  private let isOptional: Bool
  private let cache: Int

  init(_ site: Site, _ base: Node, _ name: String, isOptional: Bool, cache: Int) {
    self.base = base
    self.name = name
    self.isOptional = isOptional
    self.cache = cache
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let value = try base.evaluate(evaluator, frame)
    switch value {
    case .record(let record):
      if let index = evaluator.fieldCaches[cache].index(of: name, in: record.shape) {
        return record[index]
      }
      if isOptional || record.shape.isOpen { return .null }
      throw missing(in: record)
    case .null where isOptional: return .null
    case .null:
      throw site.error(
        .null,
        "`.\(name)` of null",
        help: "use `?.\(name)` where the value may be null"
      )
    default:
      throw site.error(.type, "`.\(name)` of \(value.typeName): only records have fields")
    }
  }

  private func missing(in record: Record) -> RunError {
    let names = record.shape.fields.map(\.name)
    let near = Spelling.nearest(name, in: names).map { "did you mean `\($0)`?" }
    return site.error(
      .type,
      "no field `\(name)`",
      help: near ?? "the record has: \(names.prefix(12).joined(separator: ", "))"
    )
  }
}

/// A field of an untyped row: rows without it have null there.
package final class RowFieldNode: Node {
  private let slot: Int
  let name: String
  private let cache: Int

  package init(_ site: Site, slot: Int, _ name: String, cache: Int) {
    self.slot = slot
    self.name = name
    self.cache = cache
    super.init(site)
  }

  @inline(__always)
  func field(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    guard case .record(let record) = frame[slot] else { throw noRecord(frame[slot]) }
    guard let index = evaluator.fieldCaches[cache].index(of: name, in: record.shape) else {
      return .null
    }
    return record[index]
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    try field(evaluator, frame)
  }

  /// Whether the field was looked for and no row had it; true once.
  func isMissing(_ evaluator: Evaluator) -> Bool { evaluator.fieldCaches[cache].tellsMissing() }

  private func noRecord(_ value: Value) -> RunError {
    site.error(
      .type,
      "no field `\(name)`: the row is \(value.typeName)",
      help: "`_` is the row itself: where _ > 1"
    )
  }
}

/// `field == "text"`: the commonest condition, without a string comparison where the boxes are shared.
package final class FieldEqualsTextNode: Node {
  private let field: RowFieldNode
  private let box: StringBox
  private let isNegated: Bool

  package init(_ site: Site, _ field: RowFieldNode, _ box: StringBox, isNegated: Bool) {
    self.field = field
    self.box = box
    self.isNegated = isNegated
    super.init(site)
  }

  override func condition(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Bool {
    guard case .string(let text) = try field.field(evaluator, frame) else { return isNegated }
    return (text === box || text.string.hasSameBytes(as: box.string)) != isNegated
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    .bool(try condition(evaluator, frame))
  }
}

/// `base[index]`.
final class IndexNode: Node {
  private let base: Node
  private let index: Node

  init(_ site: Site, _ base: Node, _ index: Node) {
    self.base = base
    self.index = index
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let container = try base.evaluate(evaluator, frame)
    let index = try index.evaluate(evaluator, frame)
    switch (container, index) {
    case (.list(let list), .int(let int)):
      let place = int < 0 ? int + list.values.count : int
      guard list.values.indices.contains(place) else {
        throw site.error(
          .invalid,
          "index \(int) is outside a list of \(list.values.count)",
          help: "the first element is [0], the last one [-1]"
        )
      }
      return list.values[place]
    case (.record(let record), .string(let key)): return record[key.string] ?? .null
    case (.string(let text), .int(let int)):
      let scalars = Array(text.string.unicodeScalars)
      let place = int < 0 ? int + scalars.count : int
      guard scalars.indices.contains(place) else {
        throw site.error(.invalid, "index \(int) is outside a text of \(scalars.count)")
      }
      return Value(String(Character(scalars[place])))
    default:
      throw site.error(.type, "cannot index \(container.typeName) with \(index.typeName)")
    }
  }
}

/// `base[lower..upper]`, both ends included; what lies outside is left out.
final class SliceNode: Node {
  private let base: Node
  private let lower: Node?
  private let upper: Node?

  init(_ site: Site, _ base: Node, _ lower: Node?, _ upper: Node?) {
    self.base = base
    self.lower = lower
    self.upper = upper
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let container = try base.evaluate(evaluator, frame)
    switch container {
    case .list(let list):
      return Value(try slice(Array(list.values), evaluator, frame))
    case .string(let text):
      let scalars = try slice(Array(text.string.unicodeScalars), evaluator, frame)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return Value(String(view))
    default: throw site.error(.type, "cannot slice \(container.typeName)")
    }
  }

  private func slice<Element>(
    _ elements: [Element],
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> ArraySlice<Element> {
    var from = try lower?.integer(evaluator, frame) ?? 0
    var to = try upper?.integer(evaluator, frame) ?? elements.count - 1
    if from < 0 { from += elements.count }
    if to < 0 { to += elements.count }
    from = max(from, 0)
    to = min(to, elements.count - 1)
    return from <= to ? elements[from...to] : []
  }
}

/// A call of a built-in function.
final class FunctionNode: Node {
  private let function: Function
  private let arguments: [Node]

  init(_ site: Site, _ function: Function, _ arguments: [Node]) {
    self.function = function
    self.arguments = arguments
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.evaluate(evaluator, frame)) }
    do {
      return try function.evaluate(values, evaluator.context)
    } catch {
      throw site.placed(error)
    }
  }
}

/// A call of a pure one-word def in an expression.
final class DefinedFunctionNode: Node {
  private let code: Code
  private let arguments: [Node]

  init(_ site: Site, _ code: Code, _ arguments: [Node]) {
    self.code = code
    self.arguments = arguments
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.evaluate(evaluator, frame)) }
    do {
      return try code.invoke(evaluator, values).forced()
    } catch {
      guard evaluator.unwinding == .next else { throw error }
      throw site.placed(error).called(code.name, at: site.range, in: site.unit.text)
    }
  }
}

/// A string that interpolates.
final class InterpolationNode: Node {
  enum Segment {
    case text(String)
    case node(Node)
  }
  private let segments: [Segment]

  init(_ site: Site, _ segments: [Segment]) {
    self.segments = segments
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var text = ""
    for segment in segments {
      switch segment {
      case .text(let piece): text += piece
      case .node(let node): text += try node.evaluate(evaluator, frame).plainText
      }
    }
    return Value(text)
  }
}

final class ListNode: Node {
  private let elements: [(node: Node, isSpread: Bool)]

  init(_ site: Site, _ elements: [(node: Node, isSpread: Bool)]) {
    self.elements = elements
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(elements.count)
    for (node, isSpread) in elements {
      let value = try node.evaluate(evaluator, frame)
      guard isSpread else {
        values.append(value)
        continue
      }
      guard case .list(let list) = value else {
        throw node.site.error(.type, "`...` takes a list here, found \(value.typeName)")
      }
      values += list.values
    }
    return .list(ListBox(values))
  }
}

/// A record whose fields are known: all that it makes share one shape.
final class RecordNode: Node {
  private let shape: Shape
  private let nodes: [Node]

  /// A record of the shape, with one node for each field; of two fields with one name the last
  /// counts, where the first stands.
  init(_ site: Site, _ shape: Shape, _ nodes: [Node]) {
    var fields: [Field] = []
    var values: [Node] = []
    for (field, node) in zip(shape.fields, nodes) {
      if let place = fields.firstIndex(where: { $0.name == field.name }) {
        fields[place] = field
        values[place] = node
      } else {
        fields.append(field)
        values.append(node)
      }
    }
    let isUnique = fields.count == shape.fields.count
    self.shape = isUnique ? shape : Shape(shape.name, fields: fields, isOpen: shape.isOpen)
    self.nodes = values
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for node in nodes { values.append(try node.evaluate(evaluator, frame)) }
    return .record(Record(shape: shape, values: values))
  }
}

/// A record with `...` in it: later fields win.
final class SpreadRecordNode: Node {
  enum Part {
    case field(String, Node)
    case spread(Node)
  }
  private let parts: [Part]

  init(_ site: Site, _ parts: [Part]) {
    self.parts = parts
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var record = Record(shape: .empty, values: [])
    for part in parts {
      switch part {
      case .field(let name, let node):
        record = record.setting(name, to: try node.evaluate(evaluator, frame))
      case .spread(let node):
        let value = try node.evaluate(evaluator, frame)
        guard case .record(let other) = value else {
          throw node.site.error(.type, "`...` takes a record here, found \(value.typeName)")
        }
        // The usual `{...$row, more: 1}` keeps the row's shape so far.
        if record.count == 0 {
          record = other
          continue
        }
        for (field, value) in zip(other.shape.fields, other.values) {
          record = record.setting(field.name, to: value)
        }
      }
    }
    return .record(record)
  }
}

final class ClosureNode: Node {
  private let code: Code

  init(_ site: Site, _ code: Code) {
    self.code = code
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) -> Value {
    .closure(ClosureValue(code, code.captures.map { frame[$0.outer] }))
  }
}

/// `a..b`: lazy where it is looped over, a list elsewhere.
final class RangeNode: Node {
  private let lower: Node
  private let upper: Node

  init(_ site: Site, _ lower: Node, _ upper: Node) {
    self.lower = lower
    self.upper = upper
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    try open(evaluator, frame, nil).forced()
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    .rows(
      RangeStream(
        from: try lower.integer(evaluator, frame),
        to: try upper.integer(evaluator, frame),
        evaluator.context.cancellation
      )
    )
  }
}

final class RangeStream: RowStream {
  private var upcoming: Int?
  private let last: Int
  private let cancellation: Cancellation

  init(from: Int, to: Int, _ cancellation: Cancellation) {
    upcoming = from <= to ? from : nil
    last = to
    self.cancellation = cancellation
    super.init()
  }

  override func next() throws(RunError) -> Value? {
    guard let current = upcoming else { return nil }
    try cancellation.check()
    upcoming = current == last ? nil : current + 1
    return .int(current)
  }
}

/// The value of an `if` in value position.
final class ConditionalNode: Node {
  private let condition: Node
  private let then: BlockCode
  private let otherwise: BlockCode?

  init(_ site: Site, _ condition: Node, then: BlockCode, otherwise: BlockCode?) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    if try condition.condition(evaluator, frame) { return try then.evaluate(evaluator, frame) }
    return try otherwise?.evaluate(evaluator, frame) ?? .null
  }
}

/// The patterns of one arm of a `match`.
struct PatternCode {
  enum Pattern {
    case equals(Value)
    case within(Value, Value)
    case anything
  }
  let patterns: [Pattern]
  let condition: Node?

  func matches(
    _ subject: Value,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) throws(RunError) -> Bool {
    guard patterns.contains(where: { PatternCode.matches($0, subject) }) else { return false }
    return try condition?.condition(evaluator, frame) ?? true
  }

  private static func isOrdered(_ lower: Value, _ upper: Value) -> Bool {
    Value.compare(lower, upper).map { $0 != .greater } ?? false
  }

  private static func matches(_ pattern: Pattern, _ subject: Value) -> Bool {
    switch pattern {
    case .anything: true
    case .equals(let value): value == subject
    case .within(let lower, let upper):
      isOrdered(lower, subject) && isOrdered(subject, upper)
    }
  }
}

/// The value of a `match`; null where no arm fits.
final class MatchNode: Node {
  struct Arm {
    let patterns: PatternCode
    let body: BlockCode
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

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    frame[slot] = try subject.evaluate(evaluator, frame)
    for arm in arms where try arm.patterns.matches(frame[slot], evaluator, frame) {
      return try arm.body.evaluate(evaluator, frame)
    }
    return .null
  }
}

/// The value of a `try`: a barrier, so everything inside is finished when it ends.
final class AttemptNode: Node {
  struct Catch {
    let slot: Int?
    let condition: Node?
    let body: BlockCode
  }
  private let body: BlockCode
  private let catches: [Catch]
  private let finally: Action?

  init(_ site: Site, _ body: BlockCode, _ catches: [Catch], finally: Action?) {
    self.body = body
    self.catches = catches
    self.finally = finally
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let outcome: Result<Value, RunError>
    do {
      outcome = .success(try attempt(evaluator, frame))
    } catch {
      outcome = .failure(error)
    }
    if let finally {
      let kept = (evaluator.returned, evaluator.unwinding)
      evaluator.unwinding = .next
      let flow = try evaluator.finish(finally, frame)
      guard flow == .next else { throw evaluator.unwind(flow) }
      (evaluator.returned, evaluator.unwinding) = kept
    }
    return try outcome.get()
  }

  private func attempt(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    do {
      return try body.evaluate(evaluator, frame)
    } catch {
      guard error.kind.isCatchable, evaluator.unwinding == .next else { throw error }
      for clause in catches {
        if let slot = clause.slot { frame[slot] = error.value }
        if let condition = clause.condition, try !condition.condition(evaluator, frame) { continue }
        return try clause.body.evaluate(evaluator, frame)
      }
      throw error
    }
  }
}
