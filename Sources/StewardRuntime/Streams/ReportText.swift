internal import StewardValues

/// The report of rows in place of a table of them.
final class ReportText: TextStream {
  private let rows: ReportedRows
  private let format: OutputFormat
  private var hasEnded = false

  init(_ rows: ReportedRows, _ format: OutputFormat) {
    self.rows = rows
    self.format = format
  }

  override func next() throws(RunError) -> [UInt8]? {
    guard !hasEnded else { return nil }
    hasEnded = true
    return try rows.report().bytes(in: format)
  }
}
