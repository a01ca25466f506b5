internal import StewardRuntime
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What Ctrl-C and other signals mean at the moment. The first thread waits here for them, and for
/// the end of the work on the others.
final class Interruption: Sendable {
  /// What would be interrupted.
  enum Activity: Sendable {
    /// Nothing that takes long: the program ends at once.
    case none
    /// A script: it is cancelled, and aborted at the second signal.
    case run(Cancellation)
    /// Somebody types. Ctrl-C is a key then; `end` ends the input, if the reader can.
    case prompt(end: (@Sendable () -> Void)?)
    /// A server, which is meant to be stopped so.
    case service(stop: @Sendable () -> Void)
  }

  private struct State {
    var activity = Activity.none
    var isStopping = false
    /// The signal that ended more than one run.
    var fatalSignal: Int32?
    var status: Int32 = 0
  }

  private static let endOfWork: UInt8 = 0

  private let state = Mutex(State())
  private let events: NotificationPipe
  /// Readable once the run is to stop: what waits for input waits for this too.
  let stop: NotificationPipe

  /// Nil if the process has no descriptors left.
  init?() {
    guard let events = NotificationPipe(), let stop = NotificationPipe() else { return nil }
    self.events = events
    self.stop = stop
  }

  /// Says what signals mean while `work` is done.
  func during<Result, Failure: Error>(
    _ activity: Activity,
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = begin(activity)
    defer { _ = begin(outer) }
    return try work()
  }

  private func begin(_ activity: Activity) -> Activity {
    stop.drain()
    return state.withLock { state in
      defer { (state.activity, state.isStopping) = (activity, false) }
      return state.activity
    }
  }

  /// True once a signal asked the whole program to end.
  var endsProgram: Bool { state.withLock { $0.fatalSignal != nil } }

  /// The work is done, and this is to be the program's status.
  func finish(_ status: Int32) {
    state.withLock { $0.status = status }
    events.notify(Self.endOfWork)
  }

  // MARK: - The first thread

  /// Handles signals until the work is done, or must be abandoned.
  ///
  /// - Returns: The program's exit status.
  func waitForEnd() -> Int32 {
    while let event = events.next(), event != Self.endOfWork {
      if let status = handle(Int32(event)) { return status }
    }
    return state.withLock { state in
      state.fatalSignal.map { 128 + $0 } ?? state.status
    }
  }

  /// Handlers write to the same pipe as ``finish(_:)``.
  func installHandlers() { SignalHandlers.install(events) }

  /// - Returns: A status if the program is to end at once.
  private func handle(_ signal: Int32) -> Int32? {
    let (activity, isSecond) = state.withLock { state in
      defer { state.isStopping = true }
      return (state.activity, state.isStopping)
    }
    guard !isSecond else {
      sayAborted(activity)
      return 128 + signal
    }
    return stop(activity, by: signal)
  }

  /// The run cannot say any more what it has done.
  private func sayAborted(_ activity: Activity) {
    guard case .run = activity else { return }
    let line = "aborted: a change that was being sent may or may not have been made\n"
    _ = Descriptor.write(Array(line.utf8), to: STDERR_FILENO)
  }

  private func stop(_ activity: Activity, by signal: Int32) -> Int32? {
    switch activity {
    case .none: return 128 + signal
    case .run(let cancellation):
      note(signal)
      cancellation.cancel()
      stop.notify()
    case .prompt(let end):
      // A reader that edits hears of Ctrl-C as a key; this is for one that does not.
      guard signal != SIGINT else {
        stop.notify()
        state.withLock { $0.isStopping = false }
        return nil
      }
      guard let end else { return 128 + signal }
      note(signal)
      end()
    case .service(let stopService): stopService()
    }
    return nil
  }

  /// Ctrl-C ends a run; the other signals end the program.
  private func note(_ signal: Int32) {
    guard signal != SIGINT else { return }
    state.withLock { $0.fatalSignal = signal }
  }
}
