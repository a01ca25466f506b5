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
  private let help: SessionHelp
  private let reader: any LineReader
  private let language: ReplLanguage
  private let changed: ChangedObjects
  private var prompt = ReplPrompt()
  private var tellsTime = false
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
    let changed = ChangedObjects()
    self.changed = changed
    interpreter = try Interpreter(
      options,
      console,
      interruption,
      isInteractive: true,
      observer: { changed.note($0) }
    )
    help = SessionHelp(
      interpreter.session,
      console,
      Question(console, stop: interruption.stop),
      isSandbox: interpreter.organization.isSandbox
    )
    var configuration = LineEditorConfiguration()
    configuration.usesColor = console.errors.usesColor
    configuration.interrupt = interruption.stop.readEnd
    let state = options.isPrivate ? nil : StateFolder(console.surroundings)
    configuration.history = state.map { HistoryFile(path: $0.historyPath) }
    let output = configuration.output
    language = ReplLanguage(
      interpreter.session,
      names: .names(of: interpreter.organization),
      files: FolderNames(home: console.surroundings.variable("HOME")),
      columns: { TerminalSize(of: output).columns }
    )
    reader = makeLineReader(configuration, host: language)
    language.prepare()
    if let notices = (reader as? LineEditor)?.notices {
      language.names.onChange { notices.refresh() }
    }
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
    case .help(let words): help.show(words)
    case .example(let words):
      guard let example = help.example(words) else { return nil }
      // To be changed and run again.
      remember(example)
      return run(example, name: "example")
    case .doctor: help.examine(interpreter)
    case .mode(let name): changeMode(name)
    case .timing(let word): changeTiming(word)
    case .saveRunbook(let words): saver.run(words, record)
    case .clear: if reader is LineEditor { console.errors.clearScreen() }
    case .quit: return ExitStatus.done
    case nil: return run(line)
    }
    return nil
  }

  private func run(_ line: String, name: String = "repl") -> Int32? {
    let source = SourceText(line, name: name)
    let checked = interpreter.check(source)
    var (worked, givesValue) = (false, false)
    defer {
      help.notice(interpreter.findings, interpreter.diagnostics, in: source)
      record.add(line, checked, worked: worked, givesValue: givesValue)
    }
    guard let program = checked else { return nil }
    let result = ReplResult(
      session: interpreter.session,
      console: console,
      question: Question(console, stop: interruption.stop),
      format: options.output ?? .table,
      line: line,
      keepsSource: program.effects.isDisjoint(with: .changes),
      cancellation: { [interpreter] in interpreter.cancellation },
      marking: changed.marking,
      names: console.surroundings.isOutputTerminal ? language.names : nil
    )
    if result.names != nil { prepareNames(program.resultType) }
    let begin = ContinuousClock.now
    let ending = interpreter.run(program) { (output, type, _) throws(RunError) in
      try result.present(output, type)
      if case .nothing = output { return }
      givesValue = true
    }
    // What was only looked at must not become a step that is taken.
    let isRehearsal =
      interpreter.mode == .dryRun && !program.effects.isDisjoint(with: .changes)
    worked = ending == .done && !isRehearsal
    if worked, !givesValue { tellChanges() }
    language.didRun(program)
    if tellsTime { console.errors.line(Self.text(ContinuousClock.now - begin), .faint) }
    if case .exit(let status) = ending { return status }
    return nil
  }

  /// Of changes that give nothing to show.
  private func tellChanges() {
    let count = interpreter.changesMade.sent
    guard count > 0, !console.isQuiet else { return }
    console.errors.line(count == 1 ? "1 change made" : "\(count) changes made", .faint)
  }

  /// Names of what the rows point at are read while the rows are.
  private func prepareNames(_ type: DataType) {
    for resource in IDNaming.resources(of: type.unwrapped.element ?? .any) {
      language.names.refreshToShow(resource)
    }
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

  private func changeTiming(_ word: String?) {
    switch word {
    case "on": tellsTime = true
    case "off": tellsTime = false
    case nil: console.errors.line("timing \(tellsTime ? "on" : "off")")
    case let word?:
      console.errors.line("there is no `timing \(word)`: it is on or off", .warning)
    }
  }

  /// `took 0.412 s`, with the time that the person took to look at it.
  private static func text(_ time: Duration) -> String {
    let milliseconds =
      time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
    let fraction = String(1000 + milliseconds % 1000).dropFirst()
    return "took \(milliseconds / 1000).\(fraction) s"
  }

  private var refusal: String {
    if options.dryRun { return "steward was started for a dry run" }
    guard options.ceiling.isDisjoint(with: .changes) else {
      return "the profile \(prompt.profile ?? "") allows no changes"
    }
    return "steward was started to read only"
  }
}
