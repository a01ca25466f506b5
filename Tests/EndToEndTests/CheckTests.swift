import Testing

@Suite struct CheckTests {
  @Test func `effects are listed without sending anything`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "clean.steward",
      "for u in (users list) {\n  users remove $u.id\n}\n"
    )
    let run = try StewardRun("check", "--effects", file)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("\(file)   effects: read, destroy\n  1  users list"))
    #expect(run.output.contains("  2  users remove"))
    #expect(run.output.contains("cannot be undone"))
  }

  @Test func `warnings fail only where they are asked to`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("x.steward", "let x = 5\n")
    #expect(try StewardRun("check", file).status == 0)
    #expect(try StewardRun("check", "--strict", file).status == 2)
  }

  @Test func `errors of several files are all shown`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.file("a.steward", "users lst\n")
    let second = try folder.file("b.steward", "users list | wher x\n")
    let run = try StewardRun("check", first, second)
    #expect(run.status == 2)
    #expect(run.errors.contains("a.steward:1:7") && run.errors.contains("b.steward:1:14"))
  }

  @Test func `help and mistakes of the command line say what to write`() throws {
    #expect(try StewardRun("users", "list", "--help").output.hasPrefix("users list\n"))
    #expect(try StewardRun("--sandbx", "users").errors.contains("--sandbox"))
    #expect(try StewardRun("help", "usrs").errors.contains("help users"))
    let key = try StewardRun("--api-key", "sk-ant-admin01-x", "users", "list")
    #expect(key.errors.contains("ANTHROPIC_ADMIN_KEY") && !key.errors.contains("sk-ant"))
    #expect(try StewardRun("users", "list", "|", "count").errors.contains("steward -c"))
  }
}
