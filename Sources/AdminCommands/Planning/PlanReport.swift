package import AdminAPI
package import StewardRuntime
package import StewardValues

/// What a run would do, for people and for programs.
package struct PlanReport: Sendable {
  let changes: ChangeSet
  let files: [PlannedFile]
  let organization: String?
  let effort: Effort
  /// People and things are told by their ids.
  let isRedacted: Bool

  package init(
    changes: ChangeSet,
    files: [PlannedFile],
    organization: String?,
    effort: Effort? = nil,
    isRedacted: Bool = false
  ) {
    self.effort = effort ?? Effort(changes)
    self.changes = isRedacted ? changes.redacted : changes
    self.isRedacted = isRedacted
    self.files = files
    self.organization = organization
  }

  /// Of its rows.
  package static let type = DataType.stream(.record(PlannedRow.shape))

  /// Lines up to 80 columns where names allow, without a line break at the end.
  package var text: String {
    guard !changes.isEmpty else {
      return (["Nothing would change."] + fileLines).joined(separator: "\n")
    }
    let paragraphs = [
      changes.confirmationText(organization: organization), fileLines.joined(separator: "\n"),
      effort.text,
    ]
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var fileLines: [String] {
    files.map(\.text)
  }

  /// For programs: one record a change.
  package var rows: ContiguousArray<Value> { ContiguousArray(changes.changes.map(\.row)) }

  /// For the comment of a pull request.
  package var markdown: String {
    var lines = ["## \(changes.count == 1 ? "1 change" : "\(changes.count) changes")\(place)", ""]
    guard !changes.isEmpty else { return "## Nothing would change\n" }
    lines += ["| what | whom | before → after |", "|---|---|---|"]
    lines += changes.changes.map { change in
      let cells = [
        change.operation.words.joined(separator: " "), change.subject,
        change.differences.joined(separator: ", "),
      ]
      return "| \(cells.map(Self.cell).joined(separator: " | ")) |"
    }
    for change in changes.changes {
      for fact in change.counted ?? [] {
        lines += ["", "\(Self.cell(change.subject)): \(Self.cell(fact))"]
      }
    }
    let final = changes.count(of: .destroy)
    if final > 0 { lines += ["", "**\(final) of \(changes.count) cannot be undone.**"] }
    if !files.isEmpty { lines += [""] + fileLines.map { "- \($0)" } }
    return (lines + ["", effort.text, ""]).joined(separator: "\n")
  }

  private var place: String { organization.map { " in \(printable($0))" } ?? "" }

  private static func cell(_ text: String) -> String {
    var escaped = ""
    for character in printable(text) {
      if "|\\`*_<>[]".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}

extension PlannedChange {
  fileprivate var row: Value {
    let texts = { (texts: [String]) in Value(texts.map { Value($0) }) }
    return .record(
      Record(
        shape: PlannedRow.shape,
        values: [
          Value(operation.words.joined(separator: " ")), Value(subject), texts(effects.words),
          arguments.json, before ?? .null, after, texts(also), Value(place),
        ]
      )
    )
  }
}
