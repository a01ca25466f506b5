internal import AdminAPI
internal import StewardValues
internal import Synchronization

/// What was seen of a server's clock.
final class AnswerObserver: Sendable {
  private let seen = Mutex<(date: String?, at: Timestamp)?>(nil)

  /// The `Date` of the latest answer, nil in it if there was none, and when the answer came.
  var latest: (date: String?, at: Timestamp)? { seen.withLock { $0 } }

  fileprivate func see(_ response: Response) {
    let observation = (date: response.headers["date"], at: Timestamp.now())
    seen.withLock { $0 = observation }
  }
}

/// Another transport, with somebody who looks at its answers.
struct ObservedTransport: Transport {
  private let transport: any Transport
  private let observer: AnswerObserver

  init(_ transport: any Transport, _ observer: AnswerObserver) {
    self.transport = transport
    self.observer = observer
  }

  func send(_ request: Request) async throws(TransportError) -> Response {
    let response = try await transport.send(request)
    observer.see(response)
    return response
  }
}
