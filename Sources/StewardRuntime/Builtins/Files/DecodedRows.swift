internal import StewardValues

/// Rows of newline-delimited JSON. The reader is made at the first pull, when it is known which
/// fields are wanted.
final class NDJSONRows: RowStream {
  private let input: InputBytes
  private let site: CallSite
  private let evaluator: Evaluator
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
    evaluator = call.evaluator
  }

  override func expect(_ demand: Demand) { fields = demand.fields }

  override func next() throws(RunError) -> Value? {
    try evaluator.takeRow()
    let lines = self.lines ?? Lines(reader)
    self.lines = lines
    do throws(InputError) {
      return try lines.reader.next()
    } catch {
      throw input.error(error, site)
    }
  }

  private var reader: NDJSONReader {
    let longest = evaluator.context.limits.lineBytes
    return NDJSONReader(input, projecting: fields, maximumLine: longest)
  }
}

/// The elements of one JSON array.
final class JSONArrayRows: RowStream {
  private let bytes: [UInt8]
  private let name: String
  private let call: Call
  private var fields: Set<String>?
  private var rows: ListStream?
  private let holding: HeldValues

  init(_ bytes: [UInt8], named name: String, _ call: Call) {
    self.bytes = bytes
    self.name = name
    self.call = call
    holding = HeldValues(call.context.budget)
  }

  override func expect(_ demand: Demand) { fields = demand.fields }

  override func next() throws(RunError) -> Value? {
    try call.evaluator.takeRow()
    if let rows { return try rows.next() }
    let value = try JSONText.value(
      of: bytes,
      named: name,
      type: .list(.any),
      projecting: fields,
      call
    )
    let elements = value.list ?? []
    try holding.add(bytes: value.footprint.unleased, rows: elements.count)
    let rows = ListStream(elements)
    self.rows = rows
    return try rows.next()
  }
}

/// Rows of CSV, with the cells' types and the columns' names that were asked for.
final class CSVRows: RowStream {
  private let input: InputBytes
  private let site: CallSite
  private let evaluator: Evaluator
  private let cells: CellConversion
  private var plan: CellConversion.Plan?
  private var reader: CSVReader<InputBytes>

  init(_ input: InputBytes, separator: UInt8, _ cells: CellConversion, _ call: Call) {
    self.input = input
    site = call.site
    evaluator = call.evaluator
    self.cells = cells
    let longest = call.context.limits.lineBytes
    reader = CSVReader(input, separator: separator, maximumRow: longest)
  }

  override func next() throws(RunError) -> Value? {
    try evaluator.takeRow()
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
    _ call: Call
  ) throws(RunError) -> Value {
    let watch = DecodingWatch(call.context)
    do throws(JSONError) {
      var reader = JSONReader(type: type, projecting: fields)
      reader.watch = { watch.hears(of: $0) }
      return try reader.read(bytes)
    } catch {
      if error.isStopped { try watch.rethrow() }
      let before = bytes.prefix(error.offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      throw call.site.error(.parse, "\(escapingControls(name)): line \(line): \(error.message)")
    }
  }

  /// Rows, if the text is an array; otherwise its value.
  static func output(of bytes: [UInt8], named name: String, _ call: Call) throws(RunError) -> Output
  {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let first = content.first { !" \t\r\n".utf8.contains($0) }
    guard first == UInt8(ascii: "[") else {
      return .value(try value(of: content, named: name, call))
    }
    return .rows(JSONArrayRows(content, named: name, call))
  }
}
