internal import StewardValues

/// Parts of a run with a time of their own.
extension Evaluator {
  /// Runs `body` for at most so long.
  ///
  /// - Throws: `timeout` when the time is over, whatever went wrong because of it.
  func within<Result>(
    _ time: TimeSpan,
    _ body: () throws(RunError) -> Result
  ) throws(RunError) -> Result {
    let late = RunError(
      .timeout,
      "the closure took longer than \(time)",
      help: "give it more time, or less to do",
      isRetryable: true
    )
    let (outer, inner) = (context.cancellation, Cancellation())
    let link = outer.onCancel { inner.cancel($0) }
    let alarm = Alarm(after: time.nanoseconds) { inner.cancel(late) }
    defer { outer.forget(link) }
    do throws(RunError) {
      return try withExtendedLifetime(alarm) { () throws(RunError) in try with(inner, body) }
    } catch {
      throw inner.isCancelled(by: late) && error.kind.isCatchable ? late : error
    }
  }

  /// Runs the body of a `finally`: it has 2 seconds from the moment when the run is to stop. Those
  /// further out share them.
  func finishing<Result>(_ body: () throws(RunError) -> Result) throws(RunError) -> Result {
    guard !isFinishing else { return try body() }
    let outer = context.cancellation
    let grace = grace ?? Cancellation()
    let link =
      self.grace == nil ? outer.onCancel { grace.cancel($0, after: .seconds(2)) } : nil
    isFinishing = true
    defer {
      isFinishing = false
      outer.forget(link)
      self.grace = outer.isCancelled ? grace : nil
    }
    return try with(grace, body)
  }
}
