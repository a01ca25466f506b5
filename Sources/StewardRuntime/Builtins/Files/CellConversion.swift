internal import StewardValues

/// What becomes of the columns of a CSV file: `--types {start: "date"}` and
/// `--rename {Mail: "email"}`.
struct CellConversion {
  private let types: [(column: String, type: CellType)]
  private let names: [(column: String, name: String)]

  init(types: Value?, rename: Value?, _ site: CallSite) throws(RunError) {
    var chosen: [(column: String, type: CellType)] = []
    for (column, value) in CellConversion.entries(types) {
      guard let type = value.string.flatMap(CellType.init(rawValue:)) else {
        throw site.error(
          .invalid,
          "`\(value.plainText)` is no type of a cell",
          help: CellType.list
        )
      }
      chosen.append((column, type))
    }
    self.types = chosen
    names = CellConversion.entries(rename).map { ($0, $1.plainText) }
  }

  private static func entries(_ value: Value?) -> [(String, Value)] {
    guard case .record(let record)? = value else { return [] }
    return zip(record.shape.fields, record.values).map { ($0.name, $1) }
  }

  /// What is done with each row of a file with these columns.
  struct Plan {
    let shape: Shape
    let types: [CellType]
    let isIdentity: Bool

    func convert(_ record: Record) throws(InputError) -> Value {
      var values: [Value] = []
      values.reserveCapacity(record.count)
      for (index, type) in types.enumerated() {
        guard case .string(let box) = record[index] else {
          values.append(.null)
          continue
        }
        guard let value = type.value(of: box) else {
          let name = record.shape.fields[index].name
          throw InputError("`\(name)` is no \(type.rawValue): \(JSONWriter.text(record[index]))")
        }
        values.append(value)
      }
      return .record(Record(shape: shape, values: values))
    }
  }

  func plan(for shape: Shape) throws(InputError) -> Plan {
    for column in types.map(\.column) + names.map(\.column) where shape.index(of: column) == nil {
      throw InputError("there is no column `\(column)`", line: 1)
    }
    let newNames = Dictionary(names.map { ($0.column, $0.name) }) { first, _ in first }
    let newTypes = Dictionary(types.map { ($0.column, $0.type) }) { first, _ in first }
    let fields = shape.fields.map { field in
      Field(newNames[field.name] ?? field.name, (newTypes[field.name] ?? .string).type.orNull)
    }
    var seen: Set<String> = []
    for field in fields where !seen.insert(field.name).inserted {
      throw InputError("two columns would be called `\(field.name)`", line: 1)
    }
    return Plan(
      shape: Shape(fields: fields),
      types: shape.fields.map { newTypes[$0.name] ?? .string },
      isIdentity: types.isEmpty && names.isEmpty
    )
  }
}

/// What a cell's text can become.
enum CellType: String, CaseIterable {
  case string, int, decimal, float, bool, date, datetime, duration, money

  static let list = "one of: " + allCases.map(\.rawValue).joined(separator: ", ")

  var type: DataType {
    switch self {
    case .string: .string
    case .int: .int
    case .decimal: .decimal
    case .float: .float
    case .bool: .bool
    case .date: .date
    case .datetime: .datetime
    case .duration: .duration
    case .money: .money
    }
  }

  /// Nil if the text is not written as the type is.
  func value(of box: StringBox) -> Value? {
    let text = box.string
    return switch self {
    case .string: .string(box)
    case .int: Int(text).map { .int($0) }
    case .decimal: ExactDecimal(text).map { Value($0) }
    case .float: Double(text).map { .float($0) }
    case .bool: Bool(text).map { .bool($0) }
    case .date: CalendarDate(text).map { .date($0) }
    case .datetime: Timestamp(text).map { .datetime($0) }
    case .duration: TimeSpan(text).map { .duration($0) }
    case .money: Money(text).map { Value($0) }
    }
  }
}
