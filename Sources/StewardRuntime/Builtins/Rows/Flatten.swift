internal import StewardValues

extension Command {
  static let flatten = Command(
    "flatten",
    "One row for each element of a list",
    parameters: [
      CommandParameter(
        "field",
        .positional,
        .string,
        "The field that holds the list; without it the rows are lists",
        meaning: .field
      )
    ],
    input: .rows,
    notes: [
      "With a field: the row's other fields, then the element's. An empty list gives no row.",
      "A name in both is an error; elements that are no records stay under the field's name.",
    ],
    examples: [
      CommandExample("[[1, 2], [3]] | flatten", "1, 2, 3"),
      CommandExample("[{a: 1, items: [{b: 2}, {b: 3}]}] | flatten items", "two rows of a and b"),
    ],
    searchTerms: ["unnest", "explode", "expand", "unwind"],
    output: { call in .stream(Flattening.type(of: call)) },
    holds: { _ in .nothing },
    validate: { call in call.unknownField("field") + Flattening.problems(of: call) },
    run: { call, _ throws(RunError) in
      let rows = try call.rows()
      guard let field = call.text("field") else {
        return .rows(FlattenListsStream(rows, call.site))
      }
      return .rows(FlattenFieldStream(rows, field, call.site))
    }
  )
}

/// How the fields of a row and of its elements come together.
enum Flattening {
  static func type(of call: CheckedCall) -> DataType {
    guard call["field"] != nil else { return call.row.unwrapped.element ?? .any }
    guard case .record(let outer) = call.row.unwrapped,
      let name = call["field"]?.constant?.string,
      let element = outer[name]?.type.unwrapped.element
    else { return .any }
    guard case .record(let inner) = element.unwrapped else {
      return .record(replacing(name, in: outer, by: element))
    }
    return .record(joined(outer, without: name, inner))
  }

  /// E0315 for fields in both, E0320 for a field that is no list.
  static func problems(of call: CheckedCall) -> [ArgumentProblem] {
    guard case .record(let outer) = call.row.unwrapped,
      let name = call["field"]?.constant?.string, let type = outer[name]?.type.unwrapped
    else { return [] }
    guard let element = type.element else {
      if case .any = type { return [] }
      return [ArgumentProblem("field", "E0320", "`\(name)` is \(type.shown), not a list")]
    }
    guard case .record(let inner) = element.unwrapped,
      let clash = clash(outer, without: name, inner)
    else { return [] }
    return [
      ArgumentProblem(
        "field",
        "E0315",
        "the row and the elements of `\(name)` both have `\(clash)`",
        hint:
          "give one of them another name first: | extend row_\(clash) = \(clash) | drop \(clash)"
      )
    ]
  }

  static func clash(_ outer: Shape, without name: String, _ inner: Shape) -> String? {
    outer.fields.first { $0.name != name && inner.index(of: $0.name) != nil }?.name
  }

  static func joined(_ outer: Shape, without name: String, _ inner: Shape) -> Shape {
    Shape(
      fields: outer.fields.filter { $0.name != name } + inner.fields,
      isOpen: outer.isOpen || inner.isOpen
    )
  }

  private static func replacing(_ name: String, in outer: Shape, by element: DataType) -> Shape {
    let fields = outer.fields.map { field in
      field.name == name ? Field(name, element, field.summary) : field
    }
    return Shape(fields: fields, isOpen: outer.isOpen)
  }
}

/// The elements of rows that are lists.
final class FlattenListsStream: StageStream {
  private let site: CallSite
  private var elements: ContiguousArray<Value> = []
  private var index = 0

  init(_ input: RowStream, _ site: CallSite) {
    self.site = site
    super.init(input)
  }

  override func expect(_ demand: Demand) { super.expect(Demand(drains: demand.drains)) }

  override func next() throws(RunError) -> Value? {
    while index == elements.count {
      guard let row = try input.next() else { return nil }
      guard case .list(let list) = row else {
        throw site.error(
          .type,
          "`flatten` takes lists, found \(row.typeName)",
          help: "name the field that holds a list: flatten results"
        )
      }
      elements = list.values
      index = 0
    }
    defer { index += 1 }
    return elements[index]
  }
}

/// Rows joined with each element of the list in one of their fields.
final class FlattenFieldStream: StageStream {
  private let name: String
  private let site: CallSite
  private var outer = Record(shape: .empty, values: [])
  private var elements: ContiguousArray<Value> = []
  private var index = 0
  private var plan: JoinPlan?

  /// How two shapes are joined, kept from row to row.
  private struct JoinPlan {
    let outer: Shape
    let inner: Shape
    let joined: Shape
    /// The outer fields that stay.
    let kept: [Int]
  }

  init(_ input: RowStream, _ name: String, _ site: CallSite) {
    self.name = name
    self.site = site
    super.init(input)
  }

  override func expect(_ demand: Demand) { super.expect(Demand(drains: demand.drains)) }

  override func next() throws(RunError) -> Value? {
    while index == elements.count {
      guard let row = try input.next() else { return nil }
      try open(row)
    }
    defer { index += 1 }
    guard case .record(let element) = elements[index] else {
      return .record(outer.setting(name, to: elements[index]))
    }
    return .record(try joined(with: element))
  }

  private func open(_ row: Value) throws(RunError) {
    guard case .record(let record) = row else {
      throw site.error(.type, "no field `\(name)`: the row is \(row.typeName)")
    }
    outer = record
    index = 0
    switch record[name] {
    case .list(let list): elements = list.values
    case .null, nil: elements = []
    case let other?:
      throw site.error(.type, "`\(name)` is \(other.typeName), not a list")
    }
  }

  private func joined(with element: Record) throws(RunError) -> Record {
    let plan = try plan(for: element.shape)
    return Record(shape: plan.joined) { place in
      place < plan.kept.count ? outer[plan.kept[place]] : element[place - plan.kept.count]
    }
  }

  private func plan(for inner: Shape) throws(RunError) -> JoinPlan {
    if let plan, plan.outer === outer.shape, plan.inner === inner { return plan }
    if let clash = Flattening.clash(outer.shape, without: name, inner) {
      throw site.error(
        .invalid,
        "the row and the elements of `\(name)` both have `\(clash)`",
        help: "give one of them another name first"
      )
    }
    let made = JoinPlan(
      outer: outer.shape,
      inner: inner,
      joined: Flattening.joined(outer.shape, without: name, inner),
      kept: outer.shape.fields.indices.filter { outer.shape.fields[$0].name != name }
    )
    plan = made
    return made
  }
}
