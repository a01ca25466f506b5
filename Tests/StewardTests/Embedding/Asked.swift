import Steward
import Synchronization

/// Keeps what a policy was asked.
final class Asked: Sendable {
  private let requests = Mutex<[ConfirmationRequest]>([])

  var all: [ConfirmationRequest] { requests.withLock(\.self) }
  func add(_ request: ConfirmationRequest) { requests.withLock { $0.append(request) } }
}
