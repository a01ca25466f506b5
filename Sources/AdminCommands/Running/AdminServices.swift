package import AdminAPI
package import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What the commands need for one run: the ``RunContext`` carries it.
package struct AdminServices: Sendable {
  /// As whom requests are sent.
  package let client: AdminClient
  /// What every change of the run passes.
  package let gate: Gate
  /// What the run found out about names.
  package let names: NameResolver

  package init(client: AdminClient, gate: Gate, names: NameResolver = NameResolver()) {
    self.client = client
    self.gate = gate
    self.names = names
  }
}

extension AdminServices {
  /// The same for a call that sends files.
  func reading(_ files: [String: [UInt8]]) -> AdminServices {
    let client = client.reading { (name) throws(ClientError) in
      guard let bytes = files[name] else {
        throw ClientError(.io, "`\(printable(name))` was not read")
      }
      return bytes
    }
    return AdminServices(client: client, gate: gate, names: names)
  }

  /// Makes one change of a call, through the run's gate.
  func change(
    _ operation: Operation,
    _ arguments: Arguments,
    of call: Call,
    _ context: RunContext
  ) throws(RunError) -> Value {
    let place = call.line
    let step = ChangeStep(context.lane.nextStep())
    return try context.wait(.change) { () async throws(ClientError) in
      try await client.change(operation, arguments, through: gate, place: place, step: step)
    }
  }
}

extension Call {
  /// `offboard.steward:13`, for a plan.
  fileprivate var line: String { "\(source.name):\(source.line(of: range.lower))" }
}

extension RunContext {
  /// What every change of the run passes; nil in a run that has none. Without an organization a run
  /// carries the gate alone.
  package var gate: Gate? { (services as? AdminServices)?.gate ?? services as? Gate }

  /// - Throws: `auth` in a run that has no organization.
  func adminServices() throws(RunError) -> AdminServices {
    guard let services = services as? AdminServices else { throw RunError.missingCredential }
    return services
  }

  /// Blocks the evaluator's thread until the client has answered.
  package func wait<Success: Sendable>(
    _ kind: Pending<Success>.Kind,
    _ work: @escaping @Sendable () async throws(ClientError) -> Success
  ) throws(RunError) -> Success {
    let pending = start(kind) { () async throws(RunError) -> Success in
      do throws(ClientError) {
        return try await work()
      } catch {
        throw RunError(error)
      }
    }
    return try pending.value()
  }
}
