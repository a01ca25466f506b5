internal import Steward
internal import StewardRuntime

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The program `steward`.
package enum CommandLineProgram {
  /// Does what the arguments say, and ends the process.
  ///
  /// The work has a thread of its own, with a stack for deep scripts. This one waits for signals.
  package static func main() -> Never {
    openStandardDescriptors()
    guard let interruption = Interruption() else { exit(ExitStatus.failed) }
    interruption.installHandlers()
    EvaluatorThread.start {
      let tool = Tool(surroundings: .process, interruption: interruption)
      interruption.finish(tool.run(Array(CommandLine.arguments.dropFirst())))
    }
    SignalHandlers.leaveToOtherThreads()
    exit(interruption.waitForEnd())
  }

  /// A program that starts with standard input or output closed would give their numbers to its own
  /// files and pipes.
  private static func openStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
  }
}
