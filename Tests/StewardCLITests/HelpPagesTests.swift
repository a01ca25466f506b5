import StewardCLI
import StewardRuntime
import StewardSyntax
import Testing

@Suite struct HelpPagesTests {
  private func page(_ name: String) throws -> String {
    try HelpPages.program.page(on: name.split(separator: " ").map(String.init))
  }

  @Test func `every command and function has a page that begins with its name`() throws {
    for command in Vocabulary.program.commands {
      #expect(try page(command.name).hasPrefix(command.name))
    }
    for function in Vocabulary.program.functions {
      #expect(try page(function.name).contains("\(function.name)("))
    }
  }

  @Test(arguments: [
    "", "commands", "functions", "language", "exit", "run", "check", "fmt", "sandbox", "doctor",
    "where", "explain", "as-curl",
    "users list", "api-keys update", "round",
  ])
  func `pages keep to 80 columns`(name: String) throws {
    let lines = try page(name).split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `a page says how a command is written, what it takes and what it does`() throws {
    let page = try HelpPages.program.page(on: ["users", "remove"])
    #expect(page.contains("USAGE\n  users remove USER-ID"))
    #expect(page.contains("EFFECTS   destroy"))
  }

  @Test func `part of a name lists the commands that begin so`() throws {
    let page = try HelpPages.program.page(on: ["workspaces", "members"])
    #expect(page.split(separator: "\n").count == 5)
  }

  @Test func `every stage of the grammar has a page`() throws {
    for verb in QueryVerb.allCases {
      #expect(try HelpPages.program.page(on: [verb.rawValue]).contains("ROWS | \(verb.rawValue)"))
    }
  }

  @Test func `a near name is offered for one that is not there`() {
    let error = UsageError("no help on `usres`", help: "did you mean `help users`?")
    #expect(throws: error) { try HelpPages.program.page(on: ["usres"]) }
  }

  @Test func `no subcommand but help is a command`() {
    let heads = Set(Vocabulary.program.commands.compactMap(\.words.first))
    #expect(Subcommand.allCases.filter { heads.contains($0.rawValue) } == [.help])
  }

  @Test func `no command has a flag with the name of a global option`() throws {
    let overview = try HelpPages.program.page(on: [])
    for command in Vocabulary.program.commands {
      for parameter in command.parameters where parameter.style != .positional {
        #expect(!overview.contains("  --\(parameter.name) "), "\(command.name)")
      }
    }
  }
}
