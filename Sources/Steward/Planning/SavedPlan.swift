package import AdminAPI
internal import AdminCommands
package import StewardRuntime
internal import StewardSyntax
package import StewardValues

/// A plan in a file: a head for people and a part for the program. The head is rendered again from
/// the part and compared, so that what was reviewed is what runs.
package struct SavedPlan: Sendable {
  package let recipe: RunRecipe
  package let changes: ChangeSet
  package let files: [PlannedFile]
  package let organization: (id: String, name: String)
  package let made: Timestamp
  package let effort: Effort

  /// For so long it may be applied.
  package static let lifetime: Duration = .seconds(24 * 60 * 60)
  private static let divider = "--- for the program: do not edit ---"

  package init(
    _ plan: PlannedRun,
    _ recipe: RunRecipe,
    organization: (id: String, name: String),
    made: Timestamp
  ) {
    self.recipe = recipe
    changes = plan.changes
    files = plan.files
    effort = plan.effort
    self.organization = organization
    self.made = made
  }

  /// Of what would be done, to which organization, by which script: equal for equal plans, whenever
  /// they were made.
  package var fingerprint: Fingerprint {
    Fingerprint(
      of: JSONWriter.utf8(
        Value(fields: [
          "organization": Value(organization.id),
          "script": recipe.json.record?["script"] ?? .null,
          "parameters": recipe.json.record?["parameters"] ?? .null,
          "changes": Value(listing: changes.changes.map(\.uncounted.json)),
        ])
      )
    )
  }

  // MARK: Text

  package var text: String {
    "\(head)\n\(Self.divider)\n\(JSONWriter.text(json))\n"
  }

  /// For people.
  package var head: String {
    let lines = [
      "Steward plan \(fingerprint.description)",
      "script        \(printable(recipe.source.name))",
      "organization  \(printable(organization.name)) (\(printable(organization.id)))",
      "made          \(made), good for 24 hours",
      "seal          \(Fingerprint(of: JSONWriter.utf8(json)))",
      "",
      PlanReport(
        changes: changes,
        files: files,
        organization: organization.name,
        effort: effort
      ).text,
    ]
    return lines.joined(separator: "\n")
  }

  private var json: Value {
    Value(fields: [
      "format": .int(Self.format),
      "made": .datetime(made),
      "organization": Value(fields: [
        "id": Value(organization.id), "name": Value(organization.name),
      ]),
      "run": recipe.json,
      "files": Value(
        listing: files.map {
          Value(fields: ["path": Value($0.path), "bytes": .int($0.byteCount)])
        }
      ),
      "changes": Value(listing: changes.changes.map(\.json)),
      "effort": effort.json,
    ])
  }

  private static let format = 1

  // MARK: Reading

  private static func json(_ text: Substring) -> Value? {
    var reader = JSONReader()
    return try? reader.read(Array(text.utf8))
  }

  /// - Throws: `invalid` for what is no plan, `drift` for one that was edited.
  package init(text: String) throws(ClientError) {
    let parts = text.split(separator: "\n\(Self.divider)\n", maxSplits: 1)
    guard parts.count == 2 else { throw ClientError(.invalid, "this is no plan of Steward") }
    do throws(ClientError) {
      try self.init(machinePart: parts[1])
    } catch {
      throw ClientError(
        .drift,
        "the plan was edited: \(error.message); no change was sent",
        hint: "plan again"
      )
    }
    guard head == parts[0] else {
      let (said, would) = (parts[0].split(separator: "\n"), head.split(separator: "\n"))
      let line = zip(said, would).first { $0 != $1 }
      throw ClientError(
        .drift,
        "the plan was edited: its text does not say what it would do"
          + (line.map { " (`\(printable(String($0)))` should be `\(printable(String($1)))`)" } ?? "")
          + "; no change was sent",
        hint: "plan again"
      )
    }
  }

  private init(machinePart: Substring) throws(ClientError) {
    guard let record = Self.json(machinePart)?.record,
      record["format"]?.int == Self.format,
      let made = record["made"]?.string.flatMap({ Timestamp($0) }),
      let organization = record["organization"]?.record
    else { throw ClientError(.invalid, "its part for the program cannot be read") }
    recipe = try RunRecipe(json: record["run"] ?? .null)
    var changes: [PlannedChange] = []
    for change in record["changes"]?.list ?? [] { changes.append(try PlannedChange(json: change)) }
    self.changes = ChangeSet(changes)
    effort = Effort(json: record["effort"]) ?? Effort(self.changes)
    files = (record["files"]?.list ?? []).compactMap { file in
      guard let path = file.record?["path"]?.string, let count = file.record?["bytes"]?.int
      else { return nil }
      return PlannedFile(path: path, byteCount: count)
    }
    self.organization = (organization["id"]?.string ?? "", organization["name"]?.string ?? "")
    self.made = made
  }
}

extension PlannedChange {
  /// Without what was counted: that may be another number in an equal plan.
  fileprivate var uncounted: PlannedChange {
    var change = self
    change.counted = nil
    return change
  }
}
