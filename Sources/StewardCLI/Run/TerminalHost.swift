internal import LineEditing
internal import Steward
internal import StewardRuntime
internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The process as a script sees it.
struct TerminalHost: RunHost {
  let console: Console
  let interruption: Interruption
  let fileRoot: String
  let answersYes: Bool
  /// What `--output` says.
  let format: OutputFormat?
  let mode: SessionMode

  init(
    _ console: Console,
    _ interruption: Interruption,
    _ options: GlobalOptions,
    _ mode: SessionMode,
    fileRoot: String? = nil
  ) {
    self.console = console
    self.interruption = interruption
    self.fileRoot = fileRoot ?? options.fileRoot ?? "."
    self.mode = mode
    answersYes = options.yes
    format = options.output
  }

  /// False in a dry run.
  var writesFiles: Bool { mode.current != .dryRun }

  func write(_ bytes: [UInt8]) throws(RunError) { try console.output.write(bytes) }

  /// People get tables, programs rows.
  var writer: ResultWriter {
    ResultWriter(format ?? (console.width == nil ? .ndjson : .table), width: console.width)
  }

  func note(_ line: String, _ importance: NoteImportance) {
    // What was printed before stands before it, also where both end in one place.
    try? console.output.flush()
    switch importance {
    case .warning: console.errors.line(line, .warning)
    case .log: if !console.isQuiet { console.errors.line(line) }
    }
  }

  /// On a terminal only: in a log it would be lines and lines.
  func report(_ progress: RunProgress) {
    guard console.surroundings.isErrorTerminal, !console.isQuiet else { return }
    if let fraction = progress.fraction, fraction >= 1 { return console.errors.progress.clear() }
    console.errors.progress.show(escapingControls(progress.text))
  }

  func didSave(_ path: String, byteCount: Int) throws(RunError) {
    guard !writesFiles else { return }
    note("would write \(escapingControls(path)), \(byteCount) bytes", .log)
  }

  func confirm(_ question: String) throws(RunError) -> Bool? {
    if answersYes { return true }
    let shown = escapingControls(question, keepingLines: true)
    guard let answer = try self.question.ask("\(shown) [y/N] ") else { return nil }
    return ["y", "yes"].contains(answer.lowercased())
  }

  /// What would change is shown, and agreed to by its number.
  func confirm(_ count: Int, _ text: String) throws(RunError) -> Bool? {
    let request = "To make \(count == 1 ? "it" : "them"), type the number of changes: \(count)"
    guard let answer = try question.ask("\(text)\n\n\(request)\n> ") else { return nil }
    return answer.filter { $0 != " " } == String(count)
  }

  private var question: Question { Question(console, stop: interruption.stop) }

  var isRecording: Bool { false }
  var terminalWidth: Int? { console.width }

  func environment(_ name: String) -> String? { console.surroundings.variable(name) }

  func standardInput() throws(RunError) -> any ByteSource {
    InterruptibleInput(descriptor: STDIN_FILENO, stop: interruption.stop)
  }
}
