import StewardValues
import Testing

@Suite struct CSVReaderTests {
  private func rows(
    _ text: String,
    pieceLength: Int = .max,
    separator: UInt8 = UInt8(ascii: ",")
  ) throws -> [Record] {
    var reader = CSVReader(
      MemoryByteSource(Array(text.utf8), pieceLength: pieceLength),
      separator: separator
    )
    var rows: [Record] = []
    while let row = try reader.next() { rows.append(try #require(row.record)) }
    return rows
  }

  @Test func `pieces of any length give the same rows`() throws {
    let text =
      "\u{feff}name,note,mail\r\n\r\nAda,\"a \"\"b\"\", c\r\nd\",\n\"\",5\" pipe,é\r\n\n\"x\"\"\",y,z"
    let expected: [[Value]] = [
      ["Ada", "a \"b\", c\r\nd", .null], [.null, "5\" pipe", "é"], ["x\"", "y", "z"],
    ]
    for length in 1...text.utf8.count {
      for ending in ["", "\n", "\r\n"] {
        let rows = try rows(text + ending, pieceLength: length)
        #expect(rows.map(\.values) == expected)
        #expect(rows.allSatisfy { $0.shape === rows[0].shape })
      }
    }
  }

  @Test func `the header is the shape`() throws {
    var reader = CSVReader(MemoryByteSource(Array("a,\"b, c\"\n".utf8)))
    let shape = try #require(try reader.header())
    #expect(shape.fields.map(\.name) == ["a", "b, c"])
    #expect(shape.fields.map(\.type.description) == ["string?", "string?"])
    #expect(try reader.next() == nil)
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "\u{feff}"])
  func `without a header there are no rows`(text: String) throws {
    var reader = CSVReader(MemoryByteSource(Array(text.utf8)))
    #expect(try reader.header() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func `another separator`() throws {
    let rows = try rows("a;b\n1,5;\"x;y\"\n", separator: UInt8(ascii: ";"))
    #expect(rows.map(\.values) == [["1,5", "x;y"]])
  }

  @Test(arguments: [
    ("a,b,a\n", "line 1: two columns are called `a`"),
    ("a,,c\n", "line 1: column 2 has no name"),
    ("a,b\n1,2\n\n3\n", "row 2 (line 4): it has 1 cell, and the header has 2"),
    ("a,b\n1,2,3\n", "row 1 (line 2): it has 3 cells, and the header has 2"),
    ("a,b\n\"x\ny\",2\n3\n", "row 2 (line 4): it has 1 cell, and the header has 2"),
    ("a,b\n\"x\"y,2\n", "row 1 (line 2): a cell in quotes goes on behind its closing quote"),
    ("a,b\n1,2\n\"x,2\n3,4\n", "row 2 (line 3): a quote is not closed"),
    ("a\n\"", "row 1 (line 2): a quote is not closed"),
  ])
  func `errors say which row and which line`(text: String, expected: String) {
    for length in [1, 4, 1_000] {
      let error = #expect(throws: InputError.self) { try rows(text, pieceLength: length) }
      #expect(error?.description == expected)
    }
  }

  @Test func `line ends of carriage returns only are said`() {
    let error = #expect(throws: InputError.self) { try rows("a,b\r1,2\r3,4\r") }
    #expect(error?.description.contains("carriage returns only") == true)
  }

  @Test func `cells are UTF-8`() {
    var reader = CSVReader(MemoryByteSource(Array("a\n".utf8) + [0xFF, 0x0A]))
    let error = #expect(throws: InputError.self) { try reader.next() }
    #expect(error?.description == "row 1 (line 2): the cell of `a` is not UTF-8")
    var header = CSVReader(MemoryByteSource([0xFF, 0x0A]))
    #expect(throws: InputError.self) { try header.header() }
  }

  @Test func `what is written is read again`() throws {
    var random = SplitMix(43)
    let pieces = ["a", ",", "\"", "\n", "\r\n", " ", "é", "="]
    for _ in 0..<300 {
      let width = Int.random(in: 1...4, using: &random)
      let shape = Shape(fields: (0..<width).map { Field("c\($0)", .string) })
      let rows = (0..<5).map { _ in
        Record(shape: shape) { _ in
          let count = Int.random(in: 0...4, using: &random)
          return count == 0
            ? .null
            : Value((0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
        }
      }
      var bytes: [UInt8] = []
      var writer = CSVWriter()
      for row in rows { writer.append(.record(row), to: &bytes) }
      let read = try self.rows(String(decoding: bytes, as: UTF8.self), pieceLength: 7)
      #expect(read == rows)
    }
  }
}
