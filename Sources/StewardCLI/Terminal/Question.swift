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

  /// The line that was typed, which is not shown if it is hidden; nil if nobody is there.
  ///
  /// - Throws: `cancelled` at Ctrl-C.
  func ask(_ text: String, isHidden: Bool = false) throws(RunError) -> String? {
    guard console.surroundings.canAsk else { return nil }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    try console.output.flush()
    _ = Descriptor.write(Array(text.utf8), to: terminal)
    let input = InterruptibleInput(descriptor: terminal, stop: stop)
    return isHidden ? try readHidden(input) : try input.readLine()
  }

  /// A line of which the terminal shows nothing but its end.
  private func readHidden(_ input: InterruptibleInput) throws(RunError) -> String? {
    var shown = termios()
    guard tcgetattr(input.descriptor, &shown) == 0 else { return try input.readLine() }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(input.descriptor, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(input.descriptor, TCSAFLUSH, &shown)
      _ = Descriptor.write(Array("\n".utf8), to: input.descriptor)
    }
    return try input.readLine()
  }
}
