internal import StewardSyntax
internal import StewardValues

/// One `catch` with its body: an action or a block with a value.
struct CatchClause<Body> {
  /// Where the error goes, if it has a name.
  let slot: Int?
  let condition: Node?
  let body: Body
}

/// `try` as a statement.
final class AttemptAction: Action {
  private let body: Action?
  private let catches: [CatchClause<Action?>]
  private let finally: Action?

  init(_ site: Site, _ body: Action?, _ catches: [CatchClause<Action?>], finally: Action?) {
    self.body = body
    self.catches = catches
    self.finally = finally
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    let outcome: Result<Flow, RunError>
    do {
      outcome = .success(try attempt(evaluator, frame))
    } catch {
      outcome = .failure(error)
    }
    let flow = try evaluator.finish(finally, frame, after: outcome)
    guard flow == .next else { return flow }
    return try outcome.get()
  }

  private func attempt(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    do {
      let flow = try body?.execute(evaluator, frame) ?? .next
      // A barrier: what `return` gave is finished inside, so that its errors arise here.
      if flow == .returned {
        evaluator.returned = .value(try evaluator.takeReturned().forced(by: evaluator))
      }
      return flow
    } catch {
      let clause = try evaluator.clause(of: catches, for: error, frame, site)
      return try clause.body?.execute(evaluator, frame) ?? .next
    }
  }
}

/// The value of a `try`: a barrier, so everything inside is finished when it ends.
final class AttemptNode: Node {
  private let body: BlockCode
  private let catches: [CatchClause<BlockCode>]
  private let finally: Action?

  init(_ site: Site, _ body: BlockCode, _ catches: [CatchClause<BlockCode>], finally: Action?) {
    self.body = body
    self.catches = catches
    self.finally = finally
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let outcome: Result<Value, RunError>
    do {
      outcome = .success(try attempt(evaluator, frame))
    } catch {
      outcome = .failure(error)
    }
    let flow = try evaluator.finish(finally, frame, after: outcome)
    guard flow == .next else { throw evaluator.unwind(flow) }
    return try outcome.get()
  }

  private func attempt(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    do {
      return try body.evaluate(evaluator, frame)
    } catch {
      return try evaluator.clause(of: catches, for: error, frame, site)
        .body.evaluate(evaluator, frame)
    }
  }
}

extension Evaluator {
  /// The first clause that takes the error.
  ///
  /// - Throws: The error itself, if none does or none may.
  fileprivate func clause<Body>(
    of clauses: [CatchClause<Body>],
    for error: RunError,
    _ frame: Frame,
    _ site: Site
  ) throws(RunError) -> CatchClause<Body> {
    guard error.kind.isCatchable, unwinding == .next else { throw error }
    // Whatever went wrong, it did so while everything is to stop.
    do { try context.cancellation.check() } catch { throw site.placed(error) }
    for clause in clauses {
      if let slot = clause.slot { frame[slot] = error.value }
      guard let condition = clause.condition else { return clause }
      if try condition.condition(self, frame) { return clause }
    }
    throw error
  }

  /// Runs a `finally` block, which a run that is to stop still does. What was on its way out goes on,
  /// unless the block leaves by itself; nothing that it does holds up the end of the run.
  fileprivate func finish<Success>(
    _ block: Action?,
    _ frame: Frame,
    after outcome: Result<Success, RunError>
  ) throws(RunError) -> Flow {
    guard let block else { return .next }
    let kept = (returned, unwinding)
    unwinding = .next
    let ending = outcome.ending
    do throws(RunError) {
      let flow = try finishing { () throws(RunError) in try block.execute(self, frame) }
      guard flow == .next || ending != nil else { return flow }
    } catch {
      if ending == nil || ending?.kind == .exit { throw error }
    }
    (returned, unwinding) = kept
    return .next
  }
}

extension Result where Failure == RunError {
  /// The error that ends the whole run, if it is one; not what a `return` or `break` travels as.
  fileprivate var ending: RunError? {
    guard case .failure(let error) = self, !error.kind.isCatchable, !error.isUnwinding else {
      return nil
    }
    return error
  }
}
