import AdminAPI
import Synchronization

/// Answers as a test says, and keeps what was sent.
final class ScriptedTransport: Transport {
  typealias Answer = @Sendable (Request, Int) async throws(TransportError) -> Response

  private struct State {
    var sent: [Request] = []
    var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())
  private let answer: Answer

  /// `answer` is called with each request and its number, from 0.
  init(_ answer: @escaping Answer) { self.answer = answer }

  /// One answer after the other; the last one again and again.
  convenience init(_ answers: [Result<Response, TransportError>]) {
    self.init { (_, index) throws(TransportError) in
      guard let answer = index < answers.count ? answers[index] : answers.last else {
        throw TransportError(.afterSending, "the script is empty")
      }
      return try answer.get()
    }
  }

  var requests: [Request] { state.withLock(\.sent) }
  /// `GET /v1/…?…` of each request.
  var lines: [String] { requests.map { "\($0.method.rawValue) \($0.target)" } }

  func send(_ request: Request) async throws(TransportError) -> Response {
    let (index, woken) = state.withLock { state in
      state.sent.append(request)
      let count = state.sent.count
      defer { state.waiting.removeAll { $0.count <= count } }
      return (count - 1, state.waiting.filter { $0.count <= count })
    }
    for waiter in woken { waiter.continuation.resume() }
    return try await answer(request, index)
  }

  /// Returns when so many requests have been sent.
  func hasSent(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.sent.count < count { state.waiting.append((count, continuation)) }
        return state.sent.count >= count
      }
      if isThere { continuation.resume() }
    }
  }
}

extension Response {
  static func json(
    _ text: String,
    status: Int = 200,
    headers: [(name: String, value: String)] = []
  ) -> Response {
    Response(status: status, headers: Headers(headers), body: Array(text.utf8))
  }

  static func failure(
    _ status: Int,
    _ type: String = "api_error",
    _ message: String = "it failed",
    headers: [(name: String, value: String)] = []
  ) -> Response {
    .json(
      #"{"type":"error","error":{"type":"\#(type)","message":"\#(message)"},"request_id":"req_1"}"#,
      status: status,
      headers: headers
    )
  }
}
