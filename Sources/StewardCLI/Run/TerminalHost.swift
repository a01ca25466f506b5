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
  /// At a prompt a file that was written is said: nothing else would show it.
  let tellsFiles: Bool

  init(
    _ console: Console,
    _ interruption: Interruption,
    _ options: GlobalOptions,
    _ mode: SessionMode,
    fileRoot: String? = nil,
    tellsFiles: Bool = false
  ) {
    self.console = console
    self.interruption = interruption
    self.fileRoot = fileRoot ?? options.fileRoot ?? "."
    self.mode = mode
    self.tellsFiles = tellsFiles
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
    guard tellsFiles || !writesFiles else { return }
    let verb = writesFiles ? "wrote" : "would write"
    note("\(verb) \(escapingControls(path)), \(byteCount) bytes", .log)
  }

  func confirm(_ question: String) throws(RunError) -> Bool? {
    if answersYes { return true }
    let shown = escapingControls(question, keepingLines: true)
    guard let answer = try self.question.ask("\(shown) [y/N] ") else { return nil }
    return ["y", "yes"].contains(answer.lowercased())
  }

  /// What would change is shown, and agreed to by its number.
  func confirm(_ count: Int, _ text: String) throws(RunError) -> Bool? {
    do throws(RunError) {
      return try agreed(to: count, text)
    } catch {
      guard error.kind == .cancelled else { throw error }
      // Before the answer nothing is let out.
      throw RunError(.cancelled, "no change was sent")
    }
  }

  private func agreed(to count: Int, _ text: String) throws(RunError) -> Bool? {
    let request = "To make \(count == 1 ? "it" : "them"), type the number of changes: \(count)"
    let shown = emphasized(text)
    guard var answer = try question.ask("\(shown)\n\n\(request)\n> ") else { return nil }
    // A word may be a habit, and is asked about once. Another number is a plan that was misread.
    if answer.isOtherWord {
      let reminder =
        "Only the number makes \(count == 1 ? "it" : "them"): \(count). Enter alone declines."
      answer = try question.ask("\(reminder)\n> ") ?? ""
    }
    return answer.filter { $0 != " " } == String(count)
  }

  /// What nobody should read over.
  private func emphasized(_ text: String) -> String {
    guard console.errors.usesColor else { return text }
    let words = "cannot be undone"
    let style = TextStyle(.red, isBold: true).sequence
    return text.replacing(words, with: style + words + TextStyle.plain.sequence)
  }

  private var question: Question { Question(console, stop: interruption.stop) }

  var isRecording: Bool { false }
  var terminalWidth: Int? { console.width }

  func environment(_ name: String) -> String? { console.surroundings.variable(name) }

  func standardInput() throws(RunError) -> any ByteSource {
    // Between the lines of a session a terminal shows nothing of what is typed. The next line hides it
    // again.
    TypedInput.show(on: STDIN_FILENO)
    return InterruptibleInput(descriptor: STDIN_FILENO, stop: interruption.stop)
  }
}

extension String {
  /// True for what is neither a number nor a refusal.
  fileprivate var isOtherWord: Bool {
    let word = lowercased().filter { $0 != " " }
    return !["", "n", "no", "q", "quit", "exit", "cancel"].contains(word)
      && !word.allSatisfy(\.isNumber)
  }
}
