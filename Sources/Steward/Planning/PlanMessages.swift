internal import AdminAPI
internal import StewardRuntime

/// All that is said about plans.
enum PlanMessages {
  static let declined = RunError(.declined, "declined: no change was sent")

  static let nobodyToAsk = RunError(
    .declined,
    "this takes something away, and nobody is there to confirm it: nothing was sent",
    help: "run it at a terminal to see what would change, or with --yes"
  )

  static let outdated =
    "the plan was older than 10 minutes when it was answered: it is made again"

  static func question(_ plan: ChangeSet, organization: String?) -> String {
    """
    \(plan.confirmationText(organization: organization))

    To make \(plan.count == 1 ? "it" : "them"), type the number of changes: \(plan.count)
    """
  }

  static func unanswered(_ plan: ChangeSet) -> RunError {
    let changes = plan.count == 1 ? "1 change needs" : "\(plan.count) changes need"
    return RunError(
      .declined,
      "\(changes) to be confirmed, and nobody is there to do it: no change was sent",
      help: "look at what would change, then run it again with --yes"
    )
  }
}
