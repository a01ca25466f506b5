import Glibc
import TerminalModel
import Testing

/// The program on a pseudo-terminal, which is its controlling one.
final class TerminalSession {
  let process: pid_t
  private let keyboard: Int32
  private(set) var shown = ""
  private var seen: String.Index
  /// What is on the screen.
  private(set) var screen: TinyTerminal

  init(
    _ arguments: [String],
    of program: String = Spawning.program,
    environment: [String: String] = [:],
    columns: Int = 80,
    rows: Int = 24
  ) throws {
    screen = TinyTerminal(columns: columns, rows: rows)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    let (keyboard, screenEnd) = try Spawning.descriptors { ends in
      ends.withUnsafeMutableBufferPointer { ends in
        openpty(ends.baseAddress, ends.baseAddress.map { $0 + 1 }, &name, nil, &size)
      }
    }
    self.keyboard = keyboard
    let variables = ["TERM": "xterm"].merging(environment) { $1 }
    process = try Spawning.spawn(
      arguments,
      of: program,
      environment: variables,
      flags: Spawning.newSession
    ) { actions in
      // The first terminal that a process without one opens becomes its own.
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    close(screenEnd)
    seen = shown.startIndex
  }

  deinit { close(keyboard) }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(keyboard, bytes, bytes.count) == bytes.count)
  }

  /// Types a text and Enter, and waits for what the program answers and then shows.
  func enter(
    _ text: String,
    shows answer: String = "",
    then end: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    type(text + "\r")
    if !answer.isEmpty { wait(for: answer, location) }
    wait(for: end, location)
  }

  /// Waits until the program has shown a text behind what was waited for before.
  func wait(for text: String, _ location: SourceLocation = #_sourceLocation) {
    let deadline = ContinuousClock.now + RunningSteward.patience
    while ContinuousClock.now < deadline {
      if let found = shown[seen...].firstRange(of: text) {
        seen = found.upperBound
        return
      }
      guard readPiece() else { break }
    }
    Issue.record("`\(text)` is not in `\(shown[seen...])`", sourceLocation: location)
  }

  /// Waits until the screen is as it should be.
  func waitForScreen(
    _ location: SourceLocation = #_sourceLocation,
    until isAsExpected: (TinyTerminal) -> Bool
  ) {
    let deadline = ContinuousClock.now + RunningSteward.patience
    while !isAsExpected(screen) {
      guard ContinuousClock.now < deadline, readPiece() else {
        let shown = screen.lines.joined(separator: "\n")
        Issue.record("the screen shows\n\(shown)", sourceLocation: location)
        return
      }
    }
  }

  /// Waits until the screen ends with some lines.
  func waitForLines(_ lines: String..., location: SourceLocation = #_sourceLocation) {
    waitForScreen(location) { $0.lines.suffix(lines.count).elementsEqual(lines) }
  }

  /// Waits until the terminal itself shows what is typed.
  func waitUntilTypingIsShown(_ location: SourceLocation = #_sourceLocation) {
    let deadline = ContinuousClock.now + RunningSteward.patience
    var modes = termios()
    while tcgetattr(keyboard, &modes) == 0, modes.c_lflag & tcflag_t(ECHO) == 0 {
      guard ContinuousClock.now < deadline, readPiece(within: 10) else {
        Issue.record("the terminal hides what is typed", sourceLocation: location)
        return
      }
    }
  }

  /// Waits for the program's end.
  ///
  /// - Returns: The exit status, or minus the signal that ended it.
  func finish() -> Int32 {
    let deadline = ContinuousClock.now + RunningSteward.patience
    while readPiece() {
      guard ContinuousClock.now < deadline else {
        Issue.record("the program does not end")
        kill(process, SIGKILL)
        break
      }
    }
    return Spawning.status(of: process)
  }

  /// False once the program has left the terminal. Colours, movements and returns are left out.
  private func readPiece(within milliseconds: Int32 = 1000) -> Bool {
    var polled = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(keyboard, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.write(Array(bytes[..<count]))
    let offset = shown.utf8.distance(from: shown.startIndex, to: seen)
    shown += Self.plainText(String(decoding: bytes[..<count], as: UTF8.self))
    seen = shown.utf8.index(shown.startIndex, offsetBy: offset)
    return true
  }

  private static func plainText(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var isSequence = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1b}" {
        isSequence = true
      } else if isSequence {
        isSequence = scalar == "[" || !(scalar.value >= 0x40 && scalar.value < 0x7F)
      } else if scalar != "\r" {
        plain.append(scalar)
      }
    }
    return String(plain)
  }
}
