internal import StewardValues

extension Command {
  static let skip = Command(
    "skip",
    "All rows but the first ones",
    parameters: [
      CommandParameter("count", .positional, .int, required: true, "How many rows to leave out")
    ],
    input: .rows,
    examples: [CommandExample("[3, 1, 2] | skip 1", "all but the first")],
    searchTerms: ["drop", "offset", "tail"],
    output: { $0.rowsType },
    holds: { _ in .nothing },
    validate: { $0.senselessCount("count") },
    run: { call, _ throws(RunError) in
      .rows(SkipStream(try call.rows(), try call.rowCount("count") ?? 0))
    }
  )
}

/// Leaves out the first rows.
final class SkipStream: StageStream {
  private var toSkip: Int

  init(_ input: RowStream, _ count: Int) {
    toSkip = count
    super.init(input)
  }

  /// Whoever leaves rows out by their number has not asked for all.
  override var extent: RowExtent { input.extent == .all ? .unknown : input.extent }

  override func expect(_ demand: Demand) {
    var shifted = demand
    shifted.rows = demand.rows.flatMap { rows in
      let (sum, overflow) = rows.addingReportingOverflow(toSkip)
      return overflow ? nil : sum
    }
    super.expect(shifted)
  }

  override func next() throws(RunError) -> Value? {
    while toSkip > 0 {
      guard try input.next() != nil else {
        toSkip = 0
        return nil
      }
      toSkip -= 1
    }
    return try input.next()
  }
}
