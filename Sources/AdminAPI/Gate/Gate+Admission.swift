package import StewardValues
internal import Synchronization

/// A change on its way out, until its outcome is known.
package struct Admission: Sendable {
  let operation: Operation
  let arguments: Arguments
  /// Its place in the plan; nil without a plan.
  let planned: Int?
}

extension Gate {
  /// Lets one change out, which must be settled.
  ///
  /// - Throws: `declined` above the ceiling, `drift` for what was not planned.
  package func admit(
    _ operation: Operation,
    _ arguments: Arguments
  ) throws(ClientError) -> Admission {
    let admission = Admission(
      operation: operation,
      arguments: arguments,
      planned: try admitted(operation, arguments)
    )
    tell(.sending, of: admission)
    return admission
  }

  private func admitted(
    _ operation: Operation,
    _ arguments: Arguments
  ) throws(ClientError) -> Int? {
    let planned = state.withLock { state in
      (isLimited: state.ledger.isLimited, change: state.ledger.take(operation, arguments))
    }
    guard planned.isLimited else {
      try check(operation.effects.effects(of: arguments), of: operation)
      return nil
    }
    guard let (index, change) = planned.change else {
      throw ClientError(
        .drift,
        "\(operation.words.joined(separator: " ")) was not planned with these arguments",
        hint: "plan again: something has changed since"
      )
    }
    do throws(ClientError) {
      try check(change.effects, of: operation)
    } catch {
      state.withLock { $0.ledger.putBack(index) }
      throw error
    }
    return index
  }

  /// Counts a change that was let out, and frees it if it certainly was not made.
  package func settle(_ admission: Admission, _ result: Result<Value, ClientError>) {
    state.withLock { state in
      switch result {
      case .success(let answer):
        state.sent += 1
        if let planned = admission.planned { state.ledger.confirm(planned, answer) }
      case .failure(let error) where error.outcomeUnknown: state.unknown += 1
      case .failure:
        if let planned = admission.planned { state.ledger.putBack(planned) }
      }
    }
    tell(ChangeEvent.Stage(result), of: admission)
  }

  private func tell(_ stage: ChangeEvent.Stage, of admission: Admission) {
    observer?(
      ChangeEvent(
        operation: admission.operation,
        arguments: admission.arguments,
        stage: stage
      )
    )
  }

  /// Writes down a change that is no operation of the API: what a host's command would do.
  ///
  /// - Throws: `declined` above the ceiling.
  package func record(_ change: PlannedChange) throws(ClientError) {
    try check(change.effects, of: change.operation)
    state.withLock { $0.changes.append(change) }
  }
}
