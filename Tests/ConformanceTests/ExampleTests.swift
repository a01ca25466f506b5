import AdminAPI
import AdminCommands
import Steward
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// Every example of the help runs, headless and with `--yes`, on the sandbox; of operations more is
/// asked, in ``OperationExampleTests``.
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

  private static let ofOperations = Set(Catalog.all.map(\.example))

  @Test(arguments: all.filter { !ofOperations.contains($0.code) })
  private func `an example of a page runs`(_ example: Example) async {
    let problem = await EvaluatorThread.run { () -> String? in
      let run = ExampleRun(example.code)
      guard let error = run.error else { return run.problem }
      let isExpected = error.exitStatus != nil || Self.expectedEndings.contains(error.kind)
      return isExpected ? nil : run.problem
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
