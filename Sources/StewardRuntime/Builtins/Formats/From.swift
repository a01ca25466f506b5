internal import StewardValues

extension Command {
  static let fromJSON = decoder(
    "json",
    .json,
    "The value of a text of JSON; rows if it is an array",
    CommandExample(#"'{"a": [1, 2]}' | from json"#, "a record")
  )

  static let fromNDJSON = decoder(
    "ndjson",
    .ndjson,
    "Rows from text with one JSON value a line",
    CommandExample(#"open --as text log.txt | from ndjson"#, "rows"),
    searchTerms: ["jsonl"]
  )

  static let fromCSV = decoder(
    "csv",
    .csv,
    "Rows from CSV with a header; every cell is text, an empty one null",
    CommandExample(#""id,n\na,1" | from csv --types {n: "int"}"#, "one row"),
    parameters: .csvReading,
    searchTerms: ["excel", "spreadsheet"],
    validate: { $0.csvReadingProblems }
  )

  static let fromLines = Command(
    "from lines",
    "The lines of a text",
    input: .value,
    examples: [CommandExample(#""a\nb" | from lines"#, "a and b")],
    searchTerms: ["split"],
    output: { _ in .stream(.string) },
    run: { call, _ throws(RunError) in .rows(LineRows(try call.textInput())) }
  )

  private static func decoder(
    _ word: String,
    _ format: InputFormat,
    _ summary: String,
    _ example: CommandExample,
    parameters: [CommandParameter] = [],
    searchTerms: [String] = [],
    validate: @escaping @Sendable (CheckedCall) -> [ArgumentProblem] = { _ in [] }
  ) -> Command {
    Command(
      "from \(word)",
      summary,
      parameters: parameters,
      input: .value,
      examples: [example],
      searchTerms: ["parse", "decode"] + searchTerms,
      output: { format.type(of: $0) },
      validate: validate,
      run: { call, _ throws(RunError) in
        let text = try call.textInput()
        let source = FunctionByteSource { () throws(InputError) in
          do throws(RunError) {
            return try text.next()
          } catch {
            throw InputError(error.message, underlying: error)
          }
        }
        return try format.output(of: InputBytes(name: "the text", source), call)
      }
    )
  }
}

extension Call {
  /// The input, which must be text.
  fileprivate func textInput() throws(RunError) -> TextStream {
    switch input {
    case .text(let stream): return stream
    case .value(.string(let box)): return PieceStream([Array(box.string.utf8)])
    case .value(.null):
      throw site.error(.null, "`\(command.name)` of null", help: "give a fallback value with `??`")
    case .value(let value):
      throw site.error(.type, "`\(command.name)` takes text, found \(value.typeName)")
    case .rows, .nothing, nil:
      throw site.error(.type, "`\(command.name)` takes text")
    }
  }
}

/// The lines of a text, without their ends.
final class LineRows: RowStream {
  private let text: TextStream
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ text: TextStream) {
    self.text = text
    super.init()
  }

  override func cancel() { text.cancel() }

  override func next() throws(RunError) -> Value? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return line(upTo: end)
      }
      searched = buffer.count - start
      buffer.removeSubrange(..<start)
      start = 0
      if !isAtEnd, let piece = try text.next() {
        buffer += piece
        continue
      }
      isAtEnd = true
      guard !buffer.isEmpty else { return nil }
      defer { buffer = [] }
      return line(upTo: buffer.count)
    }
  }

  private func line(upTo end: Int) -> Value {
    let hasReturn = end > start && buffer[end - 1] == UInt8(ascii: "\r")
    return Value(String(decoding: buffer[start..<(hasReturn ? end - 1 : end)], as: UTF8.self))
  }
}
