internal import StewardValues

extension Command {
  static let enumerate = Command(
    "enumerate",
    "Numbers the rows from 0",
    input: .rows,
    notes: [
      "A record gets a field `index` in front; any other row becomes a record with `index` and "
        + "`value`."
    ],
    examples: [
      CommandExample(#"["a", "b"] | enumerate"#, "records with `index` and `value`"),
      CommandExample(#"[{name: "a"}] | enumerate"#, "the record with an `index` in front"),
    ],
    searchTerms: ["number", "with index", "nl"],
    output: { call in .stream(EnumerateStream.type(of: call.row)) },
    holds: { _ in .nothing },
    run: { call, _ throws(RunError) in .rows(EnumerateStream(try call.rows())) }
  )
}

/// Rows with their number.
final class EnumerateStream: StageStream {
  private var index = 0
  private var shapes: (input: Shape, output: Shape)?
  private static let plain = Shape(fields: [Field("index", .int), Field("value", .any)])

  static func type(of row: DataType) -> DataType {
    switch row {
    case .record(let shape): .record(numbered(shape))
    case .any, .optional: .any
    default: .record(Shape(fields: [Field("index", .int), Field("value", row)]))
    }
  }

  /// A field that is called `index` already gives way.
  private static func numbered(_ shape: Shape) -> Shape {
    Shape(
      fields: [Field("index", .int)] + shape.fields.filter { $0.name != "index" },
      isOpen: shape.isOpen
    )
  }

  override func expect(_ demand: Demand) {
    var own = demand
    own.fields?.remove("index")
    super.expect(own)
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else { return nil }
    defer { index += 1 }
    guard case .record(let record) = row else {
      return .record(Record(shape: EnumerateStream.plain, values: [.int(index), row]))
    }
    let shape = outputShape(for: record.shape)
    return .record(
      Record(shape: shape) { place in
        if place == 0 { return .int(index) }
        // Without an `index` of its own the record's fields are just moved by one.
        if shape.fields.count == record.count + 1 { return record[place - 1] }
        return record[shape.fields[place].name] ?? .null
      }
    )
  }

  private func outputShape(for input: Shape) -> Shape {
    if let shapes, shapes.input === input { return shapes.output }
    let output = EnumerateStream.numbered(input)
    shapes = (input, output)
    return output
  }
}
