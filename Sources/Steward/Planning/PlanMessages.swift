internal import AdminAPI
internal import StewardRuntime

/// All that is said about plans.
enum PlanMessages {
  static let declined = RunError(.declined, "declined: no change was sent")

  static func nobodyToAsk(_ settings: RunSettings) -> RunError {
    RunError(
      .declined,
      "this takes something away, and nobody is there to confirm it: nothing was sent",
      help: settings.isEmbedded
        ? "the host's policy says who is asked: `Policy(confirm:)`"
        : "run it at a terminal to see what would change, or with --yes"
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

  static let outdated =
    "the plan was older than 10 minutes when it was answered: it is made again"

  static func unanswered(_ plan: ChangeSet) -> RunError {
    let changes = plan.count == 1 ? "1 change needs" : "\(plan.count) changes need"
    return RunError(
      .declined,
      "\(changes) to be confirmed, and nobody is there to do it: no change was sent",
      help: "look at what would change, then run it again with --yes"
    )
  }
}
