import StewardValues
import Testing

@Suite struct JSONGrammarTests {
  private func read(_ text: String) throws -> Value {
    var reader = JSONReader()
    return try reader.read(Array(text.utf8))
  }

  @Test(arguments: [
    ("null", "null"), ("true", "true"), ("false", "false"), ("0", "0"), ("-0", "0"),
    ("-1", "-1"), ("10", "10"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775808", "9.223372036854776e+18"), ("1.0", "1.0"), ("2.50", "2.50"),
    ("-0.0", "0.0"), ("0.000000000000000001", "0.000000000000000001"),
    ("0.0000000000000000001", "1e-19"), ("1e0", "1.0"), ("1E+2", "100.0"), ("1e-2", "0.01"),
    ("1.5e3", "1500.0"), ("0e0", "0.0"), ("1e-999", "0.0"),
    ("12345678901234567890.123456789012345678", "12345678901234567890.123456789012345678"),
    ("123456789012345678901.123456789012345678", "1.2345678901234568e+20"),
    (#""""#, #""""#), (#""a""#, #""a""#), (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\u0008\u000c\n\r\t""#),
    (#""\u0041\u00e9\u20AC""#, #""Aé€""#), (#""\ud83d\ude00""#, #""😀""#),
    (#""\u0000""#, #""\u0000""#),
    (#""é€😀""#, #""é€😀""#), (#""\\u0041""#, #""\\u0041""#), ("\"\u{7f}\"", #""\u007f""#),
    ("[]", "[]"), ("[ ]", "[]"), ("[1,2]", "[1,2]"), (" [ 1 , [ ] ] ", "[1,[]]"),
    ("{}", "{}"), ("{ }", "{}"), (#"{"a":1}"#, #"{"a":1}"#),
    (#"{"":{"":null}}"#, #"{"":{"":null}}"#),
    (#" { "a" : 1 , "b" : [ true ] } "#, #"{"a":1,"b":[true]}"#),
    (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#), (#"{"\u0061":1,"a":2}"#, #"{"a":2}"#),
    ("\t\r\n 1 \t\r\n", "1"), (#"{"a\"b":1,"a\\":2}"#, #"{"a\"b":1,"a\\":2}"#),
  ])
  func `what is read`(text: String, expected: String) throws {
    #expect(try JSONWriter.text(read(text)) == expected)
  }

  @Test(arguments: [
    ("[1,x]", 3), (#"{"a":tru}"#, 5), ("\"ab\u{1}\"", 3), ("[1, 02]", 4), ("1 x", 2),
    (#""abc"#, 0), (#"["\q"]"#, 2),
  ])
  func `errors say where`(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try read(text) }
    #expect(error?.offset == offset)
  }

  @Test func `errors say what`() {
    let error = #expect(throws: JSONError.self) { try read("[1 2]") }
    #expect(error?.description == "expected `,` or `]`, found `2` (at byte 3)")
    let end = #expect(throws: JSONError.self) { try read("[1") }
    #expect(end?.message == "expected `,` or `]`, found the end")
  }

  @Test(arguments: ["[", #"{"a":"#])
  func `depth has a limit`(opening: String) throws {
    func nested(_ depth: Int) -> String {
      let closing = opening == "[" ? "]" : "}"
      return String(repeating: opening, count: depth) + (opening == "[" ? "[]" : "{}")
        + String(repeating: closing, count: depth)
    }
    #expect(try read(nested(127)).isNull == false)
    #expect(throws: JSONError.self) { try read(nested(128)) }
    #expect(throws: JSONError.self) { try read(String(repeating: opening, count: 100_000)) }
    var skipping = JSONReader(type: .any, projecting: [])
    #expect(throws: JSONError.self) {
      try skipping.read(Array(#"{"x":\#(nested(128))}"#.utf8))
    }
  }

  @Test func `every beginning of a message is an error and none crashes`() throws {
    let text = #"{"id":"a\u00e9é","n":-12.50e1,"l":[true,false,null,{"x":"\ud83d\ude00"}],"é":1}"#
    let bytes = Array(text.utf8)
    #expect(throws: Never.self) { try read(text) }
    for count in 0..<bytes.count {
      for reader in [JSONReader(), JSONReader(type: .any, projecting: ["n"])] {
        var reader = reader
        #expect(throws: JSONError.self) { try reader.read(Array(bytes[..<count])) }
      }
    }
  }

  @Test func `no byte that is changed crashes the reader`() throws {
    let text = #"{"id":"a\u00e9é","n":-12.50,"l":[true,{"x":"\ud83d\ude00"}]}"#
    var random = SplitMix(17)
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255,
          using: &random
        )
      }
      var reader = JSONReader()
      guard let value = try? reader.read(bytes) else { continue }
      accepted += 1
      // Whatever is accepted can be written and read again.
      #expect(try reader.read(JSONWriter.utf8(value)) == value)
    }
    #expect(accepted > 0)
  }

  @Test func `strings of any length stop at the right quote`() throws {
    for length in 0..<70 {
      for filler in ["a", "é", "€", #"\n"#] {
        let inside = String(repeating: filler, count: length)
        let plain = inside.split(separator: #"\n"#, omittingEmptySubsequences: false)
          .joined(separator: "\n")
        #expect(try read("[\"\(inside)\",\"\(inside)\"]") == [Value(plain), Value(plain)])
      }
    }
  }
}
