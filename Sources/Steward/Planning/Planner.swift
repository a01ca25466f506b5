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
  let client: AdminClient
  let names: NameResolver
  let spool: Spool
  let confirm: Confirmation
  let clock: ClientClock
  let budget: RunBudget

  /// The changes that may be made: those of the plan, if a person or `--yes` has agreed.
  ///
  /// - Throws: `declined` if not, and whatever goes wrong in the pass. No change was sent.
  func agreedPlan(_ cancellation: Cancellation) throws(RunError) -> ChangeSet {
    while true {
      let context = RunContext(
        cancellation: cancellation,
        host: PassHost(spool, isRecording: true),
        now: settings.now,
        budget: budget
      )
      let plan = try rehearse(context)
      try checkGuards(plan)
      let made = clock.elapsed()
      try agree(to: plan, context)
      if clock.elapsed() - made <= Self.lifetime { return plan }
      spool.host.note(PlanMessages.outdated, .warning)
    }
  }

  private func rehearse(_ context: RunContext) throws(RunError) -> ChangeSet {
    let gate = Gate(.recording, ceiling: settings.ceiling, now: settings.now)
    do throws(RunError) {
      try session.rehearse(
        program,
        context.with(services: AdminServices(client: client, gate: gate, names: names)),
        parameters: parameters
      )
    } catch {
      // `exit` ends the plan; the second pass comes to the same place.
      guard error.kind == .exit else { throw error }
    }
    return gate.changes
  }

  /// The guards of the header are decided on the whole set: one change too many refuses all.
  private func checkGuards(_ plan: ChangeSet) throws(RunError) {
    for guarded in program.terms?.guards ?? [] {
      let count = plan.count(of: guarded.effect)
      guard count > guarded.limit else { continue }
      throw RunError(
        .guard,
        "\(count) changes would \(guarded.effect), and the guard allows \(guarded.limit): "
          + "no change was sent",
        help: "look at what would change, or raise the guard"
      ).at(guarded.range, in: program.source)
    }
  }

  private func agree(to plan: ChangeSet, _ context: RunContext) throws(RunError) {
    guard !plan.effects.isDisjoint(with: .planned), !settings.answersYes else { return }
    let text = PlanMessages.question(plan, organization: try organization(context))
    switch try confirm(plan, text) {
    case true?: try context.cancellation.check()
    case false?: throw program.placedAtPlanned(PlanMessages.declined)
    case nil: throw program.placedAtPlanned(PlanMessages.unanswered(plan))
    }
  }

  /// The organization's name. A plan can be read without it.
  private func organization(_ context: RunContext) throws(RunError) -> String? {
    let organization = try context.wait(.read) { [client] () async throws(ClientError) in
      do throws(ClientError) {
        return try await client.organization()
      } catch {
        guard error.kind != .cancelled else { throw error }
        return .null
      }
    }
    return organization.record?["name"]?.string
  }
}

extension Program {
  /// The error at the first command that takes something away.
  func placedAtPlanned(_ error: RunError) -> RunError {
    guard let row = effectRows.first(where: { !$0.effects.isDisjoint(with: .planned) })
    else { return error }
    return error.at(row.range, in: row.source)
  }
}
