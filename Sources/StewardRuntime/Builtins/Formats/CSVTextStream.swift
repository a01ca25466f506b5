internal import StewardValues

/// How CSV is written.
package struct CSVStyle: Sendable {
  /// One ASCII character.
  package var separator: UInt8
  /// Whether text that a spreadsheet would compute gets a `'` in front.
  package var isExcelSafe: Bool

  package init(separator: UInt8 = UInt8(ascii: ","), isExcelSafe: Bool = false) {
    self.separator = separator
    self.isExcelSafe = isExcelSafe
  }
}

/// Rows as CSV with a header. It streams where the static type says the columns; otherwise all rows
/// are held to find them.
final class CSVTextStream: RowsText {
  private let rowType: DataType
  private let style: CSVStyle
  private var sample: SampledRows?
  private var writer = CSVWriter()

  init(_ rows: RowStream, rowType: DataType, _ style: CSVStyle) {
    self.rowType = rowType
    self.style = style
    super.init(rows)
  }

  override func next() throws(RunError) -> [UInt8]? {
    var bytes: [UInt8] = []
    if sample == nil, try begin().first.isEmpty { writer.finish(&bytes) }
    if let row = try sample?.next(from: self) { writer.append(row, to: &bytes) }
    return bytes.isEmpty ? nil : bytes
  }

  private func begin() throws(RunError) -> SampledRows {
    let isStatic = ColumnLayout.isStatic(rowType)
    let sample = try SampledRows(of: self, count: isStatic ? TableStream.sampleSize : nil)
    self.sample = sample
    let layout = ColumnLayout(rowType: rowType, first: sample.first)
    writer = CSVWriter(
      shape: layout.shape,
      separator: style.separator,
      excelSafe: style.isExcelSafe
    )
    return sample
  }
}

extension ColumnLayout {
  /// The columns as the writer of CSV wants them; nil where rows are no records.
  fileprivate var shape: Shape? {
    guard !columns.isEmpty else { return nil }
    return Shape(
      fields: columns.map { column in
        guard let currency = column.currency else { return Field(column.name, .any) }
        let rule = MoneyRule(currencyField: nil, currency: currency)
        return Field(column.name, .money, money: rule)
      }
    )
  }
}
