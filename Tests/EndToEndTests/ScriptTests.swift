import Testing

@Suite struct ScriptTests {
  @Test func `a piece of code writes its value`() throws {
    let run = try StewardRun("-c", "1 + 1")
    #expect(run.output == "2\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `a script comes from a file and from standard input`() throws {
    let folder = try TemporaryFolder()
    let script = "let n = 20\nprint \"n is $n\"\n$n * 2\n"
    let file = try folder.file("x.steward", "#!/usr/bin/env steward\n" + script)
    let expected = "n is 20\n40\n"
    #expect(try StewardRun(file).output == expected)
    #expect(try StewardRun("run", file).output == expected)
    #expect(try StewardRun("run", "-", input: script).output == expected)
    #expect(try StewardRun(input: script).output == expected)
  }

  @Test func `values from outside are text, whatever they hold`() throws {
    let run = try StewardRun(
      "-c",
      "print \"$a|$b\"",
      "--arg",
      "a",
      "$(1 + 1)",
      "--arg",
      "b",
      "--yes"
    )
    #expect(run.output == "$(1 + 1)|--yes\n")
  }

  @Test func `a command is given as words`() throws {
    let run = try StewardRun("--sandbox", "users", "list", "--roles", "admin,billing", "-o", "csv")
    #expect(run.output.hasPrefix("id,email,name,role"))
    #expect(run.output.contains(",admin,") && run.output.contains(",billing,"))
    #expect(!run.output.contains(",developer,"))
    #expect(run.status == 0)
  }

  @Test func `words are never read as language`() throws {
    let refused = try StewardRun("--sandbox", "--trace", "users", "get", "x; users remove y")
    #expect(refused.status == 2)
    #expect(refused.requests.isEmpty)
    let id = "user_01x; users remove y"
    let run = try StewardRun("--sandbox", "--trace", "users", "get", id)
    #expect(run.status == 1)
    #expect(run.requests.count == 1)
    #expect(run.requests.first?.hasPrefix("GET /v1/organizations/users/user_01x%3B") == true)
  }

  @Test func `a shell variable that holds an option cannot become code`() throws {
    let run = try StewardRun("--sandbox", "--trace", "users", "get", "-c", "users remove y")
    #expect(run.status == 64)
    #expect(run.requests.isEmpty)
  }

  @Test(arguments: [
    ("table", "a  b\n─  ─\n1  x\n1 row\n"),
    ("json", "[{\"a\":1,\"b\":\"x\"}]\n"),
    ("ndjson", "{\"a\":1,\"b\":\"x\"}\n"),
    ("csv", "a,b\n1,x\n"),
    ("lines", "1\tx\n"),
  ])
  func `the result takes the form that is asked for`(format: String, expected: String) throws {
    let run = try StewardRun("-c", "[{a: 1, b: \"x\"}]", "--output", format)
    #expect(run.output == expected)
  }

  @Test func `every page is read, in as few requests as there are`() throws {
    let all = try StewardRun("--sandbox=users=2500", "--trace", "-c", "users list | count")
    #expect(all.output == "2500\n")
    #expect(all.requests.count == 3)
    let few = try StewardRun("--sandbox=users=2500", "--trace", "-c", "users list | first 5")
    #expect(few.requests.count == 1)
    #expect(few.requests.first?.contains("limit=5 ") == true)
  }

  @Test func `standard input may be data`() throws {
    let run = try StewardRun(
      "-c",
      "open --as ndjson - | where a > 1 | count",
      input: "{\"a\":1}\n{\"a\":2}\n"
    )
    #expect(run.output == "1\n")
  }
}
