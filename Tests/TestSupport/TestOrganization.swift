package import AdminAPI
package import AdminSandbox
package import StewardValues

/// A sandbox in process with a client that neither waits nor paces, and all that was sent to it.
package struct TestOrganization: Sendable {
  package let sandbox: Sandbox
  package let transport: RecordedTransport
  package let client: AdminClient

  /// A Wednesday afternoon.
  package static let now = Timestamp(microseconds: 1_795_015_230_000_000)

  package init(_ change: (inout SandboxSettings) -> Void = { _ in }) {
    var settings = SandboxSettings()
    settings.now = Self.now
    change(&settings)
    self.init(Sandbox(settings))
  }

  /// One that is there already, reached by its own transport or another.
  package init(_ sandbox: Sandbox, _ base: (any Transport)? = nil) {
    self.sandbox = sandbox
    let base = base ?? SandboxTransport(sandbox)
    transport = RecordedTransport { (request) async throws(TransportError) in
      try await base.send(request)
    }
    client = AdminClient(
      transport: transport,
      credential: Credential(Secret(sandbox.key)),
      configuration: .test
    )
  }
}

extension ClientConfiguration {
  /// No pacing; waits take no time.
  package static var test: ClientConfiguration {
    var configuration = ClientConfiguration(
      version: "test",
      pacing: false,
      now: { TestOrganization.now }
    )
    configuration.clock.sleep = { _ async throws(CancellationError) in }
    return configuration
  }
}
