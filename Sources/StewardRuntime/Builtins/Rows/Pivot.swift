internal import StewardValues

extension Command {
  static let pivot = Command(
    "pivot",
    "A table with a row for each value of one field and a column for each value of another",
    parameters: [
      CommandParameter(
        "row",
        .positional,
        .string,
        required: true,
        "Its values begin the rows",
        meaning: .field
      ),
      CommandParameter(
        "column",
        .positional,
        .string,
        required: true,
        "Its values name the columns",
        meaning: .field
      ),
      CommandParameter(
        "value",
        .positional,
        .string,
        required: true,
        "What stands in the cells",
        meaning: .field
      ),
    ],
    input: .rows,
    notes: [
      "Rows and columns come in the order in which they appear; a cell without a row is null.",
      "Two rows for one cell are an error: put them together with `group` first.",
      "At most \(PivotTable.maximumColumns) columns.",
    ],
    examples: [
      CommandExample(
        #"[{day: 1, model: "a", n: 5}, {day: 1, model: "b", n: 7}] | pivot day model n"#,
        "one row: day, a, b"
      )
    ],
    searchTerms: ["crosstab", "spread", "wide", "transpose", "matrix"],
    output: { call in
      guard let name = call["row"]?.constant?.string else { return .stream(.any) }
      let field = Field(name, call.fieldType("row"))
      return .stream(.record(Shape(fields: [field], isOpen: true)))
    },
    holds: { _ in .rows },
    validate: { $0.unknownField("row") + $0.unknownField("column") + $0.unknownField("value") },
    run: { call, context throws(RunError) in
      var table = PivotTable(
        row: try call.required("row").string ?? "",
        column: try call.required("column").string ?? "",
        value: try call.required("value").string ?? "",
        call.site,
        HeldValues(context.budget)
      )
      let rows = try call.rows()
      rows.expect(Demand(fields: table.fields, drains: true))
      try rows.drain(call.evaluator) { row throws(RunError) in try table.add(row) }
      return .rows(ListStream(table.rows))
    }
  )
}

/// Cells by their row and column.
struct PivotTable {
  static let maximumColumns = 1000

  private let row: String
  private let column: String
  private let value: String
  private let site: CallSite
  private var rowKeys = KeyNumbers(width: 1)
  private var columns: [String] = []
  private var columnPlaces: [String: Int] = [:]
  /// For each row its cells, as far as there were columns when the last was set.
  private var cells: [[Value?]] = []
  private let holding: HeldValues

  init(row: String, column: String, value: String, _ site: CallSite, _ holding: HeldValues) {
    self.holding = holding
    self.row = row
    self.column = column
    self.value = value
    self.site = site
  }

  /// The fields that it looks at.
  var fields: Set<String> { [row, column, value] }

  var rows: ContiguousArray<Value> {
    let shape = Shape(fields: ([row] + columns).map { Field($0, .any) })
    return ContiguousArray(
      cells.indices.map { index in
        .record(
          Record(shape: shape) { place in
            place == 0
              ? rowKeys.key(index)[0] : (cells[index].at(place - 1) ?? nil) ?? .null
          }
        )
      }
    )
  }

  mutating func add(_ input: Value) throws(RunError) {
    guard case .record(let record) = input else {
      throw site.error(.type, "`pivot` takes records, found \(input.typeName)")
    }
    let key = record[row] ?? .null
    let (number, isNew) = rowKeys.number(of: [key])
    if isNew {
      cells.append([])
      try holding.add(key)
    }
    let place = try self.place(ofColumn: (record[column] ?? .null).plainText)
    while cells[number].count <= place { cells[number].append(nil) }
    guard cells[number][place] == nil else { throw taken(key, columns[place]) }
    let cell = record[value] ?? .null
    try holding.add(cell)
    cells[number][place] = cell
  }

  private mutating func place(ofColumn name: String) throws(RunError) -> Int {
    if let known = columnPlaces[name] { return known }
    guard name != row else {
      throw site.error(
        .invalid,
        "a value of `\(column)` is `\(name)`, which is the name of the first column",
        help: "give that field another name first: | rename \(row) …"
      )
    }
    guard columns.count < PivotTable.maximumColumns else {
      throw site.error(
        .limit,
        "`\(column)` has more than \(PivotTable.maximumColumns) different values",
        help: "exchange rows and columns, or group coarser first"
      )
    }
    columnPlaces[name] = columns.count
    columns.append(name)
    return columns.count - 1
  }

  private func taken(_ key: Value, _ column: String) -> RunError {
    site.error(
      .invalid,
      "two rows have \(row) \(JSONWriter.text(key)) and \(self.column) `\(column)`",
      help: "put them together first: | group \(row), \(self.column) { \(value) = sum(\(value)) }"
    )
  }
}
