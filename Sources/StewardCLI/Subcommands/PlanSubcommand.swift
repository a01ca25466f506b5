internal import AdminAPI
internal import AdminCommands
internal import Steward
internal import StewardRuntime
internal import StewardValues

/// `steward plan FILE [--PARAMETER VALUE …] [--out PLAN] [--exit-code]`: what a script would change.
/// Only reads are sent.
struct PlanSubcommand {
  private let file: String
  private let words: [String]
  private let out: String?
  private let tellsByStatus: Bool
  private let redacts: Bool

  init(_ words: [String]) throws(UsageError) {
    let options = try OwnOptions(words, Self.options)
    guard let file = options.words.first else { throw UsageError("plan takes a file") }
    self.file = file
    self.words = Array(options.words.dropFirst())
    out = options.value("out")
    tellsByStatus = options.flags.contains("exit-code")
    redacts = options.flags.contains("redact")
    guard out == nil || !redacts else {
      throw UsageError("--redact is for a plan that is shown: a saved one holds all that it does")
    }
  }

  private static let options = [
    OwnOption("out", "PLAN", "Keeps the plan in this file, for `steward apply`"),
    OwnOption("exit-code", nil, "Ends with 70 if there are changes"),
    OwnOption("redact", nil, "Tells people and things by their ids only"),
  ]

  static let help = OwnOptions.page(
    "plan",
    "Shows what a script would change, by name; only reads are sent",
    usage: ["FILE", "[--PARAMETER VALUE …]", "[--out PLAN]", "[--exit-code]", "[--redact]"],
    options: options,
    about:
      "The script runs as it is, but no change leaves the machine and no file is written: later steps see what earlier ones would have done. `-o md` writes the plan for a pull request, `-o json` for programs. `--dry-run` before any run shows the same.",
    examples: [
      "steward plan offboard.steward --email jane@acme.example --out jane.plan",
      "steward apply jane.plan",
    ]
  )

  func run(_ run: ScriptRun) throws(UsageError) -> Int32 {
    let script = RunnableScript(try ScriptText.file(file))
    let interpreter = try Interpreter(
      run.options,
      run.console,
      run.interruption,
      isPlanning: true
    )
    guard let program = interpreter.check(script) else { return ExitStatus.notChecked }
    let arguments = RunbookArguments(words, file: file, terms: program.terms)
    let values = try arguments.values(asking: run.ask)
    var hasChanges = false
    let ending = interpreter.perform(program, presenting: { _, _, _ in }) {
      (cancellation) throws(RunError) in
      let plan = try interpreter.runner.plan(program, cancellation, parameters: values)
      hasChanges = !plan.changes.isEmpty
      let organization = try interpreter.knownOrganization(cancellation)
      try interpreter.show(PlanReport(plan, organization: organization.name, isRedacted: redacts))
      try save(plan, organization, interpreter)
      return .nothing
    }
    guard case .done = ending, tellsByStatus, hasChanges else { return ending.status }
    return ExitStatus.hasChanges
  }

  private func save(
    _ plan: PlannedRun,
    _ organization: (id: String, name: String),
    _ interpreter: Interpreter
  ) throws(RunError) {
    guard let out else { return }
    guard let recipe = plan.recipe else {
      throw RunError(
        .invalid,
        "a plan for a sandbox in this process cannot be saved: it is gone when the process ends"
      )
    }
    let saved = SavedPlan(plan, recipe, organization: organization, made: interpreter.now)
    do throws(UsageError) {
      try OwnerFile.replace(out, with: Array(saved.text.utf8))
    } catch {
      throw RunError(.io, error.message)
    }
    interpreter.console.errors.line("plan \(saved.fingerprint) is in \(out)", .faint)
    interpreter.console.errors.line(
      "`steward apply \(out)` makes these changes and no others",
      .faint
    )
  }
}
