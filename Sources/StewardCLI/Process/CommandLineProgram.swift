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
    guard let interruption = Interruption() else { exit(ExitStatus.failed) }
    interruption.installHandlers()
    EvaluatorThread.start {
      let tool = Tool(surroundings: .process, interruption: interruption)
      interruption.finish(tool.run(Array(CommandLine.arguments.dropFirst())))
    }
    SignalHandlers.leaveToOtherThreads()
    exit(interruption.waitForEnd())
  }
}
