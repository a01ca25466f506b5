import Glibc
import LineEditing
import TerminalModel
import Testing

/// A pseudo-terminal: a program's end, and the end of the screen and the keyboard.
final class TerminalPair {
  let keyboard: Int32
  let program: Int32
  private(set) var screen: TinyTerminal

  init(columns: Int, rows: Int) throws {
    var ends: (keyboard: Int32, program: Int32) = (-1, -1)
    try #require(openpty(&ends.keyboard, &ends.program, nil, nil, nil) == 0)
    (keyboard, program) = ends
    screen = TinyTerminal(columns: columns, rows: rows)
    setSize(columns: columns, rows: rows)
  }

  deinit {
    close(keyboard)
    close(program)
  }

  var configuration: LineEditorConfiguration {
    var configuration = LineEditorConfiguration()
    configuration.input = program
    configuration.output = program
    configuration.terminal = "xterm"
    configuration.readsUserBindings = false
    return configuration
  }

  func setSize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  /// What the terminal does with what is typed.
  var modes: termios {
    var modes = termios()
    #expect(tcgetattr(program, &modes) == 0)
    return modes
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(keyboard, bytes, bytes.count) == bytes.count)
  }

  /// Shows what the program writes, until the screen is as it should be; false if it never is.
  func waits(until isAsExpected: (TinyTerminal) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(10)
    while !isAsExpected(screen) {
      guard ContinuousClock.now < deadline else { return false }
      var descriptor = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 100) > 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(keyboard, &bytes, bytes.count)
      guard count > 0 else { return isAsExpected(screen) }
      screen.write(Array(bytes.prefix(count)))
    }
    return true
  }
}
