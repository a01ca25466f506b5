internal import StewardRuntime
public import StewardValues

/// The run that a ``HostCommand`` is called by.
///
/// A run that is cancelled cancels the task of the body: at once, or after 5 seconds for a command
/// that changes something, so that its outcome is known.
public struct HostContext: Sendable {
  private let run: RunContext
  private let command: String

  init(_ run: RunContext, command: String) {
    self.run = run
    self.command = command
  }

  /// The run's `now()`: the same for all of it.
  public var now: Timestamp { run.now }
  /// True in the first of two passes, in which nothing may be changed and no file written.
  public var isRehearsal: Bool { run.host.isRecording }

  /// Writes a line beside the results.
  public func log(_ line: String) { run.host.note(line, .log) }
  /// Writes a warning beside the results.
  public func warn(_ line: String) { run.host.note(line, .warning) }

  /// Tells how far the call has come: the fraction is 0…1, or nil if nobody knows how much there is
  /// to do.
  public func progress(_ text: String, fraction: Double? = nil) {
    run.host.report(RunProgress(command: command, text: text, fraction: fraction))
  }
}
