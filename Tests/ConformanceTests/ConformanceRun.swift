import AdminAPI
import AdminCommands
import AdminSandbox
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport

/// What became of a case on the sandbox, headless, with `--yes`.
struct ConformanceRun {
  struct Finding: Sendable {
    let code: String
    let place: String
    let text: String
  }
  var output: [String] = []
  var findings: [Finding] = []
  var notes: [String] = []
  var requests = 0

  static let now = Timestamp("2026-11-24T12:00:00Z") ?? .now()

  static func outcome(of script: ConformanceCase) async -> ConformanceRun {
    await EvaluatorThread.run { ConformanceRun(script) }
  }

  private init(_ script: ConformanceCase) {
    let page = MarkdownRunbook(bytes: Array(script.code.utf8), name: "case.md")
    let source = script.isPage ? page.source : SourceText(script.code, name: "case.steward")
    let session = Session(.conformance, loader: ConformanceModules())
    let result = script.isPage ? session.check(page) : session.check(source)
    findings = result.diagnostics.map { Finding($0, in: source) }
    guard let program = result.program else { return }
    let organization = TestOrganization { $0.now = Self.now }
    let host = TestHost(answer: true)
    let runner = Runner(
      session: session,
      settings: RunSettings(answersYes: true, now: Self.now),
      host: host,
      client: { organization.client },
      confirm: { _, _ in nil }
    )
    do throws(RunError) {
      let output = try runner.run(program, Cancellation())
      try ResultWriter(.ndjson).write(output, type: program.resultType, to: host)
    } catch {
      if error.exitStatus == nil { findings.append(Finding(error)) }
    }
    output = host.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    if output.last == "" { output.removeLast() }
    notes = host.notes
    requests = organization.transport.requests.count
  }
}

extension ConformanceRun.Finding {
  fileprivate init(_ diagnostic: Diagnostic, in source: SourceText) {
    let position = source.position(of: diagnostic.range.lower)
    let parts =
      [diagnostic.message, diagnostic.hint ?? ""] + diagnostic.notes
      + diagnostic.labels.map(\.text)
    self.init(
      code: diagnostic.code,
      place: "\(position.line):\(position.column)",
      text: parts.joined(separator: "\n")
    )
  }

  fileprivate init(_ error: RunError) {
    var place = "-"
    if let found = error.place {
      let position = found.source.position(of: found.range.lower)
      place = "\(position.line):\(position.column)"
    }
    self.init(
      code: error.kind.rawValue,
      place: place,
      text: "\(error.message)\n\(error.help ?? "")"
    )
  }
}
