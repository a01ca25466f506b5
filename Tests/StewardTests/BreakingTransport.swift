import AdminAPI
import AdminSandbox
import Synchronization
import Testing

/// Where a connection breaks for good, and whether the change was made.
struct Break: CustomTestStringConvertible {
  let change: Int
  let isMade: Bool
  var testDescription: String { "change \(change), \(isMade ? "made" : "not made")" }

  /// Before and after each of so many changes.
  static func all(_ count: Int) -> [Break] {
    (1...count).flatMap { [Break(change: $0, isMade: false), Break(change: $0, isMade: true)] }
  }
}

/// Breaks off at one change for good, as a process that is killed.
final class BreakingTransport: Transport {
  private let base: SandboxTransport
  private let place: Break?
  private let count = Mutex(0)

  init(_ sandbox: Sandbox, _ place: Break?) {
    base = SandboxTransport(sandbox)
    self.place = place
  }

  func send(_ request: Request) async throws(TransportError) -> Response {
    let number = count.withLock { count in
      if request.method != .get || count >= (place?.change ?? .max) { count += 1 }
      return count
    }
    guard let place, number >= place.change else { return try await base.send(request) }
    if number == place.change, place.isMade { _ = try await base.send(request) }
    throw TransportError(.cancelled, "the process is gone")
  }
}
