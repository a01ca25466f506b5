internal import AdminAPI
internal import AdminCommands
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The first of two passes: finds out what a program would change, and has it agreed to.
struct Planner {
  /// Nil if nobody is there to answer.
  typealias Confirmation = (ChangeSet, _ text: String) throws(RunError) -> Bool?

  /// A plan that is answered later than this was made for another organization, so to say.
  static let lifetime: Duration = .seconds(600)

  let program: Program
  let parameters: [String: Value]
  let session: Session
  let settings: RunSettings
  /// Nil for a program that only a host's commands change something in.
  let client: AdminClient?
  let names: NameResolver
  let spool: Spool
  /// A fresh log for each time that the plan is made.
  let newReads: () throws(RunError) -> ReadLog
  /// Nil where nothing is written down of runs.
  let recipe: RunRecipe?
  let confirm: Confirmation
  let clock: ClientClock
  /// What the run may use, of which the first pass takes its part.
  let budget: RunBudget
  let remarks: Remarks

  /// What the program would do. No change was sent, and nothing was decided.
  func plan(_ cancellation: Cancellation) throws(RunError) -> PlannedRun {
    let reads = try newReads()
    let gate = Gate(.recording, ceiling: settings.ceiling, now: settings.now, reads: reads)
    do throws(RunError) {
      try session.rehearse(
        program,
        context(cancellation, gate),
        parameters: parameters
      )
    } catch {
      // `exit` ends the plan; the second pass comes to the same place.
      guard error.kind == .exit else { throw error }
    }
    return PlannedRun(
      changes: gate.changes,
      files: spool.files,
      recipe: recipe.map { spool.complete($0).masking(gate.changes.secrets) },
      reads: reads,
      gate: gate,
      effort: Effort(gate.changes, reads: gate.sentReads, client?.configuration)
    )
  }

  /// The same plan with what it does to other objects, counted by reading: for somebody who looks at
  /// it.
  func counted(
    _ plan: PlannedRun,
    _ cancellation: Cancellation
  ) throws(RunError) -> PlannedRun {
    guard let client else { return plan }
    var counted = plan
    counted.changes = try context(cancellation, nil).wait(.read) {
      () async throws(ClientError) in
      try await SideEffectCensus(client, after: plan.gate).counted(plan.changes)
    }
    return counted
  }

  /// A plan that may be carried out: within every limit, and agreed to where that is needed.
  ///
  /// - Throws: `guard` and `declined` if not, and whatever goes wrong in the pass. No change was
  ///   sent.
  func agreedPlan(_ cancellation: Cancellation) throws(RunError) -> PlannedRun {
    while true {
      let plan = try plan(cancellation)
      let made = clock.elapsed()
      try agree(to: plan, cancellation)
      if clock.elapsed() - made <= Self.lifetime { return plan }
      spool.host.note(PlanMessages.outdated, .warning)
    }
  }

  /// Holds the plan to its limits and has it agreed to.
  func agree(to planned: PlannedRun, _ cancellation: Cancellation) throws(RunError) {
    let plan = planned.changes
    let context = context(cancellation, nil)
    let decision = PlanDecision(
      plan: plan,
      program: program,
      settings: settings,
      ownDomains: plan.invitesPeople ? try ownDomains(context) : []
    )
    try decision.checkLimits()
    guard !settings.answersYes, let reason = decision.reasonToAsk else { return }
    guard settings.canAsk else {
      throw placed(PlanMessages.nobodyToAsk(plan, reason, settings))
    }
    let counted = try self.counted(planned, cancellation)
    let report = PlanReport(
      changes: counted.changes,
      files: planned.files,
      organization: try organization(context),
      effort: Effort(plan, client?.configuration)
    )
    switch try confirm(counted.changes, report.text) {
    case true?: try context.cancellation.check()
    case false?: throw placed(PlanMessages.declined)
    case nil: throw placed(PlanMessages.unanswered(plan))
    }
  }

  private func placed(_ error: RunError) -> RunError { program.placedAtChange(error) }

  private func context(_ cancellation: Cancellation, _ gate: Gate?) -> RunContext {
    let context = RunContext(
      cancellation: cancellation,
      host: PassHost(recordingIn: spool),
      now: settings.now,
      budget: budget,
      remarks: remarks
    )
    return gate.map { context.with(services: services($0, client, names)) } ?? context
  }

  /// The domains that a grant may go to without a question.
  private func ownDomains(_ context: RunContext) throws(RunError) -> [String] {
    if let domains = settings.policy.ownDomains { return domains.map { $0.lowercased() } }
    guard let client else { return [] }
    let people = try context.wait(.read) { () async throws(ClientError) in
      try await client.perform(Catalog.Users.list, [:])
    }
    let admins = (people.list ?? []).filter { person in
      ["admin", "owner", "primary_owner"].contains(person.record?["role"]?.string)
    }
    return admins.compactMap { $0.record?["email"]?.string }.map(PlanDecision.domain(of:))
  }

  /// The organization's name. A plan can be read without it.
  private func organization(_ context: RunContext) throws(RunError) -> String? {
    try client?.knownName(context)
  }
}

extension Program {
  /// The error at the first command that weighs most: that takes something away, or that changes
  /// something.
  func placedAtChange(_ error: RunError) -> RunError {
    let weighty: [Effects] = [[.cut, .destroy], .changes]
    for effects in weighty {
      guard let row = effectRows.first(where: { !$0.effects.isDisjoint(with: effects) })
      else { continue }
      return error.at(row.range, in: row.source)
    }
    return error
  }
}
