import StewardValues
import Testing

@Suite struct JSONScannerTests {
  private func find(_ name: String, _ text: String) -> String? {
    JSONScanner.lastStringField(named: name, in: Array(text.utf8))
  }

  @Test(arguments: [
    #"{"data":[],"first_id":"a","has_more":true,"last_id":"z"}"#,
    #"{"data":[],"last_id":"z","has_more":false,"n":-1.5e+3,"x":null}"#,
    " { \"data\" : [ ] , \"last_id\" : \"z\" , \"has_more\" : true } \n",
    #"{"last_id":"z"}"#,
    #"{"data":[{"last_id":"wrong"}],"last_id":"z","name":"a \"quoted\" \\"}"#,
    #"{"last_id":"z","text":",\"last_id\":\"wrong\""}"#,
  ])
  func `a cursor at the end`(text: String) {
    #expect(find("last_id", text) == "z")
  }

  @Test(arguments: [
    "", "{", "}", "{}", "[]", #"[{"last_id":"z"}]"#, #"{"data":[{"last_id":"z"}]}"#,
    #"{"data":{"last_id":"z"}}"#, #"{"last_id":"z","data":[]}"#, #"{"last_id":null}"#,
    #"{"last_id":5}"#, #"{"last_id":"\u007a"}"#, #"{"other":"z"}"#, #"{"last_id":"z"},"#,
    #"{"a":{"last_id":"z"}"#, #"x{"last_id":"z"}"#, #"{"a":[1,{"last_id":"z"}"#,
    #"{"data":"{","last_id":"#, #""last_id":"z"}"#, #"{"a":"last_id":"z"}"#,
    #"{"text":"{\"last_id\":\"z\"}"}"#, #"{"data":[{"last_id":"z"}"#,
  ])
  func `nothing is better than a guess`(text: String) {
    #expect(find("last_id", text) == nil)
  }

  @Test func `it agrees with the reader on pages that are written`() throws {
    var random = SplitMix(31)
    var reader = JSONReader()
    for _ in 0..<500 {
      var fields = ["data", "first_id", "has_more", "last_id", "note"]
      fields.shuffle(using: &random)
      let shape = Shape(fields: fields.map { Field($0, .any) })
      let page = Value.record(Record(shape: shape) { Self.value(of: fields[$0], &random) })
      let bytes = JSONWriter.utf8(page, pretty: Bool.random(using: &random))
      let read = try #require(try reader.read(bytes).record)
      if let found = JSONScanner.lastStringField(named: "last_id", in: bytes) {
        #expect(read["last_id"] == Value(found))
      } else {
        let place = try #require(fields.firstIndex(of: "last_id"))
        let isBehindRows = fields[..<place].contains("data")
        #expect(!isBehindRows)
      }
    }
  }

  private static func value(of field: String, _ random: inout SplitMix) -> Value {
    switch field {
    case "data": [Value(record: ["last_id": "row"])]
    case "has_more": .bool(.random(using: &random))
    case "note":
      ["plain", "a \"quote", "back\\slash", "{\"last_id\":\"no\"}", ""].randomElement(
        using: &random
      ) ?? ""
    default: Value("id_\(Int.random(in: 0...9, using: &random))")
    }
  }
}
