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
  private let options: GlobalOptions
  private let runner: Runner
  private let host: TerminalHost
  private let reports: Reports

  init(
    _ options: GlobalOptions,
    _ console: Console,
    _ interruption: Interruption,
    isInteractive: Bool = false
  ) throws(UsageError) {
    self.options = options
    self.console = console
    self.interruption = interruption
    let organization = try Organization(options, console.surroundings, notes: console.errors)
    let host = TerminalHost(console, interruption, options)
    self.organization = organization
    self.host = host
    session = Session(
      .program,
      constants: options.bindings.map { ($0.name, Value($0.value)) },
      isInteractive: isInteractive
    )
    runner = Runner(
      session: session,
      settings: RunSettings(
        ceiling: options.ceiling,
        answersYes: options.yes,
        canAsk: console.surroundings.canAsk,
        isInteractive: isInteractive,
        now: .now()
      ),
      host: host,
      client: { () throws(RunError) in try organization.client() },
      confirm: { (changes, text) throws(RunError) in try host.confirm(changes.count, text) }
    )
    reports = Reports(console.errors, options.diagnostics)
  }

  /// What texts may do from now on, within what the command line allows.
  func limit(to effects: Effects) {
    runner.settings.ceiling = options.ceiling.intersection(effects)
  }

  /// A program, or nil if there is an error, which is shown.
  func check(_ source: SourceText) -> Program? { check(.text(source)) }

  func check(_ script: Script) -> Program? {
    let result = script.check(in: session)
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
    let cancellation = Cancellation()
    runner.settings.now = options.now ?? organization.standingTime ?? .now()
    // What went wrong is said before signals mean something else: nothing that is said may wait for a
    // reader once the run is to stop.
    return interruption.during(.run(cancellation)) {
      do throws(RunError) {
        let output = try runner.run(program, cancellation, parameters: parameters)
        try present(output, program.resultType, host)
        try console.output.flush()
        try cancellation.check()
        noteIncompleteness(of: output)
        return .done
      } catch {
        return ending(error, program)
      }
    }
  }

  private func ending(_ error: RunError, _ program: Program) -> Ending {
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
    // The terminal has shown ^C, and stays in that line.
    if error.kind == .cancelled, console.surroundings.isErrorTerminal { console.errors.line("") }
    let mayChange = !program.effects.isDisjoint(with: .changes)
    reports.show(error, RunErrorReport.Changes(sent: sent, unknown: unknown, mayBe: mayChange))
    return .failed(status)
  }

  private func noteIncompleteness(of output: Output) {
    guard case .rows(let stream) = output, let reason = stream.incompleteness else { return }
    console.errors.line("incomplete: \(reason)", .warning)
  }
}
