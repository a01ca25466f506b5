import StewardCLI
import Testing

@Suite struct ParsedArgumentsTests {
  private func invocation(_ arguments: String...) throws -> Invocation {
    try ParsedArguments(arguments).invocation
  }

  @Test func `options may stand anywhere, all else is handed on in order`() throws {
    let arguments = ["users", "-o", "csv", "list", "--sandbox", "--email", "a@b.example", "--yes"]
    let expected = ["users", "list", "--email", "a@b.example"]
    #expect(try ParsedArguments(arguments).invocation == .command(expected, literals: []))
  }

  @Test func `what stands behind -- is no option`() throws {
    let expected = Invocation.command(["users", "get"], literals: ["--yes", "--"])
    #expect(try invocation("users", "get", "--", "--yes", "--") == expected)
  }

  @Test func `a sandbox takes the next word only behind an equals sign`() throws {
    #expect(
      try invocation("--sandbox", "users", "list") == .command(["users", "list"], literals: [])
    )
    #expect(try invocation("--sandbox=users=30", "-c", "1") == .code("1"))
  }

  @Test func `code is one word, whatever it begins with`() throws {
    #expect(try invocation("-c", "-1 + 2") == .code("-1 + 2"))
    #expect(try invocation("-c", "--yes") == .code("--yes"))
    #expect(throws: UsageError("`x` beside -c", help: "a value comes with --arg NAME VALUE")) {
      try ParsedArguments(["-c", "1", "x"])
    }
  }

  @Test func `files are told by their names`() throws {
    #expect(try invocation("./x") == .subcommand(.run, ["./x"]))
    #expect(try invocation("x.steward") == .subcommand(.run, ["x.steward"]))
    #expect(try invocation("x.md") == .subcommand(.run, ["x.md"]))
    #expect(try invocation() == .standardInput)
  }

  @Test func `help goes behind any words`() throws {
    let topic = Invocation.subcommand(.help, ["users", "list"])
    #expect(try invocation("users", "list", "--email", "x", "--help") == topic)
    #expect(try invocation("-h") == .subcommand(.help, []))
  }

  @Test(arguments: [
    (["--sandbx", "users"], "unknown option '--sandbx'. Did you mean '--sandbox'?"),
    (
      ["--api-key=x", "users"],
      "there is no --api-key: other users of this machine would see the key"
    ),
    (["--arg", "x"], "--arg takes a name and a value"),
    (["-c", "1", "-c", "2"], "-c is given twice"),
    (["-c", "1", "--sandbx"], "unknown option '--sandbx'. Did you mean '--sandbox'?"),
    (
      ["--arg", "if", "5", "-c", "1"],
      "the value 'if=5' is invalid for '--arg <NAME VALUE>': "
        + "`if` is a word of the language, and no name of a variable"
    ),
    (
      ["--file-root", "no-such-folder", "-c", "1"],
      "the value 'no-such-folder' is invalid for '--file-root <DIR>': "
        + "cannot read no-such-folder: no such file or directory"
    ),
    (
      ["--arg", "1x", "y", "-c", "1"],
      "the value '1x=y' is invalid for '--arg <NAME VALUE>': `1x` is no name of a variable"
    ),
    (
      ["users", "list", "--arg", "x", "y"],
      "--arg is for scripts: a command takes its arguments as words"
    ),
    (
      ["--allow", "raed", "-c", "1"],
      "the value 'raed' is invalid for '--allow <EFFECTS>': no effect `raed`: did you mean `read`?"
    ),
    (
      ["-o", "tabel", "-c", "1"],
      "the value 'tabel' is invalid for '-o <FORMAT>': no format `tabel`: did you mean `table`?"
    ),
  ])
  func `mistakes name the thing`(arguments: [String], message: String) throws {
    let error = try #require(throws: UsageError.self) { try ParsedArguments(arguments) }
    #expect(error.message == message)
  }
}
