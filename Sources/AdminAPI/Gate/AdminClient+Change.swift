public import StewardValues
internal import Synchronization

extension AdminClient {
  /// The one way by which a change leaves the process.
  ///
  /// - Parameters:
  ///   - operation: One of the catalog that can change something.
  ///   - arguments: By the API's names.
  ///   - gate: The run's gate, which may record the change, refuse it or let it out.
  ///   - place: Where in the script it comes from, for the plan.
  ///   - step: Where in the course of the run it stands; nil where changes come one after the other.
  /// - Returns: The server's answer, or the predicted one.
  /// - Throws: `declined` above the ceiling and `drift` for a change that was not planned; nothing
  ///   is sent then. `outcomeUnknown` tells that a change was sent and may have been made.
  public func change(
    _ operation: Operation,
    _ arguments: Arguments,
    through gate: Gate,
    place: String? = nil,
    step: ChangeStep? = nil
  ) async throws(ClientError) -> Value {
    guard !operation.isRead else {
      throw ClientError(.internal, "\(operation.id) changes nothing: it needs no gate")
    }
    let request = try request(operation, arguments)
    if gate.isRecording {
      return try await record(operation, arguments, gate, place, step)
    }
    let change = try gate.admit(
      operation,
      arguments,
      intent: configuration.now(),
      place: place,
      step: step
    )
    guard let turn = CreationLedger.key(change) else {
      return try await letOut(change, request, gate)
    }
    await gate.turns.take(turn)
    defer { gate.turns.end(turn) }
    return try await letOut(change, request, gate)
  }

  // MARK: Recording

  private func record(
    _ operation: Operation,
    _ arguments: Arguments,
    _ gate: Gate,
    _ place: String?,
    _ step: ChangeStep?
  ) async throws(ClientError) -> Value {
    var before: Value?
    if !operation.semantics.isCreation { before = try await object(operation, arguments, gate) }
    await learnNames(operation, arguments, gate)
    return try gate.record(operation, arguments, before: before, place: place, step: step)
  }

  /// The object that a change concerns, as it is or as the plan leaves it.
  private func object(
    _ operation: Operation,
    _ arguments: Arguments,
    _ gate: Gate
  ) async throws(ClientError) -> Value? {
    guard let collection = operation.semantics.collection else { return nil }
    guard let target = operation.target(arguments),
      let retrieval = Catalog.retrieval(of: collection)
    else { return await replaced(operation, arguments, collection, gate) }
    if let planned = try gate.plannedAnswer(operation, arguments) { return planned }
    if let known = gate.known(target) { return known }
    return try await perform(retrieval, retrieval.arguments(for: target), gate: gate)
  }

  /// The object that a new one takes the place of. One that may not be read is no reason to fail.
  private func replaced(
    _ operation: Operation,
    _ arguments: Arguments,
    _ collection: Semantics.Collection,
    _ gate: Gate
  ) async -> Value? {
    guard !collection.replacedBy.isEmpty, let listing = Catalog.listing(of: collection) else {
      return nil
    }
    let rows = try? await perform(listing, Arguments(), gate: gate).list
    return rows?.first { row in
      collection.replacedBy.allSatisfy { name in
        let given = arguments[name] ?? operation.parameter(name)?.defaultValue.map { Value($0) }
        return given?.isPart(of: row.record?[name] ?? .null) ?? true
      }
    }
  }

  /// Reads what ids stand for in memberships and within arguments. A name that cannot be read is no
  /// reason to fail.
  private func learnNames(
    _ operation: Operation,
    _ arguments: Arguments,
    _ gate: Gate
  ) async {
    guard let collection = operation.semantics.collection else { return }
    var ids: [(Resource, Value)] = []
    for entry in arguments.entries {
      guard let type = operation.parameter(entry.name)?.type.unwrapped else { continue }
      if case .id(let resource) = type, collection.resource == nil {
        ids.append((resource, entry.value))
      }
      guard case .record(let shape) = type, let record = entry.value.record else { continue }
      for field in shape.fields {
        guard case .id(let resource) = field.type.unwrapped else { continue }
        if let value = record[field.name] { ids.append((resource, value)) }
      }
    }
    for (resource, value) in ids {
      guard let id = value.string, !Placeholder.isPlaceholder(id),
        let retrieval = Catalog.retrieval(of: resource),
        let named = retrieval.semantics.collection
      else { continue }
      let key = ObjectKey(named, [id])
      guard gate.known(key) == nil else { continue }
      _ = try? await perform(retrieval, retrieval.arguments(for: key), gate: gate)
    }
  }

  // MARK: Live

