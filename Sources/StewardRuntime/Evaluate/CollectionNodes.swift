internal import StewardSyntax
internal import StewardValues

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
      try accountedStep(over: value, evaluator)
      guard case .list(let list) = value else {
        throw node.site.error(.type, "`...` takes a list here, found \(value.typeName)")
      }
      values += list.values
    }
    return try accounted(.list(ListBox(values)), evaluator)
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
    return try accounted(.record(Record(shape: shape, values: values)), evaluator)
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
        try accountedStep(over: value, evaluator)
        for (field, value) in zip(other.shape.fields, other.values) {
          record = record.setting(field.name, to: value)
        }
      }
    }
    return try accounted(.record(record), evaluator)
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
  ) throws(RunError) -> Output {
    .rows(
      RangeStream(
        from: try lower.integer(evaluator, frame),
        to: try upper.integer(evaluator, frame),
        evaluator
      )
    )
  }
}

final class RangeStream: RowStream {
  private var upcoming: Int?
  private let last: Int
  private let evaluator: Evaluator

  init(from: Int, to: Int, _ evaluator: Evaluator) {
    upcoming = from <= to ? from : nil
    last = to
    self.evaluator = evaluator
    super.init()
  }

  override func next() throws(RunError) -> Value? {
    guard let current = upcoming else { return nil }
    try evaluator.step()
    upcoming = current == last ? nil : current + 1
    return .int(current)
  }
}
