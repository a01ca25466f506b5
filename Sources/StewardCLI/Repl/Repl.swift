internal import LineEditing
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A session at the terminal: reads a line, runs it, shows what it gives.
final class Repl {
  private let options: GlobalOptions
  private let console: Console
  private let interruption: Interruption
  private let interpreter: Interpreter
  private let reader: any LineReader
  private var prompt = ReplPrompt()
  private var keepsHistory = true
  private var record = SessionRecord()
  private var organizationID: String?

  init(
    _ options: GlobalOptions,
    _ console: Console,
    _ interruption: Interruption
  ) throws(UsageError) {
    self.options = options
    self.console = console
    self.interruption = interruption
    interpreter = try Interpreter(options, console, interruption, isInteractive: true)
    var configuration = LineEditorConfiguration()
    configuration.usesColor = console.errors.usesColor
    configuration.interrupt = interruption.stop.readEnd
    let state = options.isPrivate ? nil : StateFolder(console.surroundings)
    configuration.history = state.map { HistoryFile(path: $0.historyPath) }
    reader = makeLineReader(configuration, host: ReplLanguage(interpreter.session))
  }

  /// - Returns: The exit status.
  func run() -> Int32 {
    // A Ctrl-C that is heard of when its command is already done ends nothing else.
    interruption.during(.prompt(end: nil)) { session() }
  }

  private func session() -> Int32 {
    begin()
    while !interruption.endsProgram {
      do throws(LineEditingError) {
        guard let line = try nextLine() else { return ExitStatus.done }
        if let status = perform(line) { return status }
      } catch {
        Reports(console.errors, .text).show(RunError(.io, error.description), .init())
        return ExitStatus.failed
      }
    }
    return ExitStatus.done
  }

  // MARK: - Beginning

  private func begin() {
    let organization = interpreter.organization
    prompt.isSandbox = organization.isSandbox
    prompt.profile = organization.profile?.name
    prompt.mode = interpreter.mode
    prompt.isPrivate = options.isPrivate
    var failure: RunError?
    do throws(RunError) {
      let known = try OrganizationName.read(organization, interpreter.host, interruption)
      prompt.organization = known.name ?? "organization"
      organizationID = known.id
      try organization.profile?.pin?.check(id: known.id, name: known.name)
    } catch {
      failure = error
    }
    if !console.isQuiet { greet(failure) }
  }

  private func greet(_ failure: RunError?) {
    console.errors.line("Steward \(Version.text)\(place)", .heading)
    if let failure {
      console.errors.line(failure.message, .warning)
      if let help = failure.help { console.errors.line(help) }
    }
    Greeting(options, console, isSandbox: prompt.isSandbox).show(organization: organizationID)
  }

  private var place: String {
    if prompt.isSandbox { return ": a sandbox, where nothing is real" }
    guard prompt.organization != nil else { return "" }
    let canChange = interpreter.rules.modes.contains(.live)
    return switch prompt.mode {
    case .readOnly: canChange ? ": reading only, until `mode live`" : ": reading only"
    case .dryRun:
      canChange
        ? ": changes are shown, not made, until `mode live`" : ": changes are shown, not made"
    case .live: ": changes are made"
    }
  }

  // MARK: - Lines

  /// A line that was typed; nil at the end of the input.
  private func nextLine() throws(LineEditingError) -> String? {
    let wake = (reader as? LineEditor)?.wake
    while true {
      let end = wake.map { wake in { @Sendable in wake.endInput() } }
      let result = try interruption.during(.prompt(end: end)) { () throws(LineEditingError) in
        try reader.readLine(prompt.prompt)
      }
      if case .line(let line) = result { return line }
      // Without an editor, or after a signal, the cursor still stands behind the prompt.
      if wake == nil || interruption.endsProgram { console.errors.line("") }
      if result == .endOfInput { return nil }
    }
  }

  /// - Returns: A status if the session is to end.
  private func perform(_ line: String) -> Int32? {
    remember(line)
    switch ReplDirective(line) {
    case .help(let words): help(words)
    case .mode(let name): changeMode(name)
    case .saveRunbook(let words): saver.run(words, record)
    case nil: return run(SourceText(line, name: "repl"))
    }
    return nil
  }

  private func run(_ source: SourceText) -> Int32? {
    let checked = interpreter.check(source)
    var (worked, givesValue) = (false, false)
    defer {
      record.add(
        String(decoding: source.bytes, as: UTF8.self),
        checked,
        worked: worked,
        givesValue: givesValue
      )
    }
    guard let program = checked else { return nil }
    let result = ReplResult(
      session: interpreter.session,
      console: console,
      question: Question(console, stop: interruption.stop),
      format: options.output ?? .table
    )
    let ending = interpreter.run(program) { (output, type, _) throws(RunError) in
      try result.present(output, type)
      if case .nothing = output { return }
      givesValue = true
    }
    worked = ending == .done
    if case .exit(let status) = ending { return status }
    return nil
  }

  /// Said once: a folder that cannot be written stays so.
  private func remember(_ line: String) {
    do throws(LineEditingError) {
      try reader.addHistory(line)
    } catch {
      if keepsHistory { console.errors.line(error.description, .warning) }
      keepsHistory = false
    }
  }

  // MARK: - Directives

  private var saver: SaveRunbook {
    SaveRunbook(options, console, now: interpreter.now, profile: prompt.profile)
  }

  private func help(_ words: [String]) {
    do throws(UsageError) {
      let topic = words.isEmpty ? ["language"] : words
      let page = try HelpPages.program.page(on: topic)
      _ = console.finish { page }
    } catch {
      Reports(console.errors, .text).show(error)
    }
  }

  private func changeMode(_ name: String?) {
    guard let name else { return console.errors.line("mode \(prompt.mode.rawValue)") }
    guard let mode = ChangeMode(rawValue: name) else {
      let modes = ChangeMode.allCases.map(\.rawValue)
      let near = Spelling.nearest(name, in: modes).map { "did you mean `mode \($0)`?" }
      let help = near ?? "it is \(modes.joined(separator: ", "))"
      return console.errors.line("there is no mode `\(name)`: \(help)", .warning)
    }
    guard interpreter.rules.modes.contains(mode) else {
      return console.errors.line(refusal, .warning)
    }
    interpreter.mode = mode
    prompt.mode = mode
  }

  private var refusal: String {
    if options.dryRun { return "steward was started for a dry run" }
    guard options.ceiling.isDisjoint(with: .changes) else {
      return "the profile \(prompt.profile ?? "") allows no changes"
    }
    return "steward was started to read only"
  }
}
