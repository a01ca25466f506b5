internal import StewardValues

/// Rows of newline-delimited JSON. The reader is made at the first pull, when it is known which
/// fields are wanted.
final class NDJSONRows: RowStream {
  private let input: InputBytes
  private let site: CallSite
  private let cancellation: Cancellation
  private var fields: Set<String>?
  private var lines: Lines?

  /// The reader where it can be changed in place; out of an optional it would be copied.
  private final class Lines {
    var reader: NDJSONReader
    init(_ reader: NDJSONReader) { self.reader = reader }
  }

  init(_ input: InputBytes, _ call: Call) {
    self.input = input
    site = call.site
    cancellation = call.context.cancellation
  }

  override func expect(_ demand: Demand) { fields = demand.fields }

  override func next() throws(RunError) -> Value? {
    try cancellation.check()
    let lines = self.lines ?? Lines(NDJSONReader(input, projecting: fields))
    self.lines = lines
    do throws(InputError) {
      return try lines.reader.next()
    } catch {
      throw input.error(error, site)
    }
  }
}

/// The elements of one JSON array.
final class JSONArrayRows: RowStream {
  private let bytes: [UInt8]
  private let name: String
  private let site: CallSite
  private let cancellation: Cancellation
  private var fields: Set<String>?
  private var rows: ListStream?

  init(_ bytes: [UInt8], named name: String, _ call: Call) {
    self.bytes = bytes
    self.name = name
    site = call.site
    cancellation = call.context.cancellation
  }

  override func expect(_ demand: Demand) { fields = demand.fields }

  override func next() throws(RunError) -> Value? {
    try cancellation.check()
    if let rows { return try rows.next() }
    let value = try JSONText.value(
      of: bytes,
      named: name,
      type: .list(.any),
      projecting: fields,
      site
    )
    let rows = ListStream(value.list ?? [])
    self.rows = rows
    return try rows.next()
  }
}

/// Rows of CSV, with the cells' types and the columns' names that were asked for.
final class CSVRows: RowStream {
  private let input: InputBytes
  private let site: CallSite
  private let cancellation: Cancellation
  private let cells: CellConversion
  private var plan: CellConversion.Plan?
  private var reader: CSVReader<InputBytes>

  init(_ input: InputBytes, separator: UInt8, _ cells: CellConversion, _ call: Call) {
    self.input = input
    site = call.site
    cancellation = call.context.cancellation
    self.cells = cells
    reader = CSVReader(input, separator: separator)
  }

  override func next() throws(RunError) -> Value? {
    try cancellation.check()
    do throws(InputError) {
      if plan == nil, let shape = try reader.header() { plan = try cells.plan(for: shape) }
      guard let row = try reader.next(), case .record(let record) = row else { return nil }
      guard let plan, !plan.isIdentity else { return row }
      do throws(InputError) {
        return try plan.convert(record)
      } catch {
        throw InputError(error.message, line: reader.line, row: reader.row)
      }
    } catch {
      throw input.error(error, site)
    }
  }
}

/// Whole texts of JSON.
enum JSONText {
  static func value(
    of bytes: [UInt8],
    named name: String,
    type: DataType = .any,
    projecting fields: Set<String>? = nil,
    _ site: CallSite
  ) throws(RunError) -> Value {
    do throws(JSONError) {
      var reader = JSONReader(type: type, projecting: fields)
      return try reader.read(bytes)
    } catch {
      let before = bytes.prefix(error.offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      throw site.error(.parse, "\(escapingControls(name)): line \(line): \(error.message)")
    }
  }

  /// Rows, if the text is an array; otherwise its value.
  static func output(of bytes: [UInt8], named name: String, _ call: Call) throws(RunError) -> Output
  {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let first = content.first { !" \t\r\n".utf8.contains($0) }
    guard first == UInt8(ascii: "[") else {
      return .value(try value(of: content, named: name, call.site))
    }
    return .rows(JSONArrayRows(content, named: name, call))
  }
}
