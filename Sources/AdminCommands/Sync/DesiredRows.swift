internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// One row of what should be.
struct DesiredRow {
  /// 1 for the first.
  let number: Int
  /// In lower case where it is an email.
  let key: String
  let role: String
}

/// Reads what should be from the rows that come through the pipe.
struct DesiredRows {
  /// The field that tells who it is.
  let keyField: String
  let roleField: String
  /// All roles that somebody may have.
  let roles: Enumeration

  /// - Throws: `invalid` for a row without a key or a role, for two with one key, and for a role that
  ///   there is not. Nothing is changed then.
  func read(_ rows: RowStream) throws(RunError) -> [DesiredRow] {
    var desired: [DesiredRow] = []
    var seen: [String: Int] = [:]
    while let row = try rows.next() {
      let number = desired.count + 1
      let written = try text(row, keyField, number)
      let key = keyField == "email" ? written.lowercased() : written
      if let other = seen.updateValue(number, forKey: key) {
        throw RunError(
          .invalid,
          "rows \(other) and \(number) have the same \(keyField): `\(escapingControls(key))`",
          help: "`| uniq \(keyField)` keeps the first of them"
        )
      }
      let role = try text(row, roleField, number)
      try check(role, number)
      desired.append(DesiredRow(number: number, key: key, role: role))
    }
    return desired
  }

  private func text(_ row: Value, _ field: String, _ number: Int) throws(RunError) -> String {
    guard let text = row.record?[field]?.string, !text.isEmpty else {
      let fields = row.record?.shape.fields.map(\.name) ?? []
      let near = Spelling.nearest(field, in: fields).map { "did you mean `\($0)`?" }
      throw RunError(
        .invalid,
        "row \(number) has no `\(field)`",
        help: near ?? "`| rename` gives a field another name"
      )
    }
    return text
  }

  private func check(_ role: String, _ number: Int) throws(RunError) {
    guard !roles.values.contains(role) else { return }
    let near = Spelling.nearest(role, in: Array(roles.values)).map { "did you mean `\($0)`?" }
    throw RunError(
      .invalid,
      "row \(number): `\(escapingControls(role))` is not \(roles.name)",
      help: near ?? "there are \(roles.values.joined(separator: ", "))"
    )
  }
}
