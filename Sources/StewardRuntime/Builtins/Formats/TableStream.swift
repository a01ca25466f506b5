internal import StewardValues

/// Rows as a table for people: the widths come from the first 100 rows, after which it streams. Rows
/// that are no records are lines of plain text.
final class TableStream: RowsText {
  private let rowType: DataType
  /// Lines are cut to so many columns; nil where nothing is cut.
  private let width: Int?
  /// Whether the number of rows is said at the end.
  private let countsRows: Bool
  private let marking: RowMarking?
  private let naming: IDNaming?
  /// Columns with names in place of ids, in their order.
  private var namedFields: [String] = []
  private var hasMarks = false
  private var sample: SampledRows?
  private var grid: TableGrid?
  private var count = 0
  private var hasPlainRows = false
  private var hiddenFields: [String] = []
  private var isDone = false

  /// Rows that are looked at for the widths.
  static let sampleSize = 100

  init(
    _ rows: RowStream,
    rowType: DataType,
    width: Int?,
    countsRows: Bool,
    marking: RowMarking? = nil,
    naming: IDNaming? = nil
  ) {
    self.rowType = rowType
    // A mark must not make a line too long.
    self.width = marking == nil ? width : width.map { $0 - RowMarking.star.utf8.count }
    self.countsRows = countsRows
    self.marking = marking
    self.naming = naming
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
    let grid = TableGrid(layout, first: sample.first, width: width, naming: naming)
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
    for name in grid.named(in: record) where !namedFields.contains(name) {
      namedFields.append(name)
    }
    let line = grid.line(of: record)
    guard let marking, marking.marks(record) else { return line }
    hasMarks = true
    return line.dropLast() + RowMarking.star + "\n"
  }

  /// All names where they have room in the line, else as many as do.
  private func shownNames(after line: String) -> [String] {
    let names = hiddenFields.map { escapingControls($0) }
    guard let width else { return names }
    let room = width - DisplayWidth.of(line)
    func fit(_ names: some Collection<String>, _ end: String) -> Bool {
      let text = "; not shown: " + names.joined(separator: ", ") + end
      return DisplayWidth.of(text) <= room
    }
    guard !fit(names, "") else { return names }
    for count in names.indices.dropFirst().reversed() {
      let more = "and \(names.count - count) more"
      if fit(names[..<count], ", \(more)") { return names[..<count] + [more] }
    }
    return names
  }

  private func remark(on extent: RowExtent) -> String {
    switch extent {
    case .unknown: ""
    case .all: ", complete"
    case .beginning(count): ", there may be more"
    case .beginning(let rows): ", of the first \(rows) only"
    }
  }

  /// `3 rows`, whether these are all, and what the table does not show.
  private func closingLine() -> String {
    guard countsRows, !hasPlainRows else { return "" }
    var line = (count == 1 ? "1 row" : "\(count) rows") + remark(on: rows.extent)
    let shownFields = namedFields.filter { grid?.hidden.contains($0) == false }
    if !shownFields.isEmpty { line += "; \(shownFields.joined(separator: ", ")) by name" }
    if let grid, !grid.hidden.isEmpty { hiddenFields = grid.hidden + hiddenFields }
    if !hiddenFields.isEmpty {
      line += "; not shown: " + shownNames(after: line).joined(separator: ", ")
    }
    if hasMarks, let marking { line += "; * \(marking.meaning)" }
    return line + "\n"
  }
}
