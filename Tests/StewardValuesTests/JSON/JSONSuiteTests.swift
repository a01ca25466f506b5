import StewardValues
import Testing

/// The cases of ``JSONSuite``, in a message of its own, where a value is skipped, and on a line.
@Suite struct JSONSuiteTests {
  @Test func `there are as many cases as in the public suite`() {
    #expect(JSONSuite.accepted.count >= 95)
    #expect(JSONSuite.refused.count + JSONSuite.brokenText.count >= 185)
    #expect(Set(JSONSuite.accepted.map(\.text)).count == JSONSuite.accepted.count)
    #expect(Set(JSONSuite.refused.map(\.text)).count == JSONSuite.refused.count)
  }

  @Test(arguments: JSONSuite.accepted)
  func `is JSON`(name: String, text: String) throws {
    let bytes = Array(text.utf8)
    var reader = JSONReader()
    let value = try reader.read(bytes)
    // What is written says the same.
    #expect(JSONWriter.text(try reader.read(JSONWriter.utf8(value))) == JSONWriter.text(value))
    var skipping = JSONReader(type: .any, projecting: ["a"])
    #expect(try skipping.read(JSONSuite.skipped(bytes)) == Value(record: ["a": 1]))
    guard !bytes.contains(0x0A) else { return }
    var lines = NDJSONReader(MemoryByteSource(bytes))
    #expect(try lines.next().map { JSONWriter.text($0) } == JSONWriter.text(value))
  }

  @Test(arguments: JSONSuite.refused)
  func `is no JSON`(name: String, text: String) {
    expectRefused(Array(text.utf8))
  }

  @Test(arguments: JSONSuite.brokenText)
  func `is no JSON in a string or a key`(name: String, bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    expectRefused([quote] + bytes + [quote])
    expectRefused(Array("{\"".utf8) + bytes + Array("\":0}".utf8))
  }

  /// The error names a place in the message.
  private func expectRefused(_ bytes: [UInt8]) {
    var reader = JSONReader()
    let error = #expect(throws: JSONError.self) { try reader.read(bytes) }
    #expect(0...bytes.count ~= error?.offset ?? -1)
    // Whether a number is out of range is not looked at where nobody wants it.
    if error?.message.contains("out of range") == false {
      var skipping = JSONReader(type: .any, projecting: ["a"])
      #expect(throws: JSONError.self) { try skipping.read(JSONSuite.skipped(bytes)) }
    }
    // Between lines, blank ones and a byte order mark at the start are nothing.
    guard !bytes.contains(0x0A), !bytes.starts(with: [0xEF, 0xBB, 0xBF]), bytes != [],
      bytes != [0x20]
    else { return }
    var lines = NDJSONReader(MemoryByteSource(bytes))
    #expect(throws: InputError.self) { try lines.next() }
  }
}

/// The rules of the public suites of tests for parsers of JSON, written anew from RFC 8259.
enum JSONSuite {
  /// A message in which the bytes stand where nobody wants a value.
  static func skipped(_ bytes: [UInt8]) -> [UInt8] {
    Array("{\"b\":".utf8) + bytes + Array(",\"a\":1}".utf8)
  }
}
