internal import StewardValues

extension Command {
  static let count = Command(
    "count",
    "The number of rows",
    input: .rows,
    notes: ["No field of the rows is decoded."],
    examples: [CommandExample("[3, 1, 2] | count", "3")],
    searchTerms: ["length", "size", "how many", "wc"],
    output: { _ in .int },
    holds: { _ in .nothing },
    run: { call, _ throws(RunError) in
      if case .value(.list(let list)) = call.input { return .value(.int(list.values.count)) }
      let rows = try call.rows()
      rows.expect(Demand(fields: [], drains: true))
      var count = 0
      while try rows.next() != nil {
        try call.evaluator.step()
        count += 1
      }
      return .value(.int(count))
    }
  )
}
