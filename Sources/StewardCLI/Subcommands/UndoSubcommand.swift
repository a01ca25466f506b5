internal import AdminAPI
internal import AdminCommands
internal import Steward
internal import StewardRuntime
internal import StewardSyntax

/// `steward undo RUN`: takes a run back, as far as the API allows and nobody has changed it since.
struct UndoSubcommand {
  private let name: String
  private let included: [String]

  init(_ words: [String]) throws(UsageError) {
    let options = try OwnOptions(words, Self.options)
    name = try options.only("a run", of: "undo")
    included = options.values["include"] ?? []
  }

  private static let options = [
    OwnOption("include", "NAME", "Also switches this key on again; as often as needed")
  ]

  static let help = OwnOptions.page(
    "undo",
    "Takes a run back, as far as the API allows",
    usage: ["RUN", "[--include NAME]", "[--journal DIR]"],
    options: options,
    about:
      "What would be changed back is shown first, and is a run of its own. Left alone, and named, is what somebody has changed since, what cannot be undone (an archived workspace, a person who was removed and needs a new invite), and keys that were switched off: a key comes back only if it is named.",
    examples: [
      "steward undo latest --dry-run", "steward undo latest --include contractor-integration",
    ]
  )

  func run(_ run: ScriptRun) throws(UsageError) -> Int32 {
    let folder = try RunFolders(run.options, run.console).folder()
    let (record, id) = try folder.find(name)
    guard !folder.isUnderWay(id) else {
      throw UsageError("a process is still working on the run \(id)")
    }
    let interpreter = try Interpreter(run.options, run.console, run.interruption)
    let ending = interpreter.perform(nil, presenting: { _, _, _ in }) {
      (cancellation) throws(RunError) in
      let runner = interpreter.runner
      if !interpreter.isDryRun { try runner.settings.checkChanges(by: "undo") }
      let plan = try runner.undoPlan(record, including: included, cancellation)
      tell(plan, run.console)
      let report = PlanReport(
        changes: plan.changes,
        files: [],
        organization: record.organization.name
      )
      guard !plan.changes.isEmpty, !interpreter.isDryRun else {
        try interpreter.show(report)
        return .nothing
      }
      return try runner.undo(record, plan, cancellation)
    }
    return ending.status
  }

  private func tell(_ plan: UndoPlan, _ console: Console) {
    for left in plan.left {
      console.errors.line("stays: \(printable(left.subject)): \(printable(left.reason))", .warning)
    }
  }
}
