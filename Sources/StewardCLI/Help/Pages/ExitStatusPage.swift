internal import Steward

/// What the exit statuses mean.
enum ExitStatusPage {
  static var page: HelpPage {
    HelpPage(
      .topic,
      "exit status",
      "With what steward ends",
      [HelpSection(nil, [.terms(statuses.map { HelpTerm($0.status, $0.meaning) })])]
    )
  }

  private static let statuses: [(status: String, meaning: String)] = [
    ("\(ExitStatus.done)", "done"),
    ("\(ExitStatus.failed)", "an error while it ran"),
    ("\(ExitStatus.notChecked)", "the check found errors: nothing was sent"),
    ("3–63", "what a script says with `exit N`"),
    ("\(ExitStatus.usage)", "the command line itself, or the file of the profiles, is wrong"),
    ("\(ExitStatus.limit)", "a limit or a guard said no"),
    (
      "\(ExitStatus.declined)",
      "declined or refused: read-only, ceiling, confirmation, another organization"
    ),
    ("\(ExitStatus.auth)", "no credential, or one that may not do it"),
    (
      "\(ExitStatus.partlyDone)",
      "partly done: it failed after changes were made, or rows were left out"
    ),
    ("\(ExitStatus.drift)", "drift: not as planned"),
    ("\(ExitStatus.hasChanges)", "the plan has changes: `steward plan --exit-code`"),
    (
      "\(ExitStatus.tryAgain)",
      "try again later: network, rate limit or server, and nothing changed"
    ),
    (
      "129, 130, 141, 143",
      "ended by a signal: hang-up, Ctrl-C, nobody reads its output any more, termination"
    ),
  ]
}
