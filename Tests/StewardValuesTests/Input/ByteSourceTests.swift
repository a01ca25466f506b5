import StewardValues
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct ByteSourceTests {
  @Test func `a pipe is read to its end`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let text = Array("{\"a\":1}\n{\"a\":2}".utf8)
    try #require(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    var reader = NDJSONReader(FileByteSource(descriptor: ends[0]))
    #expect(try reader.next() == Value(record: ["a": 1]))
    #expect(try reader.next() == Value(record: ["a": 2]))
    #expect(try reader.next() == nil)
  }

  @Test func `a descriptor that is not open is an error`() {
    var reader = CSVReader(FileByteSource(descriptor: -1))
    let error = #expect(throws: InputError.self) { try reader.next() }
    #expect(error?.message == "Bad file descriptor")
  }

  @Test func `pieces of a function are joined`() throws {
    var pieces = ["[1,", "", "2]", "\n3"]
    var reader = NDJSONReader(
      FunctionByteSource { pieces.isEmpty ? nil : Array(pieces.removeFirst().utf8) }
    )
    #expect(try reader.next() == [1, 2])
    #expect(try reader.next() == 3)
    #expect(try reader.next() == nil)
  }
}
