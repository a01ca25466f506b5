internal import StewardValues

extension Command {
  static let diff = Command(
    "diff",
    "What two lists of rows differ in: rows added, removed, and fields changed",
    parameters: [
      CommandParameter("before", .positional, .list(.any), required: true, "The rows as they were"),
      CommandParameter("after", .positional, .list(.any), required: true, "The rows as they are"),
      CommandParameter(
        "key",
        .flag,
        .string,
        required: true,
        "The field by which a row is found again"
      ),
    ],
    notes: [
      "One row for each field that changed. A row that was added or removed is one row without a "
        + "field, and stands whole in `after` or `before`.",
      "A missing field is the same as null.",
    ],
    examples: [
      CommandExample(
        #"diff [{id: 1, role: "user"}] [{id: 1, role: "admin"}, {id: 2}] --key id"#,
        "role of 1 changed, 2 was added"
      )
    ],
    searchTerms: ["compare", "changes", "delta"],
    output: { _ in .stream(.record(RowsDifference.shape)) },
    run: { call, _ throws(RunError) in
      let key = try call.required("key").string ?? ""
      let before = try KeyedRows(try call.required("before"), key, "BEFORE", call.site)
      let after = try KeyedRows(try call.required("after"), key, "AFTER", call.site)
      return .rows(ListStream(RowsDifference(before, after).rows))
    }
  )
}

/// Rows that are found by the value of one field.
struct KeyedRows {
  private(set) var rows: [(key: Value, record: Record)] = []
  private var places: [ValueKey: Int] = [:]

  /// The rows of a list; `label` is what they are called where something is wrong with them.
  ///
  /// - Throws: `type` for what is no record, `null` without a key, `invalid` for two rows of one.
  init(_ value: Value, _ key: String, _ label: String, _ site: CallSite) throws(RunError) {
    for row in value.list ?? [] {
      guard case .record(let record) = row else {
        throw site.error(.type, "`diff` takes records, found \(row.typeName) in \(label)")
      }
      guard let value = record[key], !value.isNull else {
        throw site.error(.null, "a row of \(label) has no `\(key)`")
      }
      guard places.updateValue(rows.count, forKey: ValueKey(value)) == nil else {
        throw site.error(
          .invalid,
          "two rows of \(label) have \(key) \(JSONWriter.text(value))",
          help: "the key must be different for each row: | uniq \(key)"
        )
      }
      rows.append((value, record))
    }
  }

  subscript(key: Value) -> Record? { places[ValueKey(key)].map { rows[$0].record } }
}

/// The rows of `diff`: what changed and what was removed in the order of the rows before, then what
/// was added.
struct RowsDifference {
  private(set) var rows: ContiguousArray<Value> = []

  private enum Change: String, CaseIterable { case added, removed, changed }
  private static let changes = Enumeration("a change of a row", Change.allCases.map(\.rawValue))

  static let shape = Shape(fields: [
    Field("key", .any), Field("change", .oneOf(changes)), Field("field", .optional(.string)),
    Field("before", .any), Field("after", .any),
  ])

  init(_ before: KeyedRows, _ after: KeyedRows) {
    for (key, record) in before.rows {
      if let later = after[key] {
        compare(key, record, later)
      } else {
        append(key, .removed, before: .record(record))
      }
    }
    for (key, record) in after.rows where before[key] == nil {
      append(key, .added, after: .record(record))
    }
  }

  private mutating func compare(_ key: Value, _ before: Record, _ after: Record) {
    let own = before.shape.fields.map(\.name)
    let added = after.shape.fields.map(\.name).filter { before.shape.index(of: $0) == nil }
    for name in own + added {
      let (old, new) = (before[name] ?? .null, after[name] ?? .null)
      if old != new { append(key, .changed, field: Value(name), before: old, after: new) }
    }
  }

  private mutating func append(
    _ key: Value,
    _ change: Change,
    field: Value = .null,
    before: Value = .null,
    after: Value = .null
  ) {
    let values = [key, Value(change.rawValue), field, before, after]
    rows.append(.record(Record(shape: RowsDifference.shape, values: values)))
  }
}
