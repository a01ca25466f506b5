internal import AdminAPI
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// Checks and runs texts of the language, one after the other, and says what is wrong with them.
/// Used on one thread.
final class Interpreter {
  /// How a run ended.
  enum Ending: Equatable {
    case done
    /// `exit N`.
    case exit(Int32)
    /// What went wrong is shown.
    case failed(Int32)

    var status: Int32 {
      switch self {
      case .done: ExitStatus.done
      case .exit(let status), .failed(let status): status
      }
    }
  }

  /// What becomes of a result.
  typealias Presentation = (Output, DataType, any RunHost) throws(RunError) -> Void

  let console: Console
  let session: Session
  let organization: Organization
  let interruption: Interruption
  let options: GlobalOptions
  let runner: Runner
  let host: TerminalHost
  let reports: Reports
  let rules: RunRules
  private let sessionMode: SessionMode
  /// What the latest run can be stopped by.
  private(set) var cancellation = Cancellation()
  /// The codes of what was wrong with the latest text, and the kind of the error that ended its run.
  private(set) var findings: [String] = []
  /// What the checker said of the latest text.
  private(set) var diagnostics: [Diagnostic] = []

  /// `isPlanning`: Changes are shown, not made, whatever the mode is.
  /// `recipe`: Of a run that is repeated, whose names and folders count.
  /// `observer`: Hears of every change that is sent.
  init(
    _ options: GlobalOptions,
    _ console: Console,
    _ interruption: Interruption,
    isInteractive: Bool = false,
    isPlanning: Bool = false,
    repeating recipe: RunRecipe? = nil,
    observer: (@Sendable (ChangeEvent) -> Void)? = nil
  ) throws(UsageError) {
    self.options = options
    self.console = console
    self.interruption = interruption
    let organization = try Organization(options, console)
    let rules = RunRules(
      options: options,
      profile: organization.profile,
      isSandbox: organization.isSandbox,
      isInteractive: isInteractive
    )
    let sessionMode = SessionMode(rules.mode(isPlanning: isPlanning))
    let host = TerminalHost(
      console,
      interruption,
      options,
      sessionMode,
      fileRoot: recipe?.fileRoot,
      tellsFiles: isInteractive
    )
    let modules = recipe?.modules ?? KeptModules(ModuleFiles())
    let bindings = recipe?.bindings ?? options.bindings.map { ($0.name, $0.value) }
    self.organization = organization
    self.host = host
    self.rules = rules
    self.sessionMode = sessionMode
    session = Session(
      .program,
      constants: bindings.map { ($0.name, Value($0.value)) },
      isInteractive: isInteractive,
      loader: modules
    )
    runner = Runner(
      session: session,
      settings: RunSettings(
        ceiling: rules.ceiling,
        answersYes: options.yes,
        canAsk: console.surroundings.canAsk,
        isInteractive: isInteractive,
        now: .now(),
        policy: rules.policy
      ),
      host: host,
      client: { () throws(RunError) in try organization.client() },
      confirm: { (changes, text) throws(RunError) in try host.confirm(changes.count, text) },
      journaling: RunFolders(options, console).journaling(
        bindings: bindings,
        modules: modules,
        isSandbox: organization.isSandbox,
        isRepeatable: !isInteractive
      ),
      observer: observer
    )
    runner.settings.limits.liveBytes = MachineMemory.mostForValues
    runner.settings.limits.stringBytes = MachineMemory.mostForText
    runner.settings.isUnplanned = options.stream
    runner.settings.pin = organization.profile?.pin
    runner.settings.announcesOrganization = !isInteractive && !organization.isSandbox
    reports = Reports(console.errors, options.diagnostics)
    mode = sessionMode.current
  }

  /// What becomes of changes from now on, within what the command line and the profile allow.
  var mode: ChangeMode {
    get { sessionMode.current }
    set {
      sessionMode.current = newValue
      runner.settings.mode = newValue
      runner.settings.ceiling = rules.ceiling.intersection(newValue.effects)
      runner.settings.ceilingParts = rules.parts(in: newValue)
    }
  }

