internal import StewardValues

/// The first rows of a stream, looked at before any of them is given.
final class SampledRows {
  let first: ContiguousArray<Value>
  private let holding: HeldValues
  private var index = 0
  private var isDone: Bool

  /// Takes up to `count` rows, or all where nil.
  init(of rows: RowsText, count: Int?) throws(RunError) {
    let holding = HeldValues(rows.budget)
    var first: ContiguousArray<Value> = []
    var isDone = false
    while first.count < count ?? Int.max {
      guard let row = try rows.pull() else {
        isDone = true
        break
      }
      try holding.add(row)
      first.append(row)
    }
    self.holding = holding
    self.first = first
    self.isDone = isDone
  }

  /// The next row, of the first ones or of the rest.
  func next(from rows: RowsText) throws(RunError) -> Value? {
    if index < first.count {
      defer { index += 1 }
      return first[index]
    }
    guard !isDone else { return nil }
    guard let row = try rows.pull() else {
      isDone = true
      return nil
    }
    return row
  }
}

/// One column of a table or a CSV file.
struct Column {
  let name: String
  /// The one currency of its amounts: it stands in the header, and the cells are plain numbers.
  let currency: String?
  /// True if all values seen are numbers, amounts or durations.
  let isNumeric: Bool
  /// True for ids and times: a part of one is of no use.
  let isWhole: Bool
  /// What its ids are of; nil for other values, and for the ids of the rows themselves.
  let resource: Resource?

  /// True where a cut text would be wrong or useless.
  var isNeverCut: Bool { isNumeric || isWhole }

  /// True for what people call the object.
  var isForPeople: Bool { name == "email" || name == "name" }

  /// Where there is little room a column of text is not made narrower than this.
  var narrowest: Int {
    switch name {
    case "email": 28
    case "name": 20
    default: 12
    }
  }

  /// `amount (USD)`.
  var title: String { currency.map { "\(name) (\($0))" } ?? name }
}

/// The columns that rows have: those of their static type, or all that the first rows have.
struct ColumnLayout {
  private(set) var columns: [Column]
  private let places: [String: Int]

  /// - Parameters:
  ///   - rowType: The static type: the columns, where it says them.
  ///   - rows: The first rows.
  ///   - isForPeople: Leaves out fields that always have the same value, such as `"type": "user"`.
  init(rowType: DataType, first rows: some Sequence<Value>, isForPeople: Bool = false) {
    let shape = ColumnLayout.staticShape(rowType)
    var names = ColumnLayout.names(rowType: rowType, rows)
    if isForPeople, names.count > 1 { names.removeAll { shape?[$0]?.type.hasOneValue ?? false } }
    columns = names.map { name in
      ColumnLayout.column(name, rows, shape?[name])
    }
    places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }

  /// True if the type alone says which columns there are.
  static func isStatic(_ type: DataType) -> Bool { staticShape(type) != nil }

  private static func staticShape(_ type: DataType) -> Shape? {
    guard case .record(let shape) = type.unwrapped, !shape.isOpen, !shape.fields.isEmpty else {
      return nil
    }
    return shape
  }

  private static func names(rowType: DataType, _ rows: some Sequence<Value>) -> [String] {
    if let shape = staticShape(rowType) { return unique(shape.fields.map(\.name)) }
    var seenShape: Shape?
    var names: [String] = []
    for case .record(let record) in rows where record.shape !== seenShape {
      seenShape = record.shape
      names += record.shape.fields.map(\.name)
    }
    return unique(names)
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func column(
    _ name: String,
    _ rows: some Sequence<Value>,
    _ field: Field?
  ) -> Column {
    var currencies: Set<String> = []
    var isNumeric = true
    var hasValue = false
    var isMoney = true
    for case .record(let record) in rows {
      guard let value = record[name], !value.isNull else { continue }
      hasValue = true
      if case .money(let box) = value {
        currencies.insert(box.money.currency)
      } else {
        isMoney = false
      }
      isNumeric = isNumeric && value.isQuantity
    }
    let currency = isMoney && currencies.count == 1 ? currencies.first : nil
    return Column(
      name: name,
      currency: currency,
      isNumeric: hasValue && isNumeric,
      isWhole: field?.type.isWhole ?? false,
      resource: IDNaming.resource(of: field)
    )
  }

  /// The same with an id at the end, if people would rather read a name; nil if they have none.
  var movingIDLast: ColumnLayout? {
    guard let first = columns.first, first.name == "id", columns.contains(where: \.isForPeople)
    else { return nil }
    var moved = self
    moved.columns = columns.dropFirst() + [first]
    return moved
  }

  /// The value in each column.
  func values(of record: Record) -> [Value] { columns.map { record[$0.name] ?? .null } }

  /// The fields of a later row that have no column.
  func missing(of record: Record) -> [String] {
    record.shape.fields.lazy.map(\.name).filter { places[$0] == nil }
  }
}

extension DataType {
  fileprivate var isWhole: Bool {
    switch unwrapped {
    case .id, .datetime, .date: true
    default: false
    }
  }

  /// True for a marker that says nothing in a table.
  fileprivate var hasOneValue: Bool {
    if case .oneOf(let enumeration) = self { enumeration.values.count == 1 } else { false }
  }
}

extension Value {
  /// True for what is set to the right in a table.
  fileprivate var isQuantity: Bool {
    switch self {
    case .int, .float, .decimal, .money, .duration: true
    default: false
    }
  }
}
