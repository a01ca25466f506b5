internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// One text, run from its beginning to its end.
struct ScriptRun {
  let options: GlobalOptions
  let console: Console
  let interruption: Interruption

  /// - Returns: The exit status.
  func run(_ source: SourceText) throws(UsageError) -> Int32 {
    try run(.text(source), file: source.name, words: [])
  }

  /// A script with the words behind its file, which are its runbook's parameters.
  func run(_ script: RunnableScript, file: String, words: [String]) throws(UsageError) -> Int32 {
    let interpreter = try Interpreter(options, console, interruption)
    guard let program = interpreter.check(script) else { return ExitStatus.notChecked }
    let arguments = RunbookArguments(words, file: file, terms: program.terms)
    let values = try arguments.values(asking: ask)
    let ending = interpreter.run(program, values) { (output, type, host) throws(RunError) in
      try host.show(output, type)
    }
    return ending.status
  }

  /// What a runbook is for and what it takes. Nothing is run.
  func explain(_ script: RunnableScript, file: String) throws(UsageError) -> Int32 {
    let interpreter = try Interpreter(options, console, interruption)
    guard let program = interpreter.check(script) else { return ExitStatus.notChecked }
    return console.finish { TerminalHelp(RunbookPage(file, program).page).text }
  }

  func ask(_ question: String, isHidden: Bool) throws(UsageError) -> String? {
    do throws(RunError) {
      return try Question(console, stop: interruption.stop).ask(question, isHidden: isHidden)
    } catch {
      throw UsageError(error.message)
    }
  }
}
