package import StewardValues

/// What the commands of an API get while a pipeline is only gone through, and what they would have
/// changed. `plan` makes one for each time that it runs.
package protocol Rehearsal: Sendable {
  /// In place of the run's own: nothing that goes through them changes anything.
  var services: (any Sendable)? { get }
  /// What would change, as rows of ``PlannedRow/shape``.
  ///
  /// `files`: Those that would be written.
  func outcome(_ files: [PlannedFile]) throws(RunError) -> ReportedRows
}

/// Of a run whose commands can change files only.
package struct FileRehearsal: Rehearsal {
  package let services: (any Sendable)?

  package init(_ context: RunContext) { services = context.services }

  package func outcome(_ files: [PlannedFile]) throws(RunError) -> ReportedRows {
    let lines = files.map(\.text)
    let text = lines.isEmpty ? "Nothing would change." : lines.joined(separator: "\n")
    return ReportedRows([]) { RowsReport(text: text, markdown: text) }
  }
}

/// A file that a run would write.
package struct PlannedFile: Sendable, Equatable {
  /// As the script wrote it.
  package let path: String
  package let byteCount: Int

  package init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }

  /// As a line of a plan.
  package var text: String { "would write \(escapingControls(path)), \(byteCount) bytes" }
}

/// One change that would be made, as a row.
package enum PlannedRow {
  package static let shape = Shape(
    "PlannedChange",
    fields: [
      Field("command", .string, "the words of the command"),
      Field("subject", .string, "whom or what it concerns"),
      Field("effects", .list(.string), "what it does"),
      Field("arguments", .any, "with what it is called, by the API's names"),
      Field("before", .any, "the object as it is; null for a new one"),
      Field("after", .any, "the object as it would be"),
      Field("also", .list(.string), "what else happens"),
      Field("place", .string.orNull, "where in the script", nullMeaning: "not known"),
    ]
  )
}
