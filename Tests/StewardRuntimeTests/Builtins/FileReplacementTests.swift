import StewardRuntime
import Testing

@Suite struct FileReplacementTests {
  @Test func `the contents change, the permissions do not, and nothing else is left behind`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a.steward", mode: 0o640)
    try FileReplacement.write(Array("new".utf8), to: "\(folder.path)/a.steward")
    #expect(folder.text(of: "a.steward") == "new")
    #expect(folder.mode(of: "a.steward") == 0o640)
    #expect(folder.names() == ["a.steward"])
  }

  @Test func `a symbolic link stays one, and its file is replaced`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a.steward")
    folder.link("b.steward", to: "a.steward")
    try FileReplacement.write(Array("new".utf8), to: "\(folder.path)/b.steward")
    #expect(folder.text(of: "a.steward") == "new")
    #expect(folder.mode(of: "b.steward") == 0o777)
  }

  @Test func `a file that is not there is an error`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: RunError.self) {
      try FileReplacement.write([], to: "\(folder.path)/none")
    }
    #expect(error?.message == "cannot write \(folder.path)/none: there is no such file")
  }
}
