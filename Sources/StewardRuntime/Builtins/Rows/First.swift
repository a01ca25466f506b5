internal import StewardValues

extension Command {
  static let first = Command(
    "first",
    "The first row, or the first rows",
    parameters: [
      CommandParameter(
        "count",
        .positional,
        .int,
        "How many rows; without it one record, or null if there is none"
      )
    ],
    input: .rows,
    notes: ["Nothing more is fetched once there are enough rows: one request for `first 10`."],
    examples: [
      CommandExample("[3, 1, 2] | first", "one value"),
      CommandExample("[3, 1, 2] | first 2", "a list of at most two"),
    ],
    searchTerms: ["take", "head", "limit", "top"],
    output: { $0["count"] == nil ? $0.row.orNull : $0.rowsType },
    holds: { _ in .nothing },
    validate: { $0.senselessCount("count") },
    run: { call, _ throws(RunError) in
      let rows = try call.rows()
      if let count = try call.rowCount("count") { return .rows(FirstStream(rows, count)) }
      rows.expect(Demand(rows: 1))
      let row = try rows.next()
      if row != nil { rows.cancel() }
      return .value(row ?? .null)
    }
  )
}

/// At most so many rows; then the input is told that no more will be taken.
final class FirstStream: StageStream {
  private let count: Int
  private var remaining: Int
  private var hasExpected = false
  private var hasCut = false

  init(_ input: RowStream, _ count: Int) {
    self.count = count
    remaining = count
    super.init(input)
  }

  override func expect(_ demand: Demand) {
    hasExpected = true
    var bounded = demand
    bounded.rows = min(remaining, demand.rows ?? remaining)
    bounded.drains = false
    super.expect(bounded)
  }

  override func next() throws(RunError) -> Value? {
    guard remaining > 0 else { return nil }
    // Also where the consumer promises nothing, the input must know of the bound.
    if !hasExpected { expect(Demand()) }
    guard let row = try input.next() else {
      remaining = 0
      return nil
    }
    remaining -= 1
    if remaining == 0 {
      hasCut = true
      input.cancel()
    }
    return row
  }

  override var extent: RowExtent { hasCut ? .beginning(rows: count) : input.extent }
}
