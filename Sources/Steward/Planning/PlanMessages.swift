internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// All that is said about plans.
enum PlanMessages {
  static let declined = RunError(.declined, "declined: no change was sent")

  static let outdated =
    "the plan was older than 10 minutes when it was answered: it is made again"

  static func question(_ plan: ChangeSet, organization: String?) -> String {
    """
    \(plan.confirmationText(organization: organization))

    To make \(plan.count == 1 ? "it" : "them"), type the number of changes: \(plan.count)
    """
  }

  static func nobodyToAsk(_ plan: ChangeSet, _ reason: String) -> RunError {
    RunError(
      .declined,
      "this \(reason), and nobody is there to confirm it: no change was sent",
      help:
        "`--dry-run` shows \(changes(plan.count)), `--yes` makes \(plan.count == 1 ? "it" : "them")"
    )
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
