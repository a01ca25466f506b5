internal import LineEditing
internal import Steward
internal import StewardRuntime

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The streams of the process, and how to write on them.
struct Console: Sendable {
  let surroundings: Surroundings
  let output: StandardOutput
  let errors: StandardError
  /// Whether results are shown in colours.
  let usesColor: Bool
  let isQuiet: Bool
  /// Readable once a run is to stop.
  let stop: NotificationPipe?

  init(_ options: GlobalOptions, _ surroundings: Surroundings, stop: NotificationPipe? = nil) {
    func usesColor(_ isTerminal: Bool) -> Bool {
      ColorDecision.usesColor(options.color, isTerminal: isTerminal, surroundings)
    }
    self.surroundings = surroundings
    self.stop = stop
    errors = StandardError(usesColor: usesColor(surroundings.isErrorTerminal), stop: stop)
    output = StandardOutput(
      stop: stop,
      isTerminal: surroundings.isOutputTerminal,
      progress: errors.progress
    )
    self.usesColor = usesColor(surroundings.isOutputTerminal)
    isQuiet = options.quiet
  }

  /// The columns of a result; nil if it goes to a file or a pipe.
  var width: Int? {
    surroundings.isOutputTerminal ? TerminalSize(of: STDOUT_FILENO).columns : nil
  }
}

extension Console {
  /// Writes a result, all that a command is for.
  ///
  /// - Returns: The exit status.
  func finish(_ text: () -> String) -> Int32 {
    do throws(RunError) {
      try output.write(text())
      try output.flush()
      return ExitStatus.done
    } catch {
      guard output.hasReader else { return SignalHandlers.dieOfClosedPipe() }
      Reports(errors, .text).show(error, .init())
      return ExitStatus.of(error, changesMade: false)
    }
  }
}
