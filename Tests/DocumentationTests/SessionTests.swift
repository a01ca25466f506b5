import Testing

/// Every terminal session of the documentation, run with the built program.
@Suite struct SessionTests {
  @Test(arguments: Page.sessions)
  func `a session shows what happens`(_ block: Block) throws {
    let folder = try Folder(for: block)
    for step in TerminalSession(block.text).steps {
      let output = Shell.output(of: step.runnable, in: folder.path)
      var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last == "" { lines.removeLast() }
      #expect(Transcript.matches(step.output, lines), "\(step.command)\n\(output)")
    }
  }
}
