internal import AdminAPI
internal import AdminCommands
internal import StewardRuntime

/// Holds a run to the one organization that its header names.
enum OrganizationPin {
  /// - Throws: `declined` in another organization. Only it was asked who it is.
  static func check(
    _ program: Program,
    _ client: AdminClient,
    _ context: RunContext
  ) throws(RunError) {
    guard let wanted = program.terms?.organization else { return }
    let organization = try context.wait(.read) { () async throws(ClientError) in
      try await client.organization()
    }
    let id = organization.record?["id"]?.string
    let name = organization.record?["name"]?.string
    guard id != wanted, name != wanted else { return }
    throw RunError(
      .declined,
      "the runbook is for the organization \(wanted), and the key belongs to "
        + "\(name ?? "another one") (\(id ?? "without an id")): nothing was changed",
      help: "use a key of that organization"
    )
  }
}
