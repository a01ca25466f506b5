import Testing

@Suite struct FmtTests {
  @Test func `files are laid out in place`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.steward", "let  x=1 # c\n")
    #expect(try StewardRun("fmt", "--check", file).status == 1)
    #expect(try StewardRun("fmt", file).status == 0)
    let after = try StewardRun("fmt", "--check", file)
    #expect(after.status == 0 && after.output.isEmpty)
  }

  @Test func `standard input goes to standard output`() throws {
    let run = try StewardRun("fmt", "-", input: "a|b {|x|c}\n")
    #expect(run.output == "a | b {|x| c }\n")
    #expect(run.status == 0)
  }

  @Test func `a file with mistakes is left alone`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("b.steward", "x = 5\n")
    let run = try StewardRun("fmt", file)
    #expect(run.status == 2)
    #expect(run.errors.contains("b.steward:1:1"))
  }
}
