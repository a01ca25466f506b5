import FoundationEssentials
import TerminalModel
import Testing

/// The session in the documentation, on a real terminal.
@Suite struct RecordedSessionTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let file = "\(root)/docs/prompt.md"
  private static let prompt = "Acme Robotics sandbox live# "

  /// With `RECORD=1` what the screen shows takes its place in the page.
  @Test func `the session of the page is what the screen shows`() throws {
    let page = try String(contentsOfFile: Self.file, encoding: .utf8)
    let parts = page.split(separator: "```", maxSplits: 2, omittingEmptySubsequences: false)
    try #require(parts.count == 3)
    let recorded = parts[1].split(separator: "\n").dropFirst().map(String.init)
    let shown = try screen(afterTyping: recorded.filter { $0.hasPrefix(Self.prompt) })
    // Blank lines stand for nothing here, as in the page above.
    let lines = shown.filter { !$0.isEmpty }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let block = "text\n" + lines.joined(separator: "\n") + "\n"
      try (parts[0] + "```" + block + "```" + parts[2])
        .write(toFile: Self.file, atomically: true, encoding: .utf8)
      Issue.record("\(Self.file) was written: look at it, and run without RECORD=1")
    }
    #expect(lines == recorded, "run with RECORD=1 to write the session anew")
  }

  private func screen(afterTyping lines: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    let session = try TerminalSession(
      ["--sandbox=now=2026-11-24T09:00:00Z", "--quiet"],
      environment: ["XDG_STATE_HOME": folder.path]
    )
    session.wait(for: Self.prompt)
    for (index, line) in lines.enumerated() {
      session.type(line.dropFirst(Self.prompt.count) + "\r")
      let sign = String(Self.prompt.dropLast())
      session.waitForScreen { screen in
        screen.allLines.last == sign
          && screen.allLines.count { $0.hasPrefix(sign) } == index + 2
      }
    }
    session.type("\u{4}")
    #expect(session.finish() == 0)
    // The prompt at which the session was left.
    return session.screen.allLines.dropLast()
  }
}
