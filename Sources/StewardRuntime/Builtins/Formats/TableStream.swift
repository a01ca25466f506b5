internal import StewardValues

/// Rows as a table for people: the widths come from the first 100 rows, after which it streams. Rows
/// that are no records are lines of plain text.
final class TableStream: RowsText {
  private let rowType: DataType
  /// Lines are cut to so many columns; nil where nothing is cut.
  private let width: Int?
  /// Whether the number of rows is said at the end.
  private let countsRows: Bool
  private var sample: SampledRows?
  private var grid: TableGrid?
  private var count = 0
  private var hasPlainRows = false
  private var hiddenFields: [String] = []
  private var isDone = false

  /// Rows that are looked at for the widths.
  static let sampleSize = 100

  init(_ rows: RowStream, rowType: DataType, width: Int?, countsRows: Bool) {
    self.rowType = rowType
    self.width = width
    self.countsRows = countsRows
    super.init(rows)
  }

  override func next() throws(RunError) -> [UInt8]? {
    guard !isDone else { return nil }
    guard let sample else { return Array(try begin().utf8) }
    guard let row = try sample.next(from: self) else {
      isDone = true
      let closing = closingLine()
      return closing.isEmpty ? nil : Array(closing.utf8)
    }
    count += 1
    return Array(line(of: row).utf8)
  }

  /// The header, once the first rows are known.
  private func begin() throws(RunError) -> String {
    let sample = try SampledRows(of: self, count: TableStream.sampleSize)
    self.sample = sample
    let layout = ColumnLayout(rowType: rowType, first: sample.first, isForPeople: true)
    guard !layout.columns.isEmpty else { return "" }
    let grid = TableGrid(layout, first: sample.first, width: width)
    self.grid = grid
    return grid.header
  }

  private func line(of row: Value) -> String {
    guard case .record(let record) = row, let grid else {
      hasPlainRows = true
      return escapingControls(row.plainText, keepingLines: true) + "\n"
    }
    for name in grid.layout.missing(of: record) where !hiddenFields.contains(name) {
      if !ColumnLayout.isStatic(rowType) { hiddenFields.append(name) }
    }
    return grid.line(of: record)
  }

  /// `3 rows`, and what the table does not show.
  private func closingLine() -> String {
    guard countsRows, !hasPlainRows else { return "" }
    var line = count == 1 ? "1 row" : "\(count) rows"
    if let grid, !grid.hidden.isEmpty { hiddenFields = grid.hidden + hiddenFields }
    if !hiddenFields.isEmpty {
      let names = hiddenFields.map { escapingControls($0) }
      line += "; not shown: " + names.joined(separator: ", ")
    }
    if let reason = rows.incompleteness { line += "; incomplete: \(reason)" }
    return line + "\n"
  }
}
