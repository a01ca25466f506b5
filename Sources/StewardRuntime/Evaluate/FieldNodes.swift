internal import StewardSyntax
package import StewardValues

/// `base.name` and a row's field.
final class MemberNode: Node {
  let base: Node
  let name: String
  private let isOptional: Bool
  private let cache: Int
  private let help: String?

  /// Optional: null has the field, and so has a record without it. The help says what to do where
  /// the value is no record.
  init(
    _ site: Site,
    _ base: Node,
    _ name: String,
    isOptional: Bool,
    cache: Int,
    help: String? = nil
  ) {
    self.base = base
    self.name = name
    self.isOptional = isOptional
    self.cache = cache
    self.help = help
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
      throw site.error(
        .type,
        "`.\(name)` of \(value.typeName): only records have fields",
        help: help
      )
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
  let field: RowFieldNode
  let box: StringBox
  let isNegated: Bool

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
