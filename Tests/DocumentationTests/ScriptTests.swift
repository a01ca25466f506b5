import Testing

/// Every block of the documentation that is a Steward script.
///
/// A block ```` ```steward ```` is checked, and run on the sandbox with all changes agreed to. With
/// `check-only` behind it, it is checked. A block ```` ```output ```` behind it is what it writes.
/// A block with a file's name behind its language, such as ```` ```csv people.csv ````, is a file
/// that the scripts of its page find.
@Suite struct ScriptTests {
  @Test(arguments: Page.scripts)
  func `a script has no errors`(_ script: Block) {
    #expect(Rehearsal.check(script) == [])
  }

  @Test(arguments: Page.scripts.filter { $0.word != "check-only" })
  func `a script runs, and writes what the page says`(_ script: Block) async throws {
    let rehearsal = try await Rehearsal(script)
    #expect(rehearsal.errors == [])
    #expect(rehearsal.failure == nil)
    guard let output = Page.output(of: script) else { return }
    #expect(Transcript.matches(output, rehearsal.output), "\(rehearsal.output)")
  }

  @Test func `there are scripts`() {
    #expect(Page.scripts.count > 20)
  }
}
