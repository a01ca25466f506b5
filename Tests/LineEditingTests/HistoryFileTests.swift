import FoundationEssentials
import LineEditing
import StewardValues
import Testing

@Suite struct HistoryFileTests {
  /// A folder of its own for each test, which goes away with it.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "history-\(UInt64.random(in: .min ... .max))"
    )

    deinit { try? FileManager.default.removeItem(at: url) }

    var file: HistoryFile { HistoryFile(path: url.path + "/state/steward/history.ndjson") }

    func contents() throws -> String { try String(contentsOfFile: file.path, encoding: .utf8) }

    func write(_ text: String) throws {
      let folder = url.appending(path: "state/steward")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: file.path))
    }

    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
  }

  private let folder = Folder()

  @Test func `a file that is not there has no lines`() throws {
    #expect(try folder.file.load() == [])
  }

  @Test func `lines come back in their order, with their line breaks`() throws {
    let texts = ["users list", "users list |\n  count", "print \"a\tb\u{1b} é😀\""]
    for text in texts { try folder.file.append(text) }
    #expect(try folder.file.load() == texts)
  }

  @Test func `a line is one JSON object with its time`() throws {
    try folder.file.append("a\nb", at: Timestamp(microseconds: 0))
    #expect(try folder.contents() == #"{"at":"1970-01-01T00:00:00Z","text":"a\nb"}"# + "\n")
  }

  @Test func `only the owner can read the file and its folders`() throws {
    try folder.file.append("users list")
    #expect(try folder.mode(folder.file.path) == 0o600)
    #expect(try folder.mode(folder.url.path + "/state/steward") == 0o700)
    #expect(try folder.mode(folder.url.path + "/state") == 0o700)
  }

  @Test func `a file that others could read is closed to them`() throws {
    try folder.write("")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644],
      ofItemAtPath: folder.file.path
    )
    try folder.file.append("users list")
    #expect(try folder.mode(folder.file.path) == 0o600)
  }

  @Test func `what is no entry is skipped`() throws {
    try folder.write(
      """
      {"text":"one"}
      {"text":
      not json
      {"text":7}
      {"text":""}
      [1]

      {"text":"two","more":true}
      """
    )
    #expect(try folder.file.load() == ["one", "two"])
  }

  @Test func `half a line from a killed session does not spoil the next one`() throws {
    try folder.write(#"{"text":"one"}"# + "\n" + #"{"te"#)
    try folder.file.append("two")
    #expect(try folder.file.load() == ["one", "two"])
  }

  @Test func `no line repeats the one before it`() throws {
    for text in ["a", "a", "b", "a"] { try folder.file.append(text) }
    #expect(try folder.file.load() == ["a", "b", "a"])
  }

  @Test func `only the newest lines are loaded`() throws {
    for number in 1...7 { try folder.file.append("\(number)") }
    #expect(try folder.file.load(limit: 3) == ["5", "6", "7"])
  }

  @Test func `a line with a key is never written, and not read either`() throws {
    try folder.file.append("api get /x --key sk-ant-admin01-abc")
    #expect(try folder.file.load() == [])
    try folder.write(#"{"text":"echo sk-ant-api03-x"}"#)
    #expect(try folder.file.load() == [])
  }

  @Test func `sessions at the same time keep all their lines whole`() async throws {
    let file = folder.file
    try await withThrowingTaskGroup { group in
      for session in 0..<8 {
        group.addTask {
          for number in 0..<50 { try file.append("session \(session) line \(number)") }
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try file.load()).count == 400)
  }

  @Test func `a folder in the way is an error that names the path`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file.path,
      withIntermediateDirectories: true
    )
    let error = #expect(throws: LineEditingError.self) { try folder.file.append("x") }
    #expect(error?.description.contains(folder.file.path) == true)
  }
}
