internal import ArgumentParser
internal import Steward
internal import StewardRuntime
internal import StewardSyntax

/// `steward check FILE…`: what is wrong, and with `--effects` what would be done. Sends nothing.
struct CheckSubcommand {
  private struct Arguments: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "steward check", helpNames: [])

    @Flag(help: "Lists what each command may do, and its requests.")
    var effects = false
    @Flag(help: "Fails on warnings too.")
    var strict = false
    @ArgumentParser.Argument(help: ArgumentHelp("Scripts; - is standard input.", valueName: "FILE"))
    var files: [String]
  }

  private let arguments: Arguments

  init(_ words: [String]) throws(UsageError) {
    do {
      arguments = try Arguments.parse(words)
    } catch {
      throw UsageError(Arguments.self, error)
    }
  }

  static var help: HelpPage {
    DeclaredOptions.page(
      "check",
      "Says what is wrong with scripts, and sends nothing",
      of: Arguments.self,
      usage: ["[--effects]", "[--strict]", "FILE …"]
    )
  }

  func run(_ options: GlobalOptions, _ console: Console) throws(UsageError) -> Int32 {
    let reports = Reports(console.errors, options.diagnostics)
    var status = ExitStatus.done
    var effects = ""
    for file in arguments.files {
      let script = RunnableScript(try ScriptText.file(file))
      let source = script.source
      let result = script.check(in: Session(.program))
      reports.show(result.diagnostics, in: source)
      if isRefused(result) { status = ExitStatus.notChecked }
      if arguments.effects, let program = result.program {
        effects += EffectsTable(program).text
      }
    }
    let written = console.finish { effects }
    return status == ExitStatus.done ? written : status
  }

  private func isRefused(_ result: CheckResult) -> Bool {
    result.program == nil || (arguments.strict && !result.diagnostics.isEmpty)
  }
}
