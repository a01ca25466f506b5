import AdminCommands
import Steward
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// Every line of `help how …` does what it says on the sandbox, with `--yes`.
@Suite struct TaskTests {
  private struct Line: CustomTestStringConvertible {
    let task: String
    let code: String
    var testDescription: String { "\(task): \(code)" }
  }

  private static let lines = HelpPages.program.taskLines.map {
    Line(task: $0.task, code: $0.code)
  }

  @Test func `there is a page for what administrators ask`() {
    #expect(Set(Self.lines.map(\.task)).count >= 25)
  }

  @Test(arguments: lines)
  private func `a line of a task runs`(_ line: Line) async {
    let problem = await EvaluatorThread.run { () -> String? in
      let session = Session(Vocabulary.program)
      let result = session.check(SourceText(line.code, name: "task"))
      guard let program = result.program, result.diagnostics.isEmpty else {
        return "\(result.diagnostics.map(\.message))"
      }
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
        return "\(error.kind.rawValue): \(error.message)"
      }
    }
    // The file of people is the reader's own.
    let isMissingFile = problem == "io: cannot read people.csv: there is no such file"
    #expect(problem == nil || (line.task == "how invite-file" && isMissingFile))
  }
}
