import StewardValues
import Testing

@Suite struct JSONShapesTests {
  private func rows(_ reader: inout JSONReader, _ text: String) throws -> [Record] {
    try #require(try reader.read(Array(text.utf8)).list).map { try #require($0.record) }
  }

  @Test func `rows with the same keys share a shape, also over messages`() throws {
    var reader = JSONReader()
    let first = try rows(&reader, #"[{"a":1,"b":2},{"a":3,"b":4},{"b":1,"a":2}]"#)
    let second = try rows(&reader, #"[{"a":5,"b":6}]"#)
    #expect(first[0].shape === first[1].shape)
    #expect(first[0].shape === second[0].shape)
    #expect(first[0].shape !== first[2].shape)
    #expect(first[2].shape.fields.map(\.name) == ["b", "a"])
  }

  @Test func `objects with hundreds of keys keep them in order`() throws {
    var reader = JSONReader()
    let members = (0..<500).map { #""key\#($0)":\#($0)"# }.joined(separator: ",")
    let record = try #require(
      try reader.read(Array(#"{\#(members),"key7":-1,"key400":-2}"#.utf8)).record
    )
    #expect(record.count == 500)
    #expect(record["key7"] == -1)
    #expect(record["key400"] == -2)
    #expect(record.shape.fields.map(\.name) == (0..<500).map { "key\($0)" })
  }

  @Test func `keys that are data do not fill the reader`() throws {
    var reader = JSONReader()
    for number in 0..<20_000 {
      let bytes = Array(#"{"x\#(number)":1,"y":{"z\#(number)":2},"x\#(number)":3}"#.utf8)
      let record = try #require(try reader.read(bytes).record)
      #expect(record.shape.fields.map(\.name) == ["x\(number)", "y"])
      #expect(record[0] == 3)
    }
  }

  @Test func `a repeated text is one object and an id is not remembered`() throws {
    var reader = JSONReader()
    let text = (0..<200).map { #"{"id":"id_\#($0)","role":"developer"}"# }.joined(separator: ",")
    let rows = try rows(&reader, "[\(text)]")
    let boxes = rows.compactMap { row -> StringBox? in
      if case .string(let box)? = row["role"] { box } else { nil }
    }
    #expect(boxes.count == 200)
    #expect(Set(boxes.map(ObjectIdentifier.init)).count < 5)
    #expect(rows.enumerated().allSatisfy { $1["id"] == Value("id_\($0)") })
  }

  @Test func `texts that only look alike are not mixed up`() throws {
    var reader = JSONReader()
    var random = SplitMix(23)
    for _ in 0..<200 {
      let texts = (0..<50).map { _ in
        String(
          (0..<Int.random(in: 0...36, using: &random)).map { _ in
            Bool.random(using: &random) ? "a" : "b"
          }
        )
      }
      let list = texts.map { #"{"t":"\#($0)"}"# }.joined(separator: ",")
      #expect(try rows(&reader, "[\(list)]").map { $0[0] } == texts.map { Value($0) })
    }
  }
}
