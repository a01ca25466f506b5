internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Signals that ask the program to end, as bytes of a pipe: a handler may do little more than write.
enum SignalHandlers {
  /// Ctrl-C, `kill`, and a terminal that was closed.
  static let handled = [SIGINT, SIGTERM, SIGHUP]

  private static let writeEnd = Atomic<Int32>(-1)

  /// Sends the numbers of these signals to a pipe that must outlive the process's work.
  ///
  /// System calls that wait are not begun again, so that a reader of plain lines hears of Ctrl-C.
  static func install(_ pipe: NotificationPipe) {
    writeEnd.store(pipe.writeEnd, ordering: .relaxed)
    for signal in handled where !isIgnored(signal) {
      set(signal) { number in
        let code = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(SignalHandlers.writeEnd.load(ordering: .relaxed), &byte, 1)
        errno = code
      }
    }
    // A closed pipe is an error of the write that meets it; the program then ends by itself.
    set(SIGPIPE, SIG_IGN)
    // A file that may not grow further is an error that is told.
    set(SIGXFSZ, SIG_IGN)
    // A parent that blocks signals in its threads, as many runtimes do, hands that on.
    change(SIG_UNBLOCK)
  }

  /// Lets other threads have the signals: the calling one waits for the pipe.
  static func leaveToOtherThreads() { change(SIG_BLOCK) }

  private static func change(_ operation: Int32) {
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in handled { sigaddset(&mask, signal) }
    pthread_sigmask(operation, &mask, nil)
  }

  /// Ends the process as a closed pipe ends one that does not care.
  static func dieOfClosedPipe() -> Int32 {
    set(SIGPIPE, SIG_DFL)
    kill(getpid(), SIGPIPE)
    return 128 + SIGPIPE
  }

  private typealias Handler = @convention(c) (Int32) -> Void

  private static func set(_ signal: Int32, _ handler: Handler?) {
    var action = sigaction()
    #if canImport(Darwin)
    action.__sigaction_u.__sa_handler = handler
    #else
    action.__sigaction_handler.sa_handler = handler
    #endif
    sigaction(signal, &action, nil)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    #if canImport(Darwin)
    let handler = action.__sigaction_u.__sa_handler
    #else
    let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
