package import AdminAPI
internal import AdminCommands
package import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What takes a run back, and what stays.
package struct UndoPlan: Sendable {
  /// The changes that take it back, the last one first.
  package let changes: ChangeSet
  /// Whom or what it leaves alone, and why.
  package let left: [(subject: String, reason: String)]
}

extension Runner {
  /// Finds out what takes a run back. Only reads are sent.
  ///
  /// `record`: What the run's journal says.
  /// `named`: Ids or parts of names of keys that are to be switched on again.
  package func undoPlan(
    _ record: RunRecord,
    including named: [String],
    _ cancellation: Cancellation
  ) throws(RunError) -> UndoPlan {
    begin(cancellation)
    let client = try organizationClient()
    try checkOrganization(record.organization, client, cancellation)
    let context = context(cancellation, host)
    let undoing = Undoing(record: record, client: client, named: named)
    let steps = try context.wait(.read) { () async throws(ClientError) in
      try await undoing.steps()
    }
    let gate = Gate(.recording, ceiling: settings.ceiling, now: settings.now)
    for step in steps.changes {
      _ = try context.wait(.read) { () async throws(ClientError) in
        try await client.change(
          step.operation,
          step.arguments,
          through: gate,
          place: "undo \(record.id)"
        )
      }
    }
    return UndoPlan(
      changes: gate.changes,
      left: steps.left.map { ($0.subject, $0.reason) }
    )
  }

  /// Takes a run back. The undoing is a run of its own, with a journal.
  ///
  /// - Throws: `declined` if nobody agrees, `guard` above a limit; no change was sent then.
  package func undo(
    _ record: RunRecord,
    _ plan: UndoPlan,
    _ cancellation: Cancellation
  ) throws(RunError) -> Output {
    let client = try organizationClient()
    try PlanDecision(plan: plan.changes, settings: settings, ownDomains: []).checkLimits()
    let id = RunID(at: .now())
    let text = plan.changes.confirmationText(organization: record.organization.name)
    guard !settings.answersYes else {
      return try send(plan.changes, id, undoing: record, client, cancellation)
    }
    guard settings.canAsk else {
      throw PlanMessages.nobodyToAsk(plan.changes, "changes things back", settings)
    }
    switch try confirm(plan.changes, text) {
    case true?: return try send(plan.changes, id, undoing: record, client, cancellation)
    case false?: throw PlanMessages.declined
    case nil: throw PlanMessages.unanswered(plan.changes)
    }
  }

  private func send(
    _ plan: ChangeSet,
    _ id: RunID,
    undoing record: RunRecord,
    _ client: AdminClient,
    _ cancellation: Cancellation
  ) throws(RunError) -> Output {
    let source = SourceText("# undo \(record.id)\n", name: "undo \(record.id)")
    let journal = try journaling.map { (journaling) throws(RunError) in
      let recipe = RunRecipe(
        source: source,
        now: settings.now,
        ceiling: settings.ceiling,
        fileRoot: record.recipe.fileRoot,
        isRepeatable: false
      )
      let beginning = RunJournal.Beginning(
        version: journaling.version,
        recipe: recipe,
        organization: record.organization,
        plan: plan,
        note: journaling.note,
        undoes: record.id
      )
      return try throwing { () throws(ClientError) in
        try RunJournal(
          id,
          try journaling.file(for: id),
          beginning,
          now: client.configuration.now
        )
      }
    }
    if let journal { continueJournal(journal) }
    let gate = Gate(
      .live(plan: plan),
      ceiling: settings.ceiling,
      now: settings.now,
      journal: journal
    )
    return try send(plan, gate, client, cancellation)
  }
}
