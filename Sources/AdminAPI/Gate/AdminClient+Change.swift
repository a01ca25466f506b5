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
  /// - Returns: The server's answer, or the predicted one.
  /// - Throws: `declined` above the ceiling and `drift` for a change that was not planned; nothing
  ///   is sent then. `outcomeUnknown` tells that a change was sent and may have been made.
  public func change(
    _ operation: Operation,
    _ arguments: Arguments,
    through gate: Gate,
    place: String? = nil
  ) async throws(ClientError) -> Value {
    guard !operation.isRead else {
      throw ClientError(.internal, "\(operation.id) changes nothing: it needs no gate")
    }
    let request = try RequestBuilder(operation, arguments).build()
    if gate.isRecording {
      return try await record(operation, arguments, gate, place)
    }
    return try await letOut(operation, arguments, try authorized(request), gate)
  }

  // MARK: Recording

  private func record(
    _ operation: Operation,
    _ arguments: Arguments,
    _ gate: Gate,
    _ place: String?
  ) async throws(ClientError) -> Value {
    var before: Value?
    if !operation.semantics.isCreation { before = try await object(operation, arguments, gate) }
    await learnNames(operation, arguments, gate)
    return try gate.record(operation, arguments, before: before, place: place)
  }

  /// The object that a change concerns, as it is or as the plan leaves it.
  private func object(
    _ operation: Operation,
    _ arguments: Arguments,
    _ gate: Gate
  ) async throws(ClientError) -> Value? {
    guard let collection = operation.semantics.collection,
      let target = operation.target(arguments),
      let retrieval = Catalog.retrieval(of: collection)
    else { return nil }
    if let planned = try gate.plannedAnswer(operation, arguments) { return planned }
    if let known = gate.known(target) { return known }
    return try await perform(retrieval, retrieval.arguments(for: target), gate: gate)
  }

  /// Reads what a membership's ids stand for. A name that cannot be read is no reason to fail.
  private func learnNames(
    _ operation: Operation,
    _ arguments: Arguments,
    _ gate: Gate
  ) async {
    guard let collection = operation.semantics.collection, collection.resource == nil
    else { return }
    for entry in arguments.entries {
      guard case .id(let resource)? = operation.parameter(entry.name)?.type,
        let id = entry.value.string, !Placeholder.isPlaceholder(id),
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
    _ operation: Operation,
    _ arguments: Arguments,
    _ request: Request,
    _ gate: Gate
  ) async throws(ClientError) -> Value {
    let admission = try gate.admit(operation, arguments)
    let intent = configuration.now()
    do throws(ClientError) {
      let answer = try await sendChange(operation, arguments, request, intent)
      gate.settle(admission, .success(answer))
      return answer
    } catch {
      gate.settle(admission, .failure(error))
      throw error
    }
  }

  private func sendChange(
    _ operation: Operation,
    _ arguments: Arguments,
    _ request: Request,
    _ intent: Timestamp
  ) async throws(ClientError) -> Value {
    var exchange = Exchange(
      self,
      request,
      budget: operation.budget,
      isRepeatable: operation.isRepeatable
    )
    do throws(ClientError) {
      return try answer(try await exchange.run(), operation)
    } catch {
      guard error.outcomeUnknown else { throw error }
      let outcome = UnknownOutcome(self, operation, arguments, intent: intent)
      if let done = await outcome.found() { return done }
      throw error.unknownOutcome(of: operation)
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

extension Operation {
  /// The arguments with which this operation reads one object.
  package func arguments(for key: ObjectKey) -> Arguments {
    let names = parameters.filter { $0.place == .path }.map(\.name)
    return Arguments(zip(names, key.identity).map { (name: $0, value: Value($1)) })
  }
}

extension Catalog {
  /// The operation that reads an object by the id of this resource, or nil.
  package static func retrieval(of resource: Resource) -> Operation? {
    all.first { operation in
      guard case .retrieves(let collection) = operation.semantics else { return false }
      return collection.resource == resource
    }
  }
}