  private func letOut(
    _ change: SentChange,
    _ request: Request,
    _ gate: Gate
  ) async throws(ClientError) -> Value {
    if let known = try await answeredEarlier(change, gate) { return known }
    do throws(ClientError) {
      if Task.isCancelled { throw ClientError(.cancelled, "cancelled before it was sent") }
      try gate.journal?.willSend(change)
    } catch {
      gate.settle(change, .refused(error))
      throw error
    }
    gate.willSend(change)
    let outcome = await outcome(of: change, request, gate)
    gate.settle(change, outcome)
    try gate.journal?.didSettle(change, outcome)
    return try outcome.answer()
  }

  private func outcome(
    of change: SentChange,
    _ request: Request,
    _ gate: Gate
  ) async -> ChangeOutcome {
    let operation = change.operation
    var exchange = Exchange(
      self,
      request,
      budget: operation.budget,
      isRepeatable: operation.isRepeatable
    )
    do throws(ClientError) {
      let response = try await exchange.run()
      let requestID = response.headers["request-id"]
      return .made(try answer(response, operation), requestID: requestID)
    } catch {
      guard error.outcomeUnknown else { return .refused(error) }
      gate.lostAnswer(of: change)
      let finding = await UnknownOutcome(self, change, gate).finding()
      if case .made(let answer) = finding { return .made(answer, requestID: nil) }
      return .unknown(error.unknownOutcome(of: operation))
    }
  }

  /// What an earlier attempt of the run got for the change, if it sent it; one whose answer was
  /// lost is looked for, and goes out again only if it was certainly not made.
  private func answeredEarlier(
    _ change: SentChange,
    _ gate: Gate
  ) async throws(ClientError) -> Value? {
    switch change.planned.flatMap({ gate.earlier[$0] }) {
    case nil: return nil
    case .made(let answer)?:
      gate.adopt(change, answer)
      return answer
    case .unknown(let intent)?:
      try await waitUntilShown(since: intent)
      switch await UnknownOutcome(self, change.sent(at: intent), gate).finding() {
      case .made(let answer):
        gate.adopt(change, answer)
        try gate.journal?.didSettle(change, .made(answer, requestID: nil))
        return answer
      case .notMade:
        gate.wasNotMade(change)
        return nil
      case .unclear:
        let error = ClientError(.server, "its answer was lost").unknownOutcome(of: change.operation)
        gate.settle(change, .unknown(error))
        throw error
      }
    }
  }

  /// A server may show what was made only after a while.
  private func waitUntilShown(since intent: Timestamp) async throws(ClientError) {
    let passed = Duration.microseconds(configuration.now().microseconds - intent.microseconds)
    let rest = configuration.staleness - passed
    guard rest > .zero else { return }
    do throws(CancellationError) {
      try await configuration.clock.sleep(min(rest, configuration.staleness))
    } catch {
      throw ClientError(.cancelled, "cancelled while waiting to see what was made")
    }
  }

  /// An answer of the 200s that cannot be read says nothing about what was done.
  private func answer(
    _ response: Response,
    _ operation: Operation
  ) throws(ClientError) -> Value {
    do throws(ClientError) {
      return try Wire.object(response, operation.response.shape)
    } catch {
      var error = error
      error.outcomeUnknown = true
      error.nothingWasSent = false
      throw error
    }
  }
}

extension ClientError {
  fileprivate func unknownOutcome(of operation: Operation) -> ClientError {
    var error = self
    let command = operation.words.joined(separator: " ")
    error.message = "it is not known whether \(command) was carried out: \(message)"
    error.hint = "look before you send it again"
    return error
  }
}

extension ChangeOutcome {
  fileprivate func answer() throws(ClientError) -> Value {
    switch self {
    case .made(let answer, _): return answer
    case .refused(let error), .unknown(let error): throw error
    }
  }
}

extension SentChange {
  fileprivate func sent(at intent: Timestamp) -> SentChange {
    SentChange(
      number: number,
      planned: planned,
      operation: operation,
      arguments: arguments,
      subject: subject,
      intent: intent
    )
  }
}

extension Operation {
  /// The arguments with which this operation reads one object.
  package func arguments(for key: ObjectKey) -> Arguments {
    let names =
      semantics.collection.map { identityParameters(of: $0) }
      ?? parameters.filter { $0.place == .path }.map(\.name)
    return Arguments(zip(names, key.identity).map { (name: $0, value: Value($1)) })
  }
}

extension Catalog {
  /// The operation that reads an object by the id of this resource, or nil.
  package static func retrieval(of resource: Resource) -> Operation? {
    listing(of: resource).flatMap(\.semantics.collection).flatMap { retrieval(of: $0) }
  }
}

extension Value {
  /// Whether another value has all that this one has, where it has anything.
  fileprivate func isPart(of other: Value) -> Bool {
    guard let record else { return isNull || Canonical.text(self) == Canonical.text(other) }
    guard let others = other.record else { return false }
    return record.shape.fields.allSatisfy { field in
      record[field.name]?.isPart(of: others[field.name] ?? .null) ?? true
    }
  }
}
