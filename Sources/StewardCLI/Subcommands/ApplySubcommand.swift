internal import AdminAPI
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// `steward apply PLAN`: makes exactly the changes of a saved plan, or none.
struct ApplySubcommand {
  private let file: String
  private let expected: String?

  init(_ words: [String]) throws(UsageError) {
    let options = try OwnOptions(words, Self.options)
    file = try options.only("a plan", of: "apply")
    expected = options.value("expect-hash")
  }

  private static let options = [
    OwnOption("expect-hash", "HASH", "Refuses another plan than the one that was reviewed")
  ]

  static let help = OwnOptions.page(
    "apply",
    "Makes exactly the changes of a saved plan, or none",
    usage: ["PLAN", "[--expect-hash HASH]"],
    options: options,
    about:
      "The plan is made again first. If it is not the same (somebody was added, a key was renamed, a file that was read is another one) the status is 69, the difference is told, and no change was sent. A plan is good for 24 hours, and for the organization it was made for.",
    examples: ["steward apply jane.plan --expect-hash 5d41…"]
  )

  func run(_ run: ScriptRun) throws(UsageError) -> Int32 {
    let plan = try plan()
    if let expected, plan.fingerprint.description != expected {
      run.console.errors.line(
        "the plan has the hash \(plan.fingerprint), not \(expected): no change was sent",
        .warning
      )
      return ExitStatus.drift
    }
    let interpreter = try Interpreter(
      run.options,
      run.console,
      run.interruption,
      repeating: plan.recipe
    )
    guard let program = interpreter.check(RunnableScript(plan.recipe.source)) else {
      return ExitStatus.notChecked
    }
    let moment = interpreter.now
    let ending = interpreter.perform(
      program,
      presenting: { (output, type, host) throws(RunError) in try host.show(output, type) }
    ) { (cancellation) throws(RunError) in
      try interpreter.runner.settings.checkChanges(by: "apply")
      return try interpreter.runner.apply(plan, program, at: moment, cancellation)
    }
    return ending.status
  }

  private func plan() throws(UsageError) -> SavedPlan {
    let text = try ScriptText.file(file)
    do throws(ClientError) {
      return try SavedPlan(text: String(decoding: text.bytes, as: UTF8.self))
    } catch {
      throw UsageError(error, in: file)
    }
  }
}
