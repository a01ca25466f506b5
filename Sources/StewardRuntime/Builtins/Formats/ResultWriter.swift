package import StewardValues

/// Writes a result as text: for `--output`, for the `to …` commands and for files, by one
/// mechanism.
///
/// Rows, lists and records take the format; a single text, number or time is its plain text in
/// every format but JSON. All text but JSON and plain text ends with a newline.
package struct ResultWriter: Sendable {
  package var format: OutputFormat
  /// Where lines of a table are cut; nil for a file or a pipe, where nothing is cut.
  package var width: Int?
  /// Whether a table ends with the number of its rows.
  package var countsRows: Bool
  package var csv: CSVStyle
  /// Tells which rows of a table get a mark, and what the mark means; nil for none.
  package var marking: RowMarking?
  /// Names that a table shows in place of ids; nil where ids are shown.
  package var naming: IDNaming?
  /// What the rows that it must hold count for; nil for a writer that belongs to no run.
  package var budget: RunBudget?
  /// Stops it; nil where only the rows' source does.
  package var cancellation: Cancellation?

  package init(
    _ format: OutputFormat,
    width: Int? = nil,
    countsRows: Bool = true,
    csv: CSVStyle = CSVStyle()
  ) {
    self.format = format
    self.width = width
    self.countsRows = countsRows
    self.csv = csv
  }

  /// Writes to the host's standard output, with a newline at the end. Null writes nothing.
  ///
  /// - Parameters:
  ///   - output: What the script's last statement gave; taken to its end.
  ///   - type: Its static type: the columns, where it says them.
  ///   - host: Where it goes.
  /// - Throws: What arises while rows are pulled, and what the host throws.
  package func write(
    _ output: consuming Output,
    type: DataType,
    to host: any RunHost
  ) throws(RunError) {
    if case .value(.null) = output { return }
    if case .value(let value) = output, value.list == nil { try budget?.check(written: value) }
    let text = self.text(of: output, type: type)
    var lastByte: UInt8?
    while let piece = try text.next() {
      guard let last = piece.last else { continue }
      lastByte = last
      try host.write(piece)
    }
    if let lastByte, lastByte != UInt8(ascii: "\n") { try host.write([UInt8(ascii: "\n")]) }
  }

  /// The same as a part of a run.
  func of(_ context: RunContext) -> ResultWriter {
    var writer = self
    writer.budget = context.budget
    writer.cancellation = context.cancellation
    return writer
  }

  /// The result as pieces of text; rows are pulled as the pieces are.
  package func text(of output: consuming Output, type: DataType = .any) -> TextStream {
    let element = type.unwrapped.element ?? .any
    switch output {
    case .nothing: return PieceStream([])
    case .text(let stream): return stream
    case .rows(let stream): return text(of: stream, rowType: element)
    case .value(.list(let list)): return text(of: ListStream(list.values), rowType: element)
    case .value(let value): return text(of: value, type: type)
    }
  }

  private func text(of value: Value, type: DataType) -> TextStream {
    if format == .json { return PieceStream([Array(JSONWriter.text(value).utf8)]) }
    guard case .record(let record) = value else {
      return PieceStream(value.isNull ? [] : [Array(shown(value).utf8)])
    }
    switch format {
    case .table: return PieceStream([Array(RecordTable.text(of: record).utf8)])
    case .yaml: return PieceStream([Array(YAMLWriter.document(value).utf8)])
    case .json, .ndjson, .csv, .md, .lines:
      return text(of: ListStream([value]), rowType: type.unwrapped)
    }
  }

  /// A single text as it is; a terminal must not obey what a server wrote.
  private func shown(_ value: Value) -> String {
    width == nil ? value.plainText : escapingControls(value.plainText, keepingLines: true)
  }

  private func text(of rows: RowStream, rowType: DataType) -> TextStream {
    // Rows that a closure without a value gave: there is nothing to show of them.
    if case .null = rowType { return DrainedStream(rows) }
    if format == .table || format == .md, let rows = rows as? ReportedRows {
      return ReportText(rows, format)
    }
    let text = formatted(rows, rowType)
    text.budget = budget
    text.cancellation = cancellation
    return text
  }

  private func formatted(_ rows: RowStream, _ rowType: DataType) -> RowsText {
    switch format {
    case .table where rowType.shape === Explanation.shape: return ExplanationText(rows)
    case .table:
      return TableStream(
        rows,
        rowType: rowType,
        width: width,
        countsRows: countsRows,
        marking: marking,
        naming: naming
      )
    case .json: return JSONListStream(rows)
    case .ndjson: return RowTextStream(rows) { row in JSONWriter.text(row) + "\n" }
    case .csv: return CSVTextStream(rows, rowType: rowType, csv)
    case .yaml:
      return RowTextStream(rows, ifEmpty: "[]\n") { row in YAMLWriter.item(row) }
    case .md: return MarkdownStream(rows, rowType: rowType)
    case .lines: return RowTextStream(rows) { row in PlainLine.text(of: row) + "\n" }
    }
  }
}
