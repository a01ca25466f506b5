/// Rows of CSV by RFC 4180, one at a time, in constant memory. All rows share one shape, and all
/// cells are text; an empty cell is null.
///
/// A byte order mark and empty lines are skipped; lines may end with CR LF or LF. Columns without a
/// name, two with one name, and rows with more or fewer cells than the header are errors.
package struct CSVReader<Source: ByteSource> {
  private var source: Source
  private let separator: UInt8
  private let buffer: InputBuffer
  private var texts = TextCache()
  private var scores: ContiguousArray<TextCache.Score> = []
  private var shape: Shape?
  private var isAtEnd = false
  /// The line on which the row begins that was read last, from 1.
  package private(set) var line = 0
  private var nextLine = 1
  /// The number of that row, from 1, without the header.
  package private(set) var row = 0

  /// `maximumRow`: A row with more bytes is refused.
  package init(
    _ source: Source,
    separator: UInt8 = UInt8(ascii: ","),
    maximumRow: Int? = nil
  ) {
    self.source = source
    self.separator = separator
    buffer = InputBuffer(maximumCount: maximumRow ?? InputBuffer.maximumCount)
  }

  /// The columns; nil if there is not even a header. It reads the first line, once.
  package mutating func header() throws(InputError) -> Shape? {
    if let shape { return shape }
    guard let length = try nextRow() else { return nil }
    defer { buffer.drop(length + 1) }
    let shape = try located { reader throws(InputError) in try reader.readHeader(length) }
    scores = ContiguousArray(repeating: TextCache.Score(), count: shape.fields.count)
    self.shape = shape
    return shape
  }

  /// The next row, or nil at the end.
  package mutating func next() throws(InputError) -> Value? {
    guard let shape = try header(), let length = try nextRow() else { return nil }
    row += 1
    defer { buffer.drop(length + 1) }
    return try located { reader throws(InputError) in
      .record(try reader.readRow(length, shape))
    }
  }
}

extension CSVReader {
  private mutating func readHeader(_ length: Int) throws(InputError) -> Shape {
    var names: [String] = []
    var known: Set<String> = []
    var cells = CSVCells(content(length), separator: separator)
    while try cells.next({ bytes throws(InputError) in
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw InputError("column \(names.count + 1) has a name that is not UTF-8")
      }
      guard !name.isEmpty else { throw InputError("column \(names.count + 1) has no name") }
      // Else the whole file would be one header without rows, and nobody would hear of it.
      guard !bytes.contains(0x0D) else {
        throw InputError("its lines end with carriage returns only: save it with line feeds")
      }
      guard known.insert(name).inserted else {
        throw InputError("two columns are called `\(name)`")
      }
      names.append(name)
    }) {}
    return Shape(fields: names.map { Field($0, .string.orNull) })
  }

  private mutating func readRow(_ length: Int, _ shape: Shape) throws(InputError) -> Record {
    let builder = RecordBuilder(shape)
    let width = shape.fields.count
    var count = 0
    var cells = CSVCells(content(length), separator: separator)
    while try cells.next({ bytes throws(InputError) in
      defer { count += 1 }
      guard count < width, !bytes.isEmpty else { return }
      guard let box = texts.box(validating: bytes, &scores[count]) else {
        throw InputError("the cell of `\(shape.fields[count].name)` is not UTF-8")
      }
      builder[count] = .string(box)
    }) {}
    guard count == width else {
      let cells = count == 1 ? "1 cell" : "\(count) cells"
      throw InputError("it has \(cells), and the header has \(width)")
    }
    return builder.finish()
  }

  /// The row without its carriage return.
  private func content(_ length: Int) -> UnsafeBufferPointer<UInt8> {
    let row = buffer.bytes.prefix(length)
    return UnsafeBufferPointer(rebasing: row.last == 0x0D ? row.dropLast() : row)
  }

  /// Tells an error where it is.
  private mutating func located<Result>(
    _ body: (inout CSVReader) throws(InputError) -> Result
  ) throws(InputError) -> Result {
    do throws(InputError) {
      return try body(&self)
    } catch {
      throw InputError(error.message, line: line, row: row > 0 ? row : nil)
    }
  }
}

extension CSVReader {
  /// The length of the next row that is not empty, which is in the buffer then; nil at the end.
  private mutating func nextRow() throws(InputError) -> Int? {
    while let length = try rowLength() {
      let isEmpty = content(length).isEmpty
      guard isEmpty else { return length }
      buffer.drop(length + 1)
    }
    return nil
  }

  private mutating func rowLength() throws(InputError) -> Int? {
    var scanner = CSVRowScanner(separator: separator)
    line = nextLine
    if line == 1 { try dropMark() }
    while true {
      if let length = scanner.rowLength(in: buffer.bytes) {
        nextLine += 1 + scanner.innerLines
        return length
      }
      guard isAtEnd else {
        try fill()
        continue
      }
      guard !scanner.isInQuotes else {
        throw InputError("a quote is not closed", line: line, row: row + 1)
      }
      return buffer.bytes.isEmpty ? nil : buffer.bytes.count
    }
  }

  private mutating func dropMark() throws(InputError) {
    while !isAtEnd, buffer.bytes.count < 3 { try fill() }
    if buffer.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { buffer.drop(3) }
  }

  private mutating func fill() throws(InputError) {
    do throws(InputError) {
      isAtEnd = try !buffer.fill(from: &source)
    } catch {
      throw InputError(error.message, line: error.line ?? line, underlying: error.underlying)
    }
  }
}
