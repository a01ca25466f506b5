package import AdminAPI
package import AdminSandbox
internal import Synchronization

/// Asks somebody else, and keeps what was sent.
package final class RecordedTransport: Transport {
  private let base: @Sendable (Request) async throws(TransportError) -> Response
  private let sent = Mutex<[Request]>([])

  package init(
    _ answer: @escaping @Sendable (Request) async throws(TransportError) -> Response
  ) {
    base = answer
  }

  package convenience init(_ sandbox: Sandbox) {
    let transport = SandboxTransport(sandbox)
    self.init { (request) async throws(TransportError) in try await transport.send(request) }
  }

  package func send(_ request: Request) async throws(TransportError) -> Response {
    sent.withLock { $0.append(request) }
    return try await base(request)
  }

  package var requests: [Request] { sent.withLock(\.self) }
  /// `GET /v1/…?…` of each request.
  package var lines: [String] { requests.map { "\($0.method.rawValue) \($0.target)" } }
  /// Those that are no reads.
  package var changes: [String] { lines.filter { !$0.hasPrefix("GET") } }
}
