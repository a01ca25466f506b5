internal import StewardValues

extension Command {
  static let describe = Command(
    "describe",
    "What the fields of rows hold: types, nulls, least and greatest values, sums",
    parameters: [
      CommandParameter("value", .positional, .any, "Rows or a value, in place of the pipe: `$_`")
    ],
    input: .optionalValue,
    notes: [
      "`count` is of values that are not null, `nulls` of rows where the field is null or missing. "
        + "The sum is exact; it is null where the values have none.",
      "Amounts are shown with all their digits, as text. Rows that are no records have one field, "
        + "`_`.",
      "Holds one key for each different value.",
    ],
    examples: [
      CommandExample(#"[{n: 1, t: "a"}, {n: 4, t: null}] | describe"#, "a row for n, a row for t"),
      CommandExample("users list | describe", "at the prompt `describe $_` is of the last result"),
    ],
    searchTerms: ["schema", "profile", "statistics", "summary", "columns", "types"],
    output: { _ in .stream(.record(FieldProfile.shape)) },
    holds: { _ in .keys },
    validate: { call in
      guard (call.input == nil) == (call["value"] == nil) else { return [] }
      let problem =
        call.input == nil
        ? "`describe` needs rows: `users list | describe`, or `describe $_`"
        : "`describe` takes what comes through the pipe, or a value, not both"
      return [ArgumentProblem("value", "E0308", problem)]
    },
    run: { call, context throws(RunError) in
      let rows = try described(call)
      rows.expect(.all)
      var profile = RowsProfile(context.budget)
      try rows.drain(call.evaluator) { row throws(RunError) in try profile.add(row) }
      return .rows(ListStream(profile.rows))
    }
  )
}

/// What a call of `describe` is about.
private func described(_ call: Call) throws(RunError) -> RowStream {
  switch call["value"] {
  case .list(let list): ListStream(list.values)
  case let value?: ListStream([value])
  case nil: try call.rows()
  }
}

/// What is found out about the fields of rows, in the order in which the fields appear.
struct RowsProfile {
  private var fields: [FieldProfile] = []
  private var places: [String: Int] = [:]
  private var lastShape: Shape?
  private var lastPlaces: [Int] = []
  private var count = 0
  private let holding: HeldValues

  init(_ budget: RunBudget) { holding = HeldValues(budget) }

  /// One record for each field.
  var rows: ContiguousArray<Value> {
    ContiguousArray(fields.map { .record($0.row(of: count)) })
  }

  mutating func add(_ row: Value) throws(RunError) {
    count += 1
    guard case .record(let record) = row else {
      try fields[place(of: "_")].add(row, holding)
      return
    }
    for (index, place) in places(of: record.shape).enumerated() {
      try fields[place].add(record[index], holding)
    }
  }

  private mutating func places(of shape: Shape) -> [Int] {
    if lastShape !== shape {
      lastPlaces = shape.fields.map { place(of: $0.name) }
      lastShape = shape
    }
    return lastPlaces
  }

  private mutating func place(of name: String) -> Int {
    if let known = places[name] { return known }
    places[name] = fields.count
    fields.append(FieldProfile(name))
    return fields.count - 1
  }
}
