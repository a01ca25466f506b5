internal import StewardValues

extension Command {
  static let rename = Command(
    "rename",
    "Rows with another name for one field",
    parameters: [
      CommandParameter(
        "old",
        .positional,
        .string,
        required: true,
        "The field's name now",
        meaning: .field
      ),
      CommandParameter("new", .positional, .string, required: true, "The name that it gets"),
    ],
    input: .rows,
    notes: [
      "The field stays where it stands. A row without it passes as it is; a name that is taken is "
        + "an error."
    ],
    examples: [CommandExample("[{id: 1, name: \"a\"}] | rename id key", "key and name")],
    searchTerms: ["alias", "column", "as"],
    output: { .stream(Renaming.type(of: $0)) },
    holds: { _ in .nothing },
    validate: { $0.unknownField("old") + Renaming.problems(of: $0) },
    run: { call, _ throws(RunError) in
      let old = try call.required("old").string ?? ""
      let new = try call.required("new").string ?? ""
      return .rows(RenameStream(try call.rows(), Renaming(old: old, new: new), call.site))
    }
  )
}

/// One field's old and new name.
struct Renaming {
  let old: String
  let new: String

  /// The shape with the new name; nil where the name is taken by another field.
  func applied(to shape: Shape) -> Shape? {
    guard old != new, let place = shape.index(of: old) else { return shape }
    guard shape.index(of: new) == nil else { return nil }
    var fields = shape.fields
    let field = fields[place]
    fields[place] = Field(new, field.type, field.summary, nullMeaning: field.nullMeaning)
    return Shape(fields: fields, isOpen: shape.isOpen)
  }

  static func type(of call: CheckedCall) -> DataType {
    guard case .record(let shape) = call.row.unwrapped, let renaming = Renaming(call) else {
      return .any
    }
    return .record(renaming.applied(to: shape) ?? shape)
  }

  /// E0315 for a name that the rows have already.
  static func problems(of call: CheckedCall) -> [ArgumentProblem] {
    guard case .record(let shape) = call.row.unwrapped, let renaming = Renaming(call),
      renaming.applied(to: shape) == nil
    else { return [] }
    return [
      ArgumentProblem(
        "new",
        "E0315",
        "the rows have a field `\(renaming.new)` already",
        hint: "choose another name, or take it away first: | drop \(renaming.new)"
      )
    ]
  }
}

extension Renaming {
  /// What the checker knows of a call; nil where a name is computed.
  private init?(_ call: CheckedCall) {
    guard let old = call["old"]?.constant?.string, let new = call["new"]?.constant?.string else {
      return nil
    }
    self.init(old: old, new: new)
  }
}

/// The same rows under shapes with the new name.
final class RenameStream: StageStream {
  private let renaming: Renaming
  private let site: CallSite
  /// Nil for shapes that have the new name already.
  private var memo = ShapeMemo<Shape?>()

  init(_ input: RowStream, _ renaming: Renaming, _ site: CallSite) {
    self.renaming = renaming
    self.site = site
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    var own = demand
    if own.fields?.remove(renaming.new) != nil { own.fields?.insert(renaming.old) }
    super.expect(own)
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else { return nil }
    guard case .record(let record) = row else {
      throw site.error(.type, "`rename` takes records, found \(row.typeName)")
    }
    guard let shape = memo.plan(for: record.shape, make: renaming.applied) else {
      throw site.error(
        .invalid,
        "the row has a field `\(renaming.new)` already",
        help: "choose another name, or take it away first: | drop \(renaming.new)"
      )
    }
    return shape === record.shape ? row : .record(Record(shape: shape) { record[$0] })
  }
}
