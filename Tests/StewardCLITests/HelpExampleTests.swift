import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

/// `example TOPIC` at the prompt.
@Suite struct HelpExampleTests {
  private let session = Session(.program)

  private func examples(_ topic: String) throws -> [HelpExample] {
    try HelpPages.program.examples(on: topic.split(separator: " ").map(String.init), in: session)
  }

  @Test(arguments: Vocabulary.program.commands.map(\.name))
  func `every command has an example, and none that is run changes anything`(
    command: String
  ) throws {
    let found = try examples(command)
    #expect(!found.isEmpty)
    for code in found.compactMap(\.runnable) {
      let program = session.check(SourceText(code, name: "example")).program
      #expect(program?.effects.isSubset(of: .read) == true, "\(code)")
    }
  }

  @Test func `what only reads is run, and keeps its names to itself`() throws {
    #expect(try examples("users list").first?.runnable != nil)
    let binding = try examples("how owners") + examples("how keys-of-person")
    #expect(binding.allSatisfy { $0.runnable != nil })
    #expect(binding.last?.runnable?.hasPrefix("call {||") == true)
  }

  @Test func `what changes something, writes a file or ends the session is not run`() throws {
    for topic in ["users remove", "invites create", "save", "exit", "how export"] {
      #expect(try examples(topic).allSatisfy { $0.runnable == nil }, "\(topic)")
    }
  }

  @Test func `a topic without an example names one that has some`() {
    #expect(throws: UsageError.self) { try examples("codes") }
    let error = #expect(throws: UsageError.self) { try examples("users") }
    #expect(error?.help == "`example users get` does")
  }
}
