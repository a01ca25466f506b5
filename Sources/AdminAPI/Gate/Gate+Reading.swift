internal import StewardValues
internal import Synchronization

extension Gate {
  /// What the first pass got for a read, if this is the second pass.
  func replay(_ request: Request) -> Response? {
    if let base { return base.replay(request) }
    guard !isRecording, let reads else { return nil }
    let target = request.target
    let index = state.withLock { state in
      defer { state.replayed[target, default: 0] += 1 }
      return state.replayed[target] ?? 0
    }
    return reads.answer(to: request, index: index)
  }

  /// Keeps what a read got, in the first pass for the second, and then for the case that the run is
  /// broken off: gone on with, it takes the decisions that it took.
  func keep(_ response: Response, to request: Request) throws(ClientError) {
    if let base { return try base.keep(response, to: request) }
    guard let reads, isRecording || reads.outlivesProcess else { return }
    try reads.keep(response, to: request)
  }
}

extension Gate {
  fileprivate func countRead(_ budget: Budget) {
    guard isRecording else { return }
    state.withLock { $0.reads[budget, default: 0] += 1 }
  }
}

extension AdminClient {
  /// Sends one GET, repeated as its failures allow; the second pass of a run is answered from the
  /// first.
  ///
  /// - Returns: The answer, and whether it is an old one that the run's changes must be laid over.
  func read(
    _ request: Request,
    _ budget: Budget,
    _ gate: Gate?
  ) async throws(ClientError) -> (response: Response, isOld: Bool) {
    if let known = gate?.replay(request) {
      guard let failure = known.failure else { return (known, true) }
      throw failure
    }
    var exchange = Exchange(self, request, budget: budget, isRepeatable: true)
    do throws(ClientError) {
      let response = try await exchange.run()
      gate?.countRead(budget)
      try gate?.keep(response, to: request)
      // Nothing that a first pass records is made yet.
      return (response, gate?.isRecording ?? false)
    } catch {
      if let refusal = exchange.refusal { try gate?.keep(refusal, to: request) }
      throw error
    }
  }
}
