import AdminCommands
import Steward
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// Every example of the help runs, headless and with `--yes`, on the sandbox.
@Suite struct ExampleTests {
  private struct Example: CustomTestStringConvertible {
    let owner: String
    let code: String
    var testDescription: String { "\(owner): \(code)" }
  }

  private static let all = HelpPages.program.examples.map { example in
    Example(owner: example.page, code: example.code)
  }

  /// What an example may end with although it is right: it speaks of files or people that are not
  /// there, or ends the script.
  private static let expectedEndings: Set<ErrorKind> = [.io, .declined]

  @Test(arguments: all)
  private func `an example of a page runs`(_ example: Example) async {
    let problem = await EvaluatorThread.run { () -> String? in
      let source = SourceText(example.code, name: "example")
      let session = Session(Vocabulary.program)
      let result = session.check(source)
      guard let program = result.program else { return "\(result.diagnostics.map(\.message))" }
      let organization = TestOrganization()
      let host = TestHost(answer: true)
      let runner = Runner(
        session: session,
        settings: RunSettings(answersYes: true, now: TestOrganization.now),
        host: host,
        client: { organization.client },
        confirm: { _, _ in nil }
      )
      do throws(RunError) {
        try ResultWriter(.ndjson).write(
          try runner.run(program, Cancellation()),
          type: program.resultType,
          to: host
        )
        return nil
      } catch {
        let isExpected = error.exitStatus != nil || Self.expectedEndings.contains(error.kind)
        return isExpected ? nil : "\(error.kind.rawValue): \(error.message)"
      }
    }
    #expect(problem == nil)
  }

  @Test func `every command, function and stage has an example`() {
    let owners = Set(Self.all.map(\.owner))
    let names =
      Vocabulary.program.commands.map(\.name) + Vocabulary.program.functions.map(\.name)
      + QueryVerb.allCases.map(\.rawValue) + AggregateFunction.allCases.map(\.name)
    for name in names { #expect(owners.contains(name), "\(name)") }
  }

  @Test(arguments: AdminCommands.vocabulary.functions.map { [$0.example.code, $0.example.result] })
  private func `an example of a function gives what it says`(_ example: [String]) async {
    let found = await EvaluatorThread.run { () -> String? in
      let session = Session(AdminCommands.vocabulary)
      let program = session.check(SourceText(example[0], name: "example")).program
      guard let program else { return nil }
      let organization = TestOrganization()
      let runner = Runner(
        session: session,
        settings: RunSettings(now: TestOrganization.now),
        host: TestHost(),
        client: { organization.client },
        confirm: { _, _ in nil }
      )
      guard let value = try? runner.run(program, Cancellation()).forced() else { return nil }
      return JSONWriter.text(value)
    }
    #expect(found == example[1])
  }
}
