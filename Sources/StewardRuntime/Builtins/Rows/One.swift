internal import StewardValues

extension Command {
  static let one = Command(
    "one",
    "The only row; an error if there is none or more than one",
    input: .rows,
    notes: ["At most two rows are fetched. `first` gives null where `one` fails."],
    examples: [CommandExample("[{id: 7}] | one", "a record")],
    searchTerms: ["single", "only", "exactly"],
    output: { $0.row },
    holds: { _ in .nothing },
    run: { call, _ throws(RunError) in
      let rows = try call.rows()
      rows.expect(Demand(rows: 2))
      guard let row = try rows.next() else {
        throw call.site.error(
          .invalid,
          "expected 1 row, got 0",
          help: "`first` gives null where there may be none"
        )
      }
      guard try rows.next() == nil else {
        rows.cancel()
        throw call.site.error(
          .invalid,
          "expected 1 row, got 2 or more",
          help: "narrow it with `where`, or use `first`"
        )
      }
      return .value(row)
    }
  )
}
