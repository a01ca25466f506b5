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
    let input = InterruptibleInput(descriptor: terminal, stop: stop)
    guard !isHidden else { return try readHidden(text, input) }
    return try with(ECHO | ICANON, without: 0, on: terminal, TCSADRAIN) { () throws(RunError) in
      _ = Descriptor.write(Array(text.utf8), to: terminal)
      return try input.readLine()
    }
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
    // A key that was typed before does not answer what is shown now.
    return try with(0, without: ECHO | ICANON, on: terminal, TCSAFLUSH) { () throws(RunError) in
      _ = Descriptor.write(Array(text.utf8), to: terminal)
      return try input.nextByte().map { Unicode.Scalar($0) }
    }
  }

  /// A line of which the terminal shows nothing but its end.
  private func readHidden(
    _ text: String,
    _ input: InterruptibleInput
  ) throws(RunError) -> String? {
    let terminal = input.descriptor
    return try with(ICANON, without: ECHO, on: terminal, TCSAFLUSH) { () throws(RunError) in
      _ = Descriptor.write(Array(text.utf8), to: terminal)
      defer { _ = Descriptor.write(Array("\n".utf8), to: terminal) }
      return try input.readLine()
    }
  }

  /// Does something while the terminal does some things and does not do others. `TCSAFLUSH` drops what was
  /// typed before.
  private func with<Result>(
    _ flags: Int32,
    without others: Int32,
    on terminal: Int32,
    _ change: Int32,
    _ work: () throws(RunError) -> Result
  ) throws(RunError) -> Result {
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else { return try work() }
    var changed = usual
    changed.c_lflag |= tcflag_t(flags)
    changed.c_lflag &= ~tcflag_t(others)
    tcsetattr(terminal, change, &changed)
    defer { tcsetattr(terminal, change, &usual) }
    return try work()
  }
}

/// What a command reads from the terminal itself.
enum TypedInput {
  /// Has a terminal show what is typed, and give it line by line.
  static func show(on descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return }
    modes.c_lflag |= tcflag_t(ECHO | ICANON)
    tcsetattr(descriptor, TCSADRAIN, &modes)
  }
}
