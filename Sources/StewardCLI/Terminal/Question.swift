internal import StewardRuntime

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Asks the person at the terminal, whatever standard output and input are connected to.
struct Question {
  private let console: Console
  private let stop: NotificationPipe

  init(_ console: Console, stop: NotificationPipe) {
    self.console = console
    self.stop = stop
  }

  /// The line that was typed; nil if nobody is there.
  ///
  /// - Throws: `cancelled` at Ctrl-C.
  func ask(_ text: String) throws(RunError) -> String? {
    guard console.surroundings.canAsk else { return nil }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    try console.output.flush()
    _ = Descriptor.write(Array(text.utf8), to: terminal)
    return try InterruptibleInput(descriptor: terminal, stop: stop).readLine()
  }
}
