import AdminCommands
import Steward
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import Synchronization
import TestSupport

/// A session on a sandbox, without a terminal.
final class RecordedSession {
  private(set) var record = SessionRecord()
  private let session: Session
  private let organization = TestOrganization()
  private let bindings: [(name: String, value: String)]

  init(_ lines: [String] = [], bindings: [(name: String, value: String)] = []) {
    self.bindings = bindings
    session = Session(
      .program,
      constants: bindings.map { ($0.name, Value($0.value)) },
      isInteractive: true
    )
    for line in lines { enter(line) }
  }

  /// Does with a line what the prompt does.
  func enter(_ line: String) {
    let program = session.check(SourceText(line, name: "repl")).program
    var (worked, givesValue) = (false, false)
    if let program {
      do {
        let value = try value(of: program)
        worked = true
        if let value { session.keepLast(LastResult(value, program.resultType, of: line)) }
        givesValue = value != nil
      } catch {
        worked = false
      }
    }
    record.add(line, program, worked: worked, givesValue: givesValue)
  }

  /// Nil for a program that gives none.
  private func value(of program: Program) throws -> Value? {
    var settings = RunSettings(answersYes: true, now: TestOrganization.now)
    settings.isInteractive = true
    let runner = Runner(
      session: session,
      settings: settings,
      host: TestHost(),
      client: { [organization] () throws(RunError) in organization.client },
      confirm: { _, _ throws(RunError) in true }
    )
    let output = try runner.run(program, Cancellation())
    defer { _ = try? runner.finish(status: 0) }
    if case .nothing = output { return nil }
    return try output.forced()
  }

  func draft(
    _ choice: LineChoice = .useful,
    file: String = "saved.steward"
  ) throws -> RunbookDraft {
    try RunbookDraft(
      record,
      choice,
      bindings: bindings,
      file: file,
      date: TestOrganization.now.day
    )
  }

  /// The runbook's steps, without its header.
  func steps(_ choice: LineChoice = .useful) throws -> String {
    let text = try text(choice)
    guard let end = text.firstRange(of: "\n}\n\n") ?? text.firstRange(of: "{}\n\n") else {
      return text
    }
    return String(text[end.upperBound...].dropLast())
  }

  func text(_ choice: LineChoice = .useful, file: String = "saved.steward") throws -> String {
    String(decoding: try draft(choice, file: file).source.bytes, as: UTF8.self)
  }
}
