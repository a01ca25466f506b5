internal import StewardSyntax
internal import StewardValues

extension Command {
  static let get = Command(
    "get",
    "One field: of a record its value, of rows the values",
    parameters: [
      CommandParameter(
        "field",
        .positional,
        .string,
        required: true,
        "The field's name",
        meaning: .field
      )
    ],
    input: .value,
    notes: ["Only this field is decoded. A row without it gives null."],
    examples: [
      CommandExample("[{id: 1}, {id: 2}] | get id", "1 and 2"),
      CommandExample(#"{name: "a"} | get name"#, "the value"),
    ],
    searchTerms: ["pluck", "field", "column", "property"],
    output: { call in
      let type = call.fieldType("field")
      switch call.input?.unwrapped {
      case .list, .stream: return .stream(type)
      case .record, .map: return type
      default: return .any
      }
    },
    holds: { _ in .nothing },
    validate: { $0.unknownField("field") },
    run: { call, _ throws(RunError) in
      let name = try call.required("field").string ?? ""
      switch call.input {
      case .rows(let stream): return .rows(FieldStream(stream, name, call.site))
      case .value(.list(let list)):
        return .rows(FieldStream(ListStream(list.values), name, call.site))
      case .value(let value):
        if case .map = call.inputType.unwrapped, let record = value.record, record[name] == nil {
          return .value(.null)
        }
        return .value(try field(name, of: value, call.site))
      case .text, .nothing, nil:
        throw call.site.error(.type, "`get` takes a record or rows")
      }
    }
  )

  private static func field(
    _ name: String,
    of value: Value,
    _ site: CallSite
  ) throws(RunError) -> Value {
    guard case .record(let record) = value else {
      throw site.error(.type, "no field `\(name)`: the value is \(value.typeName)")
    }
    if let value = record[name] { return value }
    guard !record.shape.isOpen else { return .null }
    let near = Spelling.nearest(name, in: record.shape.fields.map(\.name))
    throw site.error(.type, "no field `\(name)`", help: near.map { "did you mean `\($0)`?" })
  }
}

/// One field of each row.
final class FieldStream: StageStream {
  private let name: String
  private let site: CallSite
  private var place: (shape: Shape, index: Int?)?

  init(_ input: RowStream, _ name: String, _ site: CallSite) {
    self.name = name
    self.site = site
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    var own = demand
    own.fields = [name]
    super.expect(own)
  }

  override func next() throws(RunError) -> Value? {
    guard let row = try input.next() else { return nil }
    guard case .record(let record) = row else {
      throw site.error(.type, "no field `\(name)`: the row is \(row.typeName)")
    }
    if place?.shape !== record.shape {
      place = (record.shape, record.shape.index(of: name))
    }
    guard let index = place?.index else { return .null }
    return record[index]
  }
}
