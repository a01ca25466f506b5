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

  @Test(arguments: [""] + HelpPages.program.titles)
  func `pages keep to 80 columns`(name: String) throws {
    let lines = try page(name).split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `a page says how a command is written, what it takes and what it does`() throws {
    let page = try HelpPages.program.page(on: ["users", "remove"])
    #expect(page.contains("USAGE\n  users remove USER-ID"))
    #expect(page.contains("  effects   destroy"))
    #expect(page.contains("SEE ALSO\n  users get, users list, users update"))
  }

  @Test func `part of a name lists the commands that begin so`() throws {
    let page = try HelpPages.program.page(on: ["workspaces", "members"])
    #expect(page.contains("  workspaces members add     Adds a person to a workspace\n"))
    #expect(page.contains("GIVES\n  WorkspaceMember, WorkspaceMemberDeleted\n"))
    #expect(page.contains("HOW TO\n  help how person-access"))
  }

  @Test func `a command names tasks that use it`() throws {
    #expect(try page("api-keys list").contains("HOW TO\n  help how offboard"))
  }

  @Test func `a kind of error says what to do about it`() throws {
    #expect(try page("not_found").contains("WHAT TO DO\n"))
  }

  @Test func `the overview of a prompt fits a screen of 24 lines`() {
    #expect(
      HelpPages.program.overviewOfPrompt.split(separator: "\n", omittingEmptySubsequences: false)
        .count <= 23
    )
  }

  @Test func `every stage of the grammar has a page`() throws {
    for verb in QueryVerb.allCases {
      #expect(try HelpPages.program.page(on: [verb.rawValue]).contains("ROWS | \(verb.rawValue)"))
    }
  }

  @Test func `things of one name have a page each`() throws {
    let page = try HelpPages.program.page(on: ["get"])
    #expect(page.contains("get (command)\n"))
    #expect(page.contains("get (function)\n"))
  }

  @Test func `a code explains itself, however it is written`() throws {
    for name in ["E0312", "e0312"] {
      let page = try HelpPages.program.page(on: [name])
      #expect(page.hasPrefix("E0312\n  A value that the field cannot have\n"))
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
