package import StewardValues

/// Rows about something that people read in other words than in a table.
package final class ReportedRows: RowStream {
  /// All of them, whether they were taken or not.
  package let values: ContiguousArray<Value>
  private let rows: ListStream
  private let told: () throws(RunError) -> RowsReport

  /// `report`: Asked for only where somebody reads it.
  package init(
    _ rows: ContiguousArray<Value>,
    report: @escaping () throws(RunError) -> RowsReport
  ) {
    values = rows
    self.rows = ListStream(rows)
    told = report
  }

  package override func next() throws(RunError) -> Value? { try rows.next() }

  /// All of them as people read them.
  package func report() throws(RunError) -> RowsReport { try told() }
}

/// What rows say, for people.
package struct RowsReport: Sendable {
  /// For a terminal, without a line break at the end.
  package let text: String
  package let markdown: String

  package init(text: String, markdown: String) {
    self.text = text
    self.markdown = markdown
  }

  /// In the given format, if it is one for people.
  func bytes(in format: OutputFormat) -> [UInt8]? {
    switch format {
    case .table: Array((text + "\n").utf8)
    case .md: Array(markdown.utf8)
    case .json, .ndjson, .csv, .yaml, .lines: nil
    }
  }
}
