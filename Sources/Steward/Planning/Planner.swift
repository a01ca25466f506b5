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
  let session: Session
  let settings: RunSettings
  let client: AdminClient
  let spool: Spool
  let confirm: Confirmation
  let clock: ClientClock

  /// The changes that may be made: those of the plan, if a person or `--yes` has agreed.
  ///
  /// - Throws: `declined` if not, and whatever goes wrong in the pass. No change was sent.
  func agreedPlan(_ cancellation: Cancellation) throws(RunError) -> ChangeSet {
    while true {
      let context = RunContext(
        cancellation: cancellation,
        host: PassHost(spool, isRecording: true),
        now: settings.now
      )
      let plan = try rehearse(context)
      let made = clock.elapsed()
      try agree(to: plan, context)
      if clock.elapsed() - made <= Self.lifetime { return plan }
      spool.host.note(PlanMessages.outdated, .warning)
    }
  }

  private func rehearse(_ context: RunContext) throws(RunError) -> ChangeSet {
    let gate = Gate(.recording, ceiling: settings.ceiling, now: settings.now)
    do throws(RunError) {
      try session.rehearse(program, context.with(AdminServices(client: client, gate: gate)))
    } catch {
      // `exit` ends the plan; the second pass comes to the same place.
      guard error.kind == .exit else { throw error }
    }
    return gate.changes
  }

  private func agree(to plan: ChangeSet, _ context: RunContext) throws(RunError) {
    guard !plan.effects.isDisjoint(with: .planned), !settings.answersYes else { return }
    let text = PlanMessages.question(plan, organization: try organization(context))
    switch try confirm(plan, text) {
    case true?: try context.cancellation.check()
    case false?: throw placed(PlanMessages.declined)
    case nil: throw placed(PlanMessages.unanswered(plan))
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

  /// At the first command that takes something away.
  private func placed(_ error: RunError) -> RunError {
    guard let row = program.effectRows.first(where: { !$0.effects.isDisjoint(with: .planned) })
    else { return error }
    return error.at(row.range, in: program.source)
  }
}
