import AdminAPI
import AdminCommands
import AdminSandbox
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import Synchronization

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
    let source = SourceText(script.code, name: "case.steward")
    let session = Session(AdminCommands.vocabulary)
    let result = session.check(source)
    findings = result.diagnostics.map { Finding($0, in: source) }
    guard let program = result.program else { return }
    let transport = CountingTransport()
    let host = ConformanceHost()
    let runner = Runner(
      session: session, settings: RunSettings(answersYes: true, now: Self.now), host: host,
      client: { transport.client }, confirm: { _, _ in nil })
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
    requests = transport.count
  }
}

extension ConformanceRun.Finding {
  fileprivate init(_ diagnostic: Diagnostic, in source: SourceText) {
    let position = source.position(of: diagnostic.range.lower)
    let parts =
      [diagnostic.message, diagnostic.hint ?? ""] + diagnostic.notes
      + diagnostic.labels.map(\.text)
    self.init(
      code: diagnostic.code, place: "\(position.line):\(position.column)",
      text: parts.joined(separator: "\n"))
  }

  fileprivate init(_ error: RunError) {
    var place = "-"
    if let found = error.place {
      let position = found.source.position(of: found.range.lower)
      place = "\(position.line):\(position.column)"
    }
    self.init(
      code: error.kind.rawValue, place: place, text: "\(error.message)\n\(error.help ?? "")")
  }
}

/// The sandbox in process, with its requests counted.
final class CountingTransport: Transport {
  private let inner: SandboxTransport
  private let counter = Mutex(0)
  private let key: String

  init() {
    var settings = SandboxSettings()
    settings.now = ConformanceRun.now
    let sandbox = Sandbox(settings)
    inner = SandboxTransport(sandbox)
    key = sandbox.key
  }

  var count: Int { counter.withLock { $0 } }

  var client: AdminClient {
    AdminClient(
      transport: self, credential: Credential(Secret(key)),
      configuration: ClientConfiguration(
        version: "test", pacing: false, now: { ConformanceRun.now }))
  }

  func send(_ request: Request) async throws(TransportError) -> Response {
    counter.withLock { $0 += 1 }
    return try await inner.send(request)
  }
}

/// A host that keeps what is written, with a folder of its own.
final class ConformanceHost: RunHost {
  private let written = Mutex<(output: [UInt8], notes: [String])>(([], []))
  let fileRoot = "/nonexistent"
  let isRecording = false
  let terminalWidth: Int? = nil

  var output: String { written.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var notes: [String] { written.withLock { $0.notes } }

  func write(_ bytes: [UInt8]) throws(RunError) { written.withLock { $0.output += bytes } }
  func note(_ line: String, _ importance: NoteImportance) {
    written.withLock { $0.notes.append(line) }
  }
  func confirm(_ question: String) throws(RunError) -> Bool? { true }
  func environment(_ name: String) -> String? { nil }
  func standardInput() throws(RunError) -> any ByteSource { MemoryByteSource([]) }
}
