internal import StewardValues

/// Rows as a Markdown table, or as a list where they are no records.
final class MarkdownStream: RowsText {
  private let rowType: DataType
  private var sample: SampledRows?
  private var layout: ColumnLayout?

  init(_ rows: RowStream, rowType: DataType) {
    self.rowType = rowType
    super.init(rows)
  }

  override func next() throws(RunError) -> [UInt8]? {
    guard let sample else { return Array(try begin().utf8) }
    guard let row = try sample.next(from: self) else { return nil }
    guard case .record(let record) = row, let layout else {
      return Array("- \(MarkdownStream.cell(CellText.text(of: row)))\n".utf8)
    }
    let cells = zip(layout.columns, layout.values(of: record)).map { column, value in
      CellText.text(of: value, currency: column.currency)
    }
    return Array(line(cells).utf8)
  }

  private func begin() throws(RunError) -> String {
    // Rows without a static type may have further columns later: all are held.
    let isStatic = ColumnLayout.isStatic(rowType)
    let sample = try SampledRows(of: self, count: isStatic ? TableStream.sampleSize : nil)
    self.sample = sample
    let layout = ColumnLayout(rowType: rowType, first: sample.first)
    guard !layout.columns.isEmpty else { return "" }
    self.layout = layout
    let rules = layout.columns.map { $0.isNumeric ? "---:" : "---" }
    return line(layout.columns.map(\.title)) + "| \(rules.joined(separator: " | ")) |\n"
  }

  private func line(_ cells: [String]) -> String {
    "| \(cells.map(MarkdownStream.cell).joined(separator: " | ")) |\n"
  }

  /// Text that Markdown shows as it is.
  private static func cell(_ text: String) -> String {
    var cell = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "[", "<": cell += "\\"
      default: break
      }
      cell.unicodeScalars.append(scalar)
    }
    return cell
  }
}
