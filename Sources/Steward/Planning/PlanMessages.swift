internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// All that is said about plans.
enum PlanMessages {
  static let declined = RunError(.declined, "declined: no change was sent")

  static let outdated =
    "the plan was older than 10 minutes when it was answered: it is made again"

  static func nobodyToAsk(
    _ plan: ChangeSet,
    _ reason: String,
    _ settings: RunSettings
  ) -> RunError {
    RunError(
      .declined,
      "this \(reason), and nobody is there to confirm it: no change was sent",
      help: settings.isEmbedded
        ? "the host's policy says who is asked: `Policy(confirm:)`"
        : "`--dry-run` shows \(changes(plan.count)), `--yes` makes \(plan.count == 1 ? "it" : "them")"
    )
  }

  /// Of a command without prediction in a program that must be planned.
  static func cannotPlan(_ command: String) -> RunError {
    RunError(
      .declined,
      "no plan can be made: what `\(command)` changes cannot be told before it is done; "
        + "nothing was sent",
      help: "give it a prediction, or allow what is not planned: `Policy(unplanned:)`"
    )
  }

  /// Asked in place of a plan.
  static func unplannedQuestion(_ command: String) -> String {
    "What this changes cannot be listed before it is done, because of `\(command)`. Go on?"
  }

  static func unanswered(_ plan: ChangeSet) -> RunError {
    let changes = plan.count == 1 ? "1 change needs" : "\(plan.count) changes need"
    return RunError(
      .declined,
      "\(changes) to be confirmed, and nobody is there to do it: no change was sent",
      help: "look at what would change with --dry-run, then run it again with --yes"
    )
  }

  static func aboveGuard(_ count: Int, _ effects: Effects, _ limit: Int) -> RunError {
    RunError(
      .guard,
      "\(changes(count)) would \(effects), and the guard allows \(limit): no change was sent",
      help: "look at what would change with --dry-run, or raise the guard"
    )
  }

  static func aboveCap(_ count: Int, _ effects: Effects, _ limit: Int) -> RunError {
    let name = Effects.names.first { effects.contains($0.effect) }?.name ?? "update"
    return RunError(
      .guard,
      "\(changes(count)) would \(effects), and a run that nobody looks at may make \(limit): "
        + "no change was sent",
      help: "to allow it: --guard \(name)=\(count)"
    )
  }

  static func aboveMaximum(_ count: Int, _ limit: Int) -> RunError {
    RunError(
      .guard,
      "\(changes(count)) are planned, and --max-changes allows \(limit): no change was sent"
    )
  }

  static func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }
}