  /// Changes are shown, not made.
  var isDryRun: Bool { mode == .dryRun }

  /// A program, or nil if there is an error, which is shown.
  func check(_ source: SourceText) -> Program? { check(.text(source)) }

  func check(_ script: RunnableScript) -> Program? {
    let result = script.check(in: session)
    findings = result.diagnostics.map(\.code)
    diagnostics = result.diagnostics
    let source = script.source
    let hidesWarnings = console.isQuiet && result.program != nil
    if !hidesWarnings { reports.show(result.diagnostics, in: source) }
    return result.program
  }

  /// Runs a checked text and shows what it gives.
  func run(
    _ program: Program,
    _ parameters: [String: Value] = [:],
    presenting present: Presentation
  ) -> Ending {
    guard !isDryRun || program.effects.isDisjoint(with: .changes) else {
      return rehearse(program, parameters)
    }
    return perform(program, presenting: present) { (cancellation) throws(RunError) in
      try runner.run(program, cancellation, parameters: parameters)
    }
  }

  /// Does what gives a result, shows it, and ends the run.
  func perform(
    _ program: Program?,
    presenting present: Presentation,
    _ work: (Cancellation) throws(RunError) -> Output
  ) -> Ending {
    let cancellation = Cancellation()
    self.cancellation = cancellation
    runner.settings.now = now
    // What went wrong is said before signals mean something else: nothing that is said may wait for a
    // reader once the run is to stop.
    return interruption.during(.run(cancellation)) {
      do throws(RunError) {
        let output = try work(cancellation)
        try present(output, program?.resultType ?? .nothing, host)
        try console.output.flush()
        console.errors.progress.clear()
        try cancellation.check()
        let status = runner.failedRows == 0 ? ExitStatus.done : ExitStatus.partlyDone
        finish(status)
        return status == ExitStatus.done ? .done : .failed(status)
      } catch {
        let ending = ending(error, program)
        finish(ending.status)
        return ending
      }
    }
  }

  /// What the latest run has changed; `unknown` of these have no answer.
  var changesMade: (sent: Int, unknown: Int) { runner.changesMade }

  /// The run's `now()`.
  var now: Timestamp { options.now ?? organization.standingTime ?? .now() }

  /// Says where the run is written down, and how it goes on.
  private func finish(_ status: Int32) {
    do throws(RunError) {
      guard let end = try runner.finish(status: status) else { return }
      if !end.isComplete {
        console.errors.line("`steward resume \(end.id)` finishes this run", .warning)
      }
      guard !console.isQuiet else { return }
      let changes = end.made == 1 ? "1 change" : "\(end.made) changes"
      console.errors.line("run \(end.id): \(changes), journal \(end.head.short)", .faint)
    } catch {
      reports.show(error, RunErrorReport.Changes())
    }
  }

  private func ending(_ error: RunError, _ program: Program?) -> Ending {
    console.errors.progress.clear()
    guard console.output.hasReader else { return .failed(SignalHandlers.dieOfClosedPipe()) }
    do throws(RunError) {
      // What was printed before belongs before what is said now.
      try console.output.flush()
    } catch {
      if error.kind != .cancelled { reports.show(error, RunErrorReport.Changes()) }
    }
    let (sent, unknown) = runner.changesMade
    let status = ExitStatus.of(error, changesMade: sent + unknown > 0)
    guard error.kind != .exit else { return .exit(status) }
    findings.append(error.kind.rawValue)
    // The terminal has shown ^C, and stays in that line.
    if error.kind == .cancelled, console.surroundings.isErrorTerminal { console.errors.line("") }
    let mayChange = !(program?.effects ?? .all).isDisjoint(with: .changes)
    reports.show(error, RunErrorReport.Changes(sent: sent, unknown: unknown, mayBe: mayChange))
    return .failed(status)
  }
}
