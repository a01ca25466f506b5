public import AdminAPI

/// Asks a sandbox in process: no port, no connection.
public struct SandboxTransport: Transport {
  /// Whom it asks.
  public let sandbox: Sandbox

  /// A transport to the sandbox; several may ask the same one.
  public init(_ sandbox: Sandbox) { self.sandbox = sandbox }

  /// Sends one request to the sandbox.
  ///
  /// - Throws: ``TransportError`` where the sandbox's faults break the connection, and `.cancelled`.
  public func send(_ request: Request) async throws(TransportError) -> Response {
    let answer = await sandbox.answer(request)
    if Task.isCancelled { throw TransportError(.cancelled, "the request was cancelled") }
    switch answer {
    case .response(let response): return response
    case .dropped(let stage):
      throw TransportError(stage, "the sandbox dropped the connection")
    }
  }
}
