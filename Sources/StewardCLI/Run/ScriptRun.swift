internal import Steward
internal import StewardRuntime
internal import StewardSyntax

/// One text, run from its beginning to its end.
struct ScriptRun {
  let options: GlobalOptions
  let console: Console
  let interruption: Interruption

  /// - Returns: The exit status.
  func run(_ source: SourceText) throws(UsageError) -> Int32 {
    let interpreter = try Interpreter(options, console, interruption)
    guard let program = interpreter.check(source) else { return ExitStatus.notChecked }
    let ending = interpreter.run(program) { (output, type, host) throws(RunError) in
      try writer.write(output, type: type, to: host)
    }
    return ending.status
  }

  /// People get tables, programs rows.
  private var writer: ResultWriter {
    let width = console.width
    return ResultWriter(options.output ?? (width == nil ? .ndjson : .table), width: width)
  }
}
