internal import AdminAPI
internal import AdminCommands
internal import Steward
internal import StewardRuntime
internal import StewardValues

extension Interpreter {
  /// Shows what a program would change. Only reads are sent.
  func rehearse(_ program: Program, _ parameters: [String: Value]) -> Ending {
    perform(program, presenting: { _, _, _ in }) { (cancellation) throws(RunError) in
      let plan = try runner.plan(program, cancellation, parameters: parameters)
      let name = try organizationName(cancellation)
      try show(PlanReport(plan, organization: name))
      noteDryRun()
      return .nothing
    }
  }

  /// Where nobody has asked for a dry run in this command, it is said that it was one.
  private func noteDryRun() {
    guard !options.dryRun else { return }
    if rules.isInteractive {
      console.errors.line("nothing was sent: `mode live` makes changes", .faint)
    } else if let profile = organization.profile {
      console.errors.line(
        "a dry run, as the profile \(profile.name) says: nothing was changed",
        .warning
      )
    }
  }

  /// For people as text, for programs as one record a change.
  func show(_ report: PlanReport) throws(RunError) {
    switch options.output {
    case .table?, nil: try console.output.write(report.text + "\n")
    case .md?: try console.output.write(report.markdown)
    case let format?:
      try ResultWriter(format, width: console.width)
        .write(.rows(ListStream(report.rows)), type: PlanReport.type, to: host)
    }
  }

  func organizationName(_ cancellation: Cancellation) throws(RunError) -> String? {
    try knownOrganization(cancellation).name
  }

  /// The organization's id and name.
  func knownOrganization(
    _ cancellation: Cancellation
  ) throws(RunError) -> (id: String, name: String) {
    let client = try organization.client()
    let context = RunContext(cancellation: cancellation, host: host, now: now)
    let read = try context.wait(.read) { () async throws(ClientError) in
      try await client.organization()
    }
    return (read.record?["id"]?.string ?? "", read.record?["name"]?.string ?? "")
  }
}
