import AdminCommands
import StewardRuntime
import StewardSyntax
import TestSupport

/// A script of a code's explanation, and the codes that it gets.
struct ExplainedScript {
  /// Of the checker in order, then those that the run itself warns of.
  let codes: [String]

  init(_ code: ErrorCode, _ script: String) async {
    codes = await EvaluatorThread.run { ExplainedScript.codes(of: script, for: code) }
  }

  private static func codes(of script: String, for code: ErrorCode) -> [String] {
    let vocabulary = Vocabulary.conformance.adding([], optionNames: { ["output"] })
    let session = Session(vocabulary, loader: ConformanceModules())
    let isPage = script.contains("```")
    let result =
      isPage
      ? session.check(MarkdownRunbook(bytes: Array(script.utf8), name: "case.md"))
      : session.check(SourceText(script, name: "case.steward"))
    let found = result.diagnostics.flatMap { named(in: $0) }
    guard let program = result.program, code.code == "W0403" else { return found }
    let host = TestHost(answer: true)
    _ = try? session.run(program, RunContext(host: host, now: ConformanceRun.now)).forced()
    return found
      + host.notes.compactMap { note in
        note.firstMatch(of: /^W0\d{3}/).map { String($0.0) }
      }
  }

  /// A module's error names that of the module: it stands first.
  private static func named(in diagnostic: Diagnostic) -> [String] {
    let inner = diagnostic.notes.flatMap { note in
      note.matches(of: /\b[EW]0\d{3}\b/).map { String($0.0) }
    }
    return inner + [diagnostic.code]
  }
}
