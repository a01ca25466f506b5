internal import StewardValues

extension Command {
  static let columns = Command(
    "columns",
    "The names of a record's or the first row's fields",
    input: .value,
    notes: ["Only one row is fetched."],
    examples: [CommandExample("[{id: 1, name: null}] | columns", "id and name")],
    searchTerms: ["fields", "keys", "names", "headers"],
    output: { _ in .list(.string) },
    holds: { _ in .nothing },
    run: { call, _ throws(RunError) in
      let rows = try call.rows()
      rows.expect(Demand(rows: 1))
      let row = try rows.next()
      if row != nil { rows.cancel() }
      guard let row else { return .value([]) }
      guard case .record(let record) = row else {
        throw call.site.error(.type, "`columns` takes records, found \(row.typeName)")
      }
      return .value(Value(record.shape.fields.map { Value($0.name) }))
    }
  )
}
