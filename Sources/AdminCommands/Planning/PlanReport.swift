package import AdminAPI
package import StewardRuntime
package import StewardValues

/// What a run would do, for people and for programs.
package struct PlanReport: Sendable {
  let changes: ChangeSet
  let files: [PlannedFile]
  let organization: String?
  /// People and things are told by their ids.
  let isRedacted: Bool

  package init(
    changes: ChangeSet,
    files: [PlannedFile],
    organization: String?,
    isRedacted: Bool = false
  ) {
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
      effort,
    ]
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var fileLines: [String] {
    files.map(\.text)
  }

  /// Requests, and how long the API's allowance makes them take.
  private var effort: String {
    let requests = "\(changes.count) request\(changes.count == 1 ? "" : "s")"
    guard let slowest = changes.slowest else { return requests }
    return "\(requests), about \(slowest.minutes) minute\(slowest.minutes == 1 ? "" : "s") "
      + "(\(slowest.budget.rawValue): \(slowest.perMinute) a minute)"
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
    let final = changes.count(of: .destroy)
    if final > 0 { lines += ["", "**\(final) of \(changes.count) cannot be undone.**"] }
    if !files.isEmpty { lines += [""] + fileLines.map { "- \($0)" } }
    return (lines + ["", effort, ""]).joined(separator: "\n")
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

extension ChangeSet {
  /// The allowance that takes longest; nil if all fit into the first minute.
  fileprivate var slowest: (budget: Budget, perMinute: Int, minutes: Int)? {
    var counts: [Budget: Int] = [:]
    for change in changes { counts[change.operation.budget, default: 0] += 1 }
    let times = counts.map { budget, count in
      (budget: budget, perMinute: budget.perMinute, minutes: count / max(budget.perMinute, 1))
    }
    return times.filter { $0.minutes > 0 }.max { $0.minutes < $1.minutes }
  }
}
