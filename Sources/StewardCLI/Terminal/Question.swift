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

  /// The key that is pressed, which is not shown; nil if nobody is there.
  ///
  /// - Throws: `cancelled` at Ctrl-C.
  func askForKey(_ text: String) throws(RunError) -> Unicode.Scalar? {
    guard console.surroundings.canAsk else { return nil }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    try console.output.flush()
    let input = InterruptibleInput(descriptor: terminal, stop: stop)
    return try without(ECHO | ICANON, on: terminal) { () throws(RunError) in
      // A key that answers what is shown must not be taken for one that was typed before.
      _ = Descriptor.write(Array(text.utf8), to: terminal)
      return try input.nextByte().map { Unicode.Scalar($0) }
    }
  }

  /// A line of which the terminal shows nothing but its end.
  private func readHidden(_ input: InterruptibleInput) throws(RunError) -> String? {
    try without(ECHO, on: input.descriptor) { () throws(RunError) in
      defer { _ = Descriptor.write(Array("\n".utf8), to: input.descriptor) }
      return try input.readLine()
    }
  }

  /// Does something while the terminal does not do some of what it usually does.
  private func without<Result>(
    _ flags: Int32,
    on terminal: Int32,
    _ work: () throws(RunError) -> Result
  ) throws(RunError) -> Result {
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else { return try work() }
    var changed = usual
    changed.c_lflag &= ~tcflag_t(flags)
    tcsetattr(terminal, TCSAFLUSH, &changed)
    defer { tcsetattr(terminal, TCSAFLUSH, &usual) }
    return try work()
  }
}
