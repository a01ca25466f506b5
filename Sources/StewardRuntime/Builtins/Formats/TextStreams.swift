internal import StewardValues

/// Text that is already there.
final class PieceStream: TextStream {
  private var pieces: ArraySlice<[UInt8]>

  init(_ pieces: [[UInt8]]) { self.pieces = pieces[...] }

  override func next() throws(RunError) -> [UInt8]? { pieces.popFirst() }
}

/// Text made of rows.
class RowsText: TextStream {
  let rows: RowStream
  /// Of the run that this is a part of.
  final var budget: RunBudget?
  final var cancellation: Cancellation?
  private var hasExpected = false

  init(_ rows: RowStream) { self.rows = rows }

  /// Says, before the first row is pulled, that all will be.
  final func pull() throws(RunError) -> Value? {
    if !hasExpected {
      hasExpected = true
      rows.expect(.all)
    }
    try cancellation?.check()
    let row = try rows.next()
    if let row { try budget?.check(written: row) }
    return row
  }

  override final func cancel() { rows.cancel() }
}

/// One piece of text for each row, by a rule that knows nothing of the other rows.
final class RowTextStream: RowsText {
  private let line: (Value) -> String
  private let textIfEmpty: String
  private var isFirst = true

  init(_ rows: RowStream, ifEmpty text: String = "", _ line: @escaping (Value) -> String) {
    self.line = line
    textIfEmpty = text
    super.init(rows)
  }

  override func next() throws(RunError) -> [UInt8]? {
    let row = try pull()
    defer { isFirst = false }
    if let row { return Array(line(row).utf8) }
    return isFirst && !textIfEmpty.isEmpty ? Array(textIfEmpty.utf8) : nil
  }
}

/// A JSON array. It is whole or not there at all, so that nobody reads half of one.
final class JSONListStream: RowsText {
  private var isDone = false

  override func next() throws(RunError) -> [UInt8]? {
    guard !isDone else { return nil }
    isDone = true
    var bytes = [UInt8(ascii: "[")]
    while let row = try pull() {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      JSONWriter.append(row, to: &bytes)
      try budget?.check(textOf: bytes.count)
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }
}

/// Takes all rows and gives no text.
final class DrainedStream: RowsText {
  override func next() throws(RunError) -> [UInt8]? {
    rows.expect(Demand(fields: [], drains: true))
    while try rows.next() != nil { try cancellation?.check() }
    return nil
  }
}

/// A row as one line for `cut` and `awk`: a record's fields are separated by tabs.
enum PlainLine {
  static func text(of row: Value) -> String {
    guard case .record(let record) = row else { return oneLine(row) }
    return record.values.map(oneLine).joined(separator: "\t")
  }

  /// Tabs and line breaks inside a value would look like the ones between values.
  private static func oneLine(_ value: Value) -> String {
    escapingControls(value.isNull ? "" : value.plainText)
  }
}
