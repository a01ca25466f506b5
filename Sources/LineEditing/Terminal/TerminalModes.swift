#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif
internal import Synchronization

/// What a terminal did with what is typed, before an editor changed it.
struct TerminalModes: Sendable {
  private let descriptor: Int32
  private let usual: termios

  /// Nil if the descriptor is no terminal.
  init?(of descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    self.descriptor = descriptor
    usual = modes
  }

  /// For other programs, and when this one ends.
  func restore() {
    var modes = usual
    tcsetattr(descriptor, TCSADRAIN, &modes)
  }

  /// Keeps what is typed as it is and does not show it, as between lines. The terminal is as it was when
  /// the program ends in whatever way but by a signal, after which shells restore it.
  func hideTyping() {
    Self.atExit(self)
    var modes = usual
    modes.c_lflag &= ~tcflag_t(ECHO | ICANON)
    tcsetattr(descriptor, TCSADRAIN, &modes)
  }

  private static let toRestore = Mutex<TerminalModes?>(nil)
  private static let isRegistered: Bool = {
    atexit { TerminalModes.toRestore.withLock { $0 }?.restore() } == 0
  }()

  private static func atExit(_ modes: TerminalModes) {
    toRestore.withLock { $0 = modes }
    _ = isRegistered
  }

  /// Once the editor is gone.
  func forget() {
    restore()
    Self.toRestore.withLock { $0 = nil }
  }
}
