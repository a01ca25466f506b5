internal import AdminAPI
internal import Steward
internal import StewardRuntime
internal import StewardSyntax

/// `steward resume RUN`: finishes a run that was broken off.
struct ResumeSubcommand {
  private let name: String

  init(_ words: [String]) throws(UsageError) {
    name = try OwnOptions(words).only("a run", of: "resume")
  }

  static let help = OwnOptions.page(
    "resume",
    "Finishes a run that was broken off",
    usage: ["RUN", "[--journal DIR]"],
    about:
      "Changes that are made are not made again; one whose answer was lost is looked for, and goes out only if it was certainly not made; the rest of the plan follows. A run that was killed, whose network or machine failed, or that ended with an error can be resumed as often as it takes.",
    examples: ["steward resume latest"]
  )

  func run(_ run: ScriptRun) throws(UsageError) -> Int32 {
    let folder = try RunFolders(run.options, run.console).folder()
    let (record, id) = try folder.find(name)
    guard record.isUnfinished else {
      run.console.errors.line("the run \(id) is finished: nothing is left to do")
      return ExitStatus.done
    }
    let interpreter = try Interpreter(
      run.options,
      run.console,
      run.interruption,
      repeating: record.recipe
    )
    var program: Program?
    if record.recipe.isRepeatable {
      program = interpreter.check(RunnableScript(record.recipe.source))
      guard program != nil else { return ExitStatus.notChecked }
    }
    let planned = record.plan?.count ?? 0
    run.console.errors.line("resuming \(id): \(record.madeCount) of \(planned) changes are made")
    let ending = interpreter.perform(
      program,
      presenting: { (output, type, host) throws(RunError) in try host.show(output, type) }
    ) { (cancellation) throws(RunError) in
      try interpreter.runner.settings.checkChanges(by: "resume")
      return try interpreter.runner.resume(record, program, in: folder, cancellation)
    }
    return ending.status
  }
}
