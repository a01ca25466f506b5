internal import Steward
internal import StewardRuntime
internal import StewardSyntax

/// The command line from its arguments to its exit status.
struct Tool {
  let surroundings: Surroundings
  let interruption: Interruption

  func run(_ arguments: [String]) -> Int32 {
    do throws(UsageError) {
      let parsed = try ParsedArguments(arguments)
      let console = Console(parsed.options, surroundings, stop: interruption.stop)
      do throws(UsageError) {
        return try perform(parsed, console)
      } catch {
        return refuse(error, Reports(console.errors, parsed.options.diagnostics))
      }
    } catch {
      return refuse(error, Reports(plainErrors, .text))
    }
  }

  private func perform(
    _ parsed: ParsedArguments,
    _ console: Console
  ) throws(UsageError) -> Int32 {
    let options = parsed.options
    let script = ScriptRun(options: options, console: console, interruption: interruption)
    switch parsed.invocation {
    case .version: return console.finish { "steward \(Version.text)\n" }
    case .code(let code): return try script.run(ScriptText.code(code))
    case .command(let words, let literals):
      let command = try CommandText(words, literals: literals)
      return try script.run(SourceText(command.text, name: "command line"))
    case .standardInput:
      guard surroundings.isInputTerminal else { return try script.run(ScriptText.standardInput()) }
      return try Repl(options, console, interruption).run()
    case .subcommand(let subcommand, let words):
      return try perform(subcommand, words, script)
    }
  }

  private func perform(
    _ subcommand: Subcommand,
    _ words: [String],
    _ script: ScriptRun
  ) throws(UsageError) -> Int32 {
    switch subcommand {
    case .run: try RunSubcommand(words, wantsHelp: script.options.help).run(script)
    case .check: try CheckSubcommand(words).run(script.options, script.console)
    case .plan: try PlanSubcommand(words).run(script)
    case .apply: try ApplySubcommand(words).run(script)
    case .runs: try RunsSubcommand(words).run(script.options, script.console)
    case .show: try ShowSubcommand(words).run(script.options, script.console)
    case .resume: try ResumeSubcommand(words).run(script)
    case .undo: try UndoSubcommand(words).run(script)
    case .fmt: try FmtSubcommand(words).run(script.options, script.console)
    case .sandbox:
      try SandboxSubcommand(words, script.options).run(script.console, interruption)
    case .help: try HelpSubcommand(words, script.console.helpLook).run(script.console)
    case .profile: try ProfileSubcommand(words).run(script)
    case .doctor: try DoctorSubcommand(words).run(script)
    case .completions: try CompletionsSubcommand(words).run(script.options, script.console)
    }
  }

  private func refuse(_ error: UsageError, _ reports: Reports) -> Int32 {
    reports.show(error)
    return error.status
  }

  /// Before the options are known.
  private var plainErrors: StandardError {
    let usesColor = ColorDecision.usesColor(
      .auto,
      isTerminal: surroundings.isErrorTerminal,
      surroundings
    )
    return StandardError(usesColor: usesColor)
  }
}
