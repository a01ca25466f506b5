internal import StewardValues

/// One request until it is answered for good: paced, sent, traced, repeated.
struct Exchange {
  let transport: any Transport
  let configuration: ClientConfiguration
  let pacer: Pacer?
  let budget: Budget
  let request: Request
  let credential: Credential
  private var policy: RetryPolicy
  private var attempts = 0
  /// True once an attempt of a change may have been carried out although no answer said so.
  private(set) var mayBeDone = false
  /// The answer with which the server refused the request for good; nil where a later attempt may
  /// be answered otherwise.
  private(set) var refusal: Response?

  init(_ client: AdminClient, _ request: Request, budget: Budget, isRepeatable: Bool) {
    transport = client.transport
    configuration = client.configuration
    credential = client.credential
    pacer = client.pacer
    self.budget = budget
    self.request = request
    policy = RetryPolicy(isRepeatable: isRepeatable)
  }

  /// The first answer of the 200s.
  mutating func run() async throws(ClientError) -> Response {
    while true {
      attempts += 1
      try await admit()
      let result = await send()
      let error: ClientError
      let delay: Duration?
      switch result {
      case .success(let response):
        pace(after: response)
        guard let failure = response.failure else { return response }
        error = failure
        refusal = failure.isRetryable ? nil : response
        delay = policy.delay(
          after: response,
          failure,
          elapsed: configuration.clock.elapsed(),
          random: configuration.random()
        )
      case .failure(let failure):
        error = ClientError(failure)
        refusal = nil
        delay = policy.delay(after: failure, random: configuration.random())
      }
      note(error)
      guard let delay else { throw final(error) }
      try await wait(delay)
    }
  }

  private func admit() async throws(ClientError) {
    guard let pacer else { return }
    do throws(CancellationError) {
      try await pacer.admit(budget)
    } catch {
      throw cancelled
    }
  }

  private func wait(_ delay: Duration) async throws(ClientError) {
    do throws(CancellationError) {
      try await configuration.clock.sleep(delay)
    } catch {
      throw cancelled
    }
  }

  private func send() async -> Result<Response, TransportError> {
    let start = configuration.clock.elapsed()
    let result: Result<Response, TransportError>
    do throws(TransportError) {
      result = .success(try await transport.send(request))
    } catch {
      result = .failure(error)
    }
    trace(result, configuration.clock.elapsed() - start)
    return result
  }

  private func trace(_ result: Result<Response, TransportError>, _ duration: Duration) {
    guard let trace = configuration.trace else { return }
    let response = try? result.get()
    var outcome = TraceEvent.Outcome.status(response?.status ?? 0)
    if case .failure(let error) = result { outcome = .failure(error.message) }
    trace(
      TraceEvent(
        method: request.method,
        target: request.target,
        outcome: outcome,
        milliseconds: Int((duration.inSeconds * 1000).rounded()),
        bytes: response?.body.count ?? 0,
        requestID: response?.headers["request-id"],
        attempt: attempts
      )
    )
  }

  private func pace(after response: Response) {
    if response.status == 429 {
      pacer?.slowDown(budget, for: response.retryAfter)
    } else {
      pacer?.speedUp(budget)
    }
  }

  /// Remembers whether the server may have carried out a change.
  private mutating func note(_ error: ClientError) {
    if request.method != .get, !error.nothingWasSent { mayBeDone = true }
  }

  private func final(_ error: ClientError) -> ClientError {
    var error = error
    error.attempts = attempts
    error.outcomeUnknown = mayBeDone
    error.nothingWasSent = !mayBeDone
    if error.kind == .auth || error.kind == .forbidden, credential.kind == .workspaceKey {
      error.hint = "this is a key for the model API: Admin API keys begin with sk-ant-admin"
    }
    // A server may repeat what it was sent.
    error.message = credential.masked(error.message)
    if attempts > 1 { error.message += ", after \(attempts) attempts" }
    return error
  }

  private var cancelled: ClientError {
    final(ClientError(.cancelled, "cancelled while waiting to send a request"))
  }
}

extension ClientError {
  /// What a failure without an answer means.
  init(_ failure: TransportError) {
    let kind: Kind =
      switch failure.stage {
      case .beforeSending, .afterSending: .network
      case .timeout: .timeout
      case .cancelled: .cancelled
      }
    self.init(
      kind,
      failure.message,
      isRetryable: kind != .cancelled,
      nothingWasSent: failure.stage == .beforeSending
    )
  }
}
