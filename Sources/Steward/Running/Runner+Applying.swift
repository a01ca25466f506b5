internal import AdminAPI
internal import AdminCommands
package import StewardRuntime
package import StewardValues

extension Runner {
  /// Makes exactly the changes of a plan that was saved and reviewed.
  ///
  /// `saved`: The plan.
  /// `program`: Of the plan's own script.
  /// `moment`: Now; the run itself has the plan's.
  /// - Throws: `drift` if the plan would be another one by now, or is for another organization, or
  /// is too old; no change was sent then.
  package func apply(
    _ saved: SavedPlan,
    _ program: Program,
    at moment: Timestamp,
    _ cancellation: Cancellation
  ) throws(RunError) -> Output {
    begin(cancellation)
    settings.now = saved.recipe.now
    settings.ceiling = settings.ceiling.intersection(saved.recipe.ceiling)
    try Ceiling(settings).check(program)
    let age = Duration.microseconds(moment.microseconds - saved.made.microseconds)
    guard age <= SavedPlan.lifetime else {
      throw RunError(
        .drift,
        "the plan was made at \(saved.made): plans are good for 24 hours",
        help: "plan again"
      )
    }
    try saved.recipe.checkMask()
    try saved.recipe.checkInputs()
    let client = try organizationClient()
    try checkOrganization(saved.organization, client, cancellation)
    let parameters = try program.parameters(saved.recipe)
    let id = RunID(at: moment)
    let spool = Spool(host, saved.recipe)
    let planner = planner(program, client, parameters, id, spool: spool)
    let plan = try planner.plan(cancellation)
    if let error = PlanDifference(from: saved.changes, to: plan.changes).error { throw error }
    let decision = PlanDecision(
      plan: plan.changes,
      program: program,
      settings: settings.reviewed,
      ownDomains: []
    )
    try decision.checkLimits()
    return try carryOut(plan, planner, id, cancellation)
  }

  /// - Throws: `drift` in another organization.
  func checkOrganization(
    _ wanted: (id: String, name: String),
    _ client: AdminClient,
    _ cancellation: Cancellation
  ) throws(RunError) {
    let organization = try context(cancellation, host).wait(.read) {
      () async throws(ClientError) in try await client.organization()
    }
    let id = organization.record?["id"]?.string ?? ""
    guard id != wanted.id else { return }
    let name = organization.record?["name"]?.string ?? "another organization"
    throw RunError(
      .drift,
      "this was made for \(printable(wanted.name)) (\(printable(wanted.id))), and the key belongs to "
        + "\(printable(name)) (\(printable(id))): no change was sent"
    )
  }
}

extension RunSettings {
  /// The same where a person has looked at the plan.
  fileprivate var reviewed: RunSettings {
    var settings = self
    settings.canAsk = true
    settings.answersYes = false
    return settings
  }
}

extension Program {
  /// The parameters of a run that is repeated, as the types of the header have them.
  func parameters(_ recipe: RunRecipe) throws(RunError) -> [String: Value] {
    var values: [String: Value] = [:]
    for parameter in terms?.parameters ?? [] {
      guard let given = recipe.parameters[parameter.name] else {
        guard !parameter.isRequired else {
          throw RunError(
            .invalid,
            "`--\(parameter.name)` was not written down: a secret is not",
            help: "run the script again"
          )
        }
        continue
      }
      values[parameter.name] = try parameter.value(of: given).get()
    }
    return values
  }
}
