internal import AdminAPI
internal import AdminCommands
internal import StewardRuntime

/// Holds a run to the one organization that its header or a profile names.
package struct OrganizationPin: Sendable, Equatable {
  /// Its id, or its name if ``allowsName``.
  package let organization: String
  /// The name behind the id, where that was written down.
  package let name: String?
  /// Who says so: `the profile acme`.
  package let source: String
  /// Anybody may give an organization any name: only a header, which is written for reading, may pin by it.
  private let allowsName: Bool

  package init(
    _ organization: String,
    name: String? = nil,
    source: String,
    allowsName: Bool = false
  ) {
    self.organization = organization
    self.name = name
    self.source = source
    self.allowsName = allowsName
  }

  /// How it is shown: `Acme Robotics (ID)`.
  package var description: String {
    name.map { "\(printable($0)) (\(printable(organization)))" } ?? printable(organization)
  }

  /// - Throws: `declined` for another organization.
  package func check(id: String?, name: String?) throws(RunError) {
    let isByName = allowsName && name == organization
    guard id != organization, !isByName else { return }
    throw RunError(
      .declined,
      "\(source) is for the organization \(description), and the key belongs to "
        + "\(printable(name ?? "another one")) (\(printable(id ?? "without an id"))): "
        + "nothing was changed",
      help: "use a key of that organization"
    )
  }

  /// - Throws: `declined` in another organization. Only it was asked who it is.
  func check(_ client: AdminClient, _ context: RunContext) throws(RunError) {
    let organization = try context.organization(of: client)
    try check(id: organization.id, name: organization.name)
  }
}

extension Program {
  /// From the runbook's header.
  var pin: OrganizationPin? {
    terms?.organization.map { OrganizationPin($0, source: "the runbook", allowsName: true) }
  }
}

extension RunContext {
  /// The id and name of the organization that the key belongs to, read once a client.
  func organization(of client: AdminClient) throws(RunError) -> (id: String?, name: String?) {
    let organization = try wait(.read) { () async throws(ClientError) in
      try await client.organization()
    }
    return (organization.record?["id"]?.string, organization.record?["name"]?.string)
  }
}
