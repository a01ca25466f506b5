import FoundationEssentials
import StewardCLI
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// How a profile's key is read.
@Suite struct KeySourceTests {
  private func file(_ text: String, mode: mode_t = 0o600) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/steward-key-\(UUID().uuidString)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    try #require(descriptor >= 0)
    #expect(write(descriptor, text, text.utf8.count) == text.utf8.count)
    #expect(fchmod(descriptor, mode) == 0)
    close(descriptor)
    return path
  }

  @Test(arguments: [mode_t(0o600), 0o400])
  func `a file of its owner gives the key`(mode: mode_t) throws {
    let path = try file("sk-ant-admin01-a\n", mode: mode)
    defer { unlink(path) }
    #expect(try KeyFile(path).read() == "sk-ant-admin01-a")
  }

  @Test(arguments: [mode_t(0o640), 0o604, 0o620, 0o644, 0o610])
  func `a file that others can use is refused with what to run`(mode: mode_t) throws {
    let path = try file("sk-ant-admin01-a\n", mode: mode)
    defer { unlink(path) }
    let error = try #require(throws: KeyError.self) { try KeyFile(path).read() }
    #expect(error.help == "chmod 600 \(path)")
    #expect(!error.message.contains("sk-ant"))
  }

  @Test(arguments: [
    ("", "gives no key: it is empty"), (" \n\n", "gives no key: it is empty"),
    ("one\ntwo\n", "gives 2 lines, and a key is one"),
    ("a key\n", "gives something else than a key: it has blanks in it"),
  ])
  func `what is no key is told without it`(text: String, problem: String) throws {
    let path = try file(text)
    defer { unlink(path) }
    let error = try #require(throws: KeyError.self) { try KeyFile(path).read() }
    #expect(error.message == "the key file \(path) \(problem)")
  }

  @Test func `no file, and a folder, are no keys`() {
    #expect(throws: KeyError.self) { try KeyFile("/nonexistent/key").read() }
    #expect(throws: KeyError.self) { try KeyFile("/").read() }
  }

  // MARK: - Commands

  @Test func `a command gives the key, and no shell reads its words`() throws {
    #expect(try KeyCommand(["printf", "%s\n", "$(id)"]).run() == "$(id)")
  }

  @Test(arguments: [
    (["false"], "ended with status 1"),
    (["true"], "gives no key: it is empty"),
    (["printf", "one\\ntwo\\n"], "gives 2 lines, and a key is one"),
    (["sh", "-c", "echo key; kill -9 $$"], "ended with the signal 9"),
    (["no-such-program-of-steward"], "cannot be started: no such file or directory"),
    (["yes"], "gives something else than a key"),
  ])
  func `a command that gives no key is told apart`(words: [String], problem: String) throws {
    let error = try #require(throws: KeyError.self) { try KeyCommand(words).run() }
    #expect(error.message == "the command `\(words[0])` for the key \(problem)")
  }

  @Test(arguments: [
    ["tail", "-f", "/dev/null"], ["sh", "-c", "exec >/dev/null; exec tail -f /dev/null"],
  ])
  func `a command that hangs is ended`(words: [String]) throws {
    let error = try #require(throws: KeyError.self) {
      try KeyCommand(words, limit: .milliseconds(100)).run()
    }
    #expect(error.message.hasSuffix("was not done after its time, and was ended"))
  }

  @Test func `a command has nothing to read`() throws {
    let error = try #require(throws: KeyError.self) { try KeyCommand(["cat"]).run() }
    #expect(error.message.hasSuffix("gives no key: it is empty"))
  }
}
