package import StewardValues
internal import Synchronization

extension Gate {
  /// The change that may go out now.
  ///
  /// - Throws: `declined` above the ceiling, `drift` for what the plan does not have.
  package func admit(
    _ operation: Operation,
    _ arguments: Arguments,
    intent: Timestamp,
    place: String? = nil,
    step: ChangeStep? = nil
  ) throws(ClientError) -> SentChange {
    let (number, isLimited, planned) = state.withLock { state in
      state.admitted += 1
      let planned = state.ledger.take(
        operation,
        arguments,
        place: place,
        step: step ?? ChangeStep()
      )
      return (state.admitted, state.ledger.isLimited, planned)
    }
    if isLimited, planned == nil {
      throw ClientError(
        .drift,
        "\(operation.words.joined(separator: " ")) was not planned with these arguments",
        hint: "plan again: something has changed since"
      )
    }
    let effects = planned?.change.effects ?? operation.effects.effects(of: arguments)
    do throws(ClientError) {
      try check(effects, of: operation)
      try count(effects)
    } catch {
      if let planned { state.withLock { $0.ledger.putBack(planned.index) } }
      throw error
    }
    let change = SentChange(
      number: number,
      planned: planned?.index,
      operation: operation,
      arguments: arguments,
      subject: planned?.change.subject ?? subject(operation, arguments),
      intent: intent
    )
    return change
  }

  /// The change goes out now.
  package func willSend(_ change: SentChange) { tell(.sending, of: change) }

  private func tell(_ stage: ChangeEvent.Stage, of change: SentChange) {
    observer?(
      ChangeEvent(operation: change.operation, arguments: change.arguments, stage: stage)
    )
  }

  /// - Throws: `guard` for one change too many.
  private func count(_ effects: Effects) throws(ClientError) {
    for (index, limited) in limits.enumerated() where !effects.isDisjoint(with: limited.effects) {
      let count = state.withLock { state in
        state.counted[index, default: 0] += 1
        return state.counted[index] ?? 0
      }
      guard count > limited.limit else { continue }
      throw ClientError(
        .guard,
        "this would be the \(count)th change that would \(limited.effects), and \(limited.limit) are allowed",
        hint: "what was changed before stays changed"
      )
    }
  }

  /// Counts a change that was let out, keeps what it has made, and frees it if it certainly was not
  /// made.
  package func settle(_ change: SentChange, _ outcome: ChangeOutcome) {
    tell(ChangeEvent.Stage(outcome), of: change)
    switch outcome {
    case .made(let answer, _):
      adopt(change, answer)
      state.withLock { $0.sent += 1 }
    case .unknown: state.withLock { $0.unknown += 1 }
    case .refused:
      guard let planned = change.planned else { return }
      state.withLock { $0.ledger.putBack(planned) }
    }
  }

  /// The change is made, now or in an earlier attempt.
  func adopt(_ change: SentChange, _ answer: Value) {
    state.withLock { state in
      if let planned = change.planned { state.ledger.confirm(planned, answer) }
      state.creations.adopt(change, answer)
    }
    keep(change.operation, change.arguments, answer: answer, step: step(of: change))
  }

  /// The planned one, so that lists are in the order of the plan.
  private func step(of change: SentChange) -> ChangeStep {
    guard let planned = change.planned, case .live(let plan?) = mode else {
      return ChangeStep([change.number])
    }
    return plan.changes[planned].step
  }

  private func subject(_ operation: Operation, _ arguments: Arguments) -> String {
    guard let collection = operation.semantics.collection,
      let target = operation.target(arguments)
    else {
      let names = operation.semantics.collection?.naming ?? []
      return names.compactMap { arguments[$0]?.string }.joined(separator: " ")
    }
    guard let object = known(target) else { return target.identity.joined(separator: " ") }
    return Naming(known: known).subject(collection, object)
  }
}
