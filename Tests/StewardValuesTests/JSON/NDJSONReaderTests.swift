import StewardValues
import Testing

@Suite struct NDJSONReaderTests {
  private func rows(
    _ text: String,
    pieceLength: Int = .max,
    projecting fields: Set<String>? = nil
  ) throws -> [Value] {
    let source = MemoryByteSource(Array(text.utf8), pieceLength: pieceLength)
    var reader = NDJSONReader(source, projecting: fields)
    var rows: [Value] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func `pieces of any length give the same rows`() throws {
    let text = "\u{feff}{\"a\":1}\n\n  \t\r\n{\"a\":\"é\\n\"}\r\n[1,2]\n7"
    let expected: [Value] = [Value(record: ["a": 1]), Value(record: ["a": "é\n"]), [1, 2], 7]
    for length in 1...text.utf8.count {
      #expect(try rows(text, pieceLength: length) == expected)
      #expect(try rows(text + "\n", pieceLength: length) == expected)
    }
  }

  @Test(arguments: ["", "\n", "\n\n \n"])
  func `no rows`(text: String) throws {
    #expect(try rows(text).isEmpty)
  }

  @Test func `an error names the line and the byte`() throws {
    for length in [1, 3, 1_000] {
      var reader = NDJSONReader(
        MemoryByteSource(Array("1\n\n[1,x]\n2\n".utf8), pieceLength: length)
      )
      #expect(try reader.next() == 1)
      let error = #expect(throws: InputError.self) { try reader.next() }
      #expect(error?.line == 3)
      #expect(error?.column == 4)
      #expect(error?.description == "line 3, byte 4: expected a value, found `x`")
      // The line behind it is still there.
      #expect(try reader.next() == 2)
      #expect(try reader.next() == nil)
      #expect(reader.line == 4)
    }
  }

  @Test func `two values on a line are an error`() {
    #expect(throws: InputError.self) { try rows("{} {}") }
    #expect(throws: InputError.self) { try rows("{\"a\":\n1}") }
  }

  @Test func `more rows than the buffer holds`() throws {
    let line = #"{"id":"\#(String(repeating: "x", count: 500))","n":1}"# + "\n"
    let many = String(repeating: line, count: 2_000)
    let rows = try rows(many, pieceLength: 70_001, projecting: ["n"])
    #expect(rows.count == 2_000)
    #expect(rows.allSatisfy { $0 == Value(record: ["n": 1]) })
  }

  @Test func `a line longer than the buffer`() throws {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(try rows("1\n\"\(long)\"\n2") == [1, Value(long), 2])
  }

  @Test func `typed rows`() throws {
    let shape = Shape(fields: [Field("at", .datetime)])
    let source = MemoryByteSource(Array(#"{"at":"2026-01-31"}"#.utf8))
    var reader = NDJSONReader(source, type: .record(shape))
    #expect(try reader.next()?.record?["at"]?.typeName == "datetime")
  }

  @Test func `what the source throws comes through`() {
    struct Broken: Error {}
    var isFirst = true
    var reader = NDJSONReader(
      FunctionByteSource { () throws(InputError) in
        defer { isFirst = false }
        guard isFirst else { throw InputError("the pipe broke", underlying: Broken()) }
        return Array("1\n2".utf8)
      }
    )
    #expect(throws: Never.self) { try reader.next() }
    let error = #expect(throws: InputError.self) { try reader.next() }
    #expect(error?.message == "the pipe broke")
    #expect(error?.line == 2)
    #expect(error?.underlying is Broken)
  }
}
