import FoundationEssentials
import Glibc
import LineEditing
import Testing

@Suite struct PlainLineReaderTests {
  /// What a pipe gives, through a reader.
  private func results(_ input: String, count: Int) throws -> [LineResult] {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let bytes = Array(input.utf8)
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    var configuration = LineEditorConfiguration()
    configuration.input = ends[0]
    let reader = makeLineReader(configuration, host: TestHost())
    #expect(reader is PlainLineReader)
    return try (0..<count).map { _ in try reader.readLine(Prompt("> ")) }
  }

  @Test func `a pipe is read line by line`() throws {
    #expect(
      try results("one\ntwo\r\n\nlast", count: 5)
        == [.line("one"), .line("two"), .line(""), .line("last"), .endOfInput]
    )
  }

  @Test func `an unfinished text goes on in the next line`() throws {
    #expect(try results("a {\n  b\n}\nc\n", count: 2) == [.line("a {\n  b\n}"), .line("c")])
  }

  @Test func `an unfinished text that ends is given as it is`() throws {
    #expect(try results("a {\n", count: 2) == [.line("a {\n"), .endOfInput])
  }

  @Test func `what is no UTF-8 is repaired`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    _ = write(ends[1], [0x61, 0xFF, 0x0A] as [UInt8], 3)
    var configuration = LineEditorConfiguration()
    configuration.input = ends[0]
    let reader = PlainLineReader(configuration, host: TestHost())
    #expect(try reader.readLine(Prompt("> ")) == .line("a\u{FFFD}"))
  }

  @Test func `a dumb terminal is not edited on`() throws {
    let pair = try TerminalPair(columns: 40, rows: 10)
    var configuration = pair.configuration
    configuration.terminal = "dumb"
    #expect(makeLineReader(configuration, host: TestHost()) is PlainLineReader)
    configuration.terminal = nil
    #expect(makeLineReader(configuration, host: TestHost()) is PlainLineReader)
  }

  @Test func `the history keeps what it may`() throws {
    let path =
      FileManager.default.temporaryDirectory.path
      + "/plain-\(UInt64.random(in: .min ... .max))"
    defer { unlink(path) }
    var configuration = LineEditorConfiguration()
    configuration.history = HistoryFile(path: path)
    let reader = PlainLineReader(configuration, host: TestHost())
    for text in ["a", "a", "  ", " hidden", "sk-ant-x", "b"] { try reader.addHistory(text) }
    #expect(try HistoryFile(path: path).load() == ["a", "b"])
  }
}
