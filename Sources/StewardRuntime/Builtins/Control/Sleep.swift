internal import Dispatch
internal import StewardValues

extension Command {
  static let sleep = Command(
    "sleep",
    "Waits",
    parameters: [
      CommandParameter(
        "time",
        .positional,
        .duration,
        required: true,
        "How long, such as 500ms or 2s"
      )
    ],
    notes: ["Ctrl-C ends it at once. When a run is planned it does not wait."],
    examples: [CommandExample("sleep 10ms", "a hundredth of a second")],
    searchTerms: ["wait", "pause", "delay"],
    output: { _ in .nothing },
    validate: { call in
      guard case .duration(let time)? = call["time"]?.constant, time.nanoseconds < 0 else {
        return []
      }
      return [ArgumentProblem("time", "E0307", "`sleep` cannot wait for less than no time")]
    },
    run: { call, context throws(RunError) in
      guard case .duration(let time) = try call.required("time") else { return .nothing }
      guard time.nanoseconds >= 0 else {
        throw call.site.error(.invalid, "`sleep` cannot wait for less than no time")
      }
      guard !context.host.isRecording else { return .nothing }
      try context.cancellation.wait(nanoseconds: time.nanoseconds)
      return .nothing
    }
  )
}

extension Cancellation {
  /// Blocks for the given time, or until the run is cancelled: then it throws the reason.
  fileprivate func wait(nanoseconds: Int64) throws(RunError) {
    let woken = DispatchSemaphore(value: 0)
    let id = onCancel { _ in woken.signal() }
    defer { forget(id) }
    _ = woken.wait(timeout: .now() + .nanoseconds(Int(nanoseconds)))
    try check()
  }
}
