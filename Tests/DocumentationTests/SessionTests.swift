import Testing

/// Every terminal session of the documentation, run with the built program.
@Suite struct SessionTests {
  @Test(arguments: Page.sessions)
  func `a session shows what happens`(_ block: Block) throws {
    let folder = try Folder(for: block)
    let steps = TerminalSession(block.text).steps
    let outputs = Shell.outputs(of: steps.map(\.runnable), in: folder.path)
    #expect(outputs.count == steps.count)
    for (step, output) in zip(steps, outputs) {
      var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last == "" { lines.removeLast() }
      #expect(Transcript.matches(step.output, lines), "\(step.command)\n\(output)")
    }
  }
}
