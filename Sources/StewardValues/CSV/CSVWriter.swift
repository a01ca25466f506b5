/// Rows as CSV by RFC 4180, with line feeds.
///
/// The columns are those of a shape that is known before, or else of the first row; what later rows
/// have besides is left out. Amounts are plain numbers in a column that names their currency,
/// `amount (USD)`; one in another currency is written with its code. Lists and records are JSON.
package struct CSVWriter {
  private struct Column {
    let name: String
    var currency: String?
  }
  private let separator: UInt8
  private let isExcelSafe: Bool
  private let shape: Shape?
  private var columns: [Column]?

  /// - Parameters:
  ///   - shape: The columns; nil for those of the first row.
  ///   - separator: Between cells; not a quote or a line break.
  ///   - excelSafe: Writes `'` before text that a spreadsheet would take for a formula.
  package init(
    shape: Shape? = nil,
    separator: UInt8 = UInt8(ascii: ","),
    excelSafe: Bool = false
  ) {
    self.shape = shape
    self.separator = separator
    isExcelSafe = excelSafe
  }

  /// Appends a row, and the header before the first. What is not a record is a row of one cell.
  package mutating func append(_ row: Value, to bytes: inout [UInt8]) {
    let columns = columns ?? begin(row, &bytes)
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(separator) }
      let value = row.record.map { $0[column.name] ?? .null } ?? row
      append(cell: value, column, isOnly: columns.count == 1, &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends the header if there were no rows to do it and the shape is known.
  package mutating func finish(_ bytes: inout [UInt8]) {
    guard columns == nil, let shape else { return }
    _ = begin(.record(Record(shape: shape) { _ in .null }), &bytes)
  }

  private mutating func begin(_ row: Value, _ bytes: inout [UInt8]) -> [Column] {
    let columns = Self.columns(shape ?? row.record?.shape, row)
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(separator) }
      let name = column.currency.map { "\(column.name) (\($0))" } ?? column.name
      append(text: name, &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
    self.columns = columns
    return columns
  }

  private static func columns(_ shape: Shape?, _ row: Value) -> [Column] {
    guard let shape else { return [Column(name: "value", currency: row.currency)] }
    return shape.fields.map { field in
      let standard: String? =
        if case .money = field.type.unwrapped { field.money?.currency } else { nil }
      return Column(name: field.name, currency: row.record?[field.name]?.currency ?? standard)
    }
  }
}

extension Value {
  fileprivate var currency: String? {
    if case .money(let box) = self { box.money.currency } else { nil }
  }
}

extension CSVWriter {
  private func append(
    cell value: Value,
    _ column: Column,
    isOnly: Bool,
    _ bytes: inout [UInt8]
  ) {
    switch value {
    case .null:
      // An empty line would be no row.
      if isOnly { bytes.append(contentsOf: "\"\"".utf8) }
    case .money(let box) where box.money.currency == column.currency:
      bytes.append(contentsOf: box.money.amount.description.utf8)
    case .int, .float, .decimal, .money:
      bytes.append(contentsOf: value.plainText.utf8)
    case .string(let box) where isOnly && box.string.isEmpty:
      bytes.append(contentsOf: "\"\"".utf8)
    default:
      append(text: value.plainText, &bytes)
    }
  }

  private func append(text: String, _ bytes: inout [UInt8]) {
    let isFormula = isExcelSafe && text.utf8.first.map(Self.startsFormula) ?? false
    let text = isFormula ? "'" + text : text
    // What looks like a byte order mark would be dropped by who reads it.
    guard text.utf8.contains(where: needsQuotes) || text.utf8.starts(with: Self.mark) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }
}
