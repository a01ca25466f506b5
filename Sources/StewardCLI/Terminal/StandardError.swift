internal import LineEditing

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Where everything goes that is no result. Each text is written at once and as one piece, from any
/// thread.
struct StandardError: Sendable {
  let usesColor: Bool
  private let descriptor: Int32
  private let stop: NotificationPipe?
  let progress: ProgressLine

  /// `stop`: Readable once the run is to stop: it then waits no longer for who reads it.
  init(usesColor: Bool, descriptor: Int32 = STDERR_FILENO, stop: NotificationPipe? = nil) {
    self.usesColor = usesColor
    self.descriptor = descriptor
    self.stop = stop
    progress = ProgressLine(descriptor: descriptor)
  }

  /// Of the terminal that it is; nil for a file or a pipe.
  var columns: Int? { isatty(descriptor) == 1 ? TerminalSize(of: descriptor).columns : nil }

  /// If it cannot be written there is nobody to tell.
  func write(_ text: String) { _ = written(text) }

  /// Writes what somebody counts on.
  ///
  /// - Returns: The system's error; nil if all is written.
  func written(_ text: String) -> Int32? {
    progress.clear()
    return Descriptor.write(Array(text.utf8), to: descriptor, stop: stop)
  }

  /// On a terminal that moves its cursor: an empty screen; the lines above it stay reachable.
  func clearScreen() { write("\u{1B}[H\u{1B}[2J") }

  /// A line, in colours where they are wanted.
  func line(_ text: String, _ style: TextStyle = .plain) {
    write(style.paint(text, usesColor) + "\n")
  }
}

extension TextStyle {
  static let warning = TextStyle(.yellow)
  static let faint = TextStyle(isFaint: true)
  static let heading = TextStyle(isBold: true)

  /// The text with the sequences around it, if they are wanted.
  func paint(_ text: String, _ usesColor: Bool) -> String {
    guard usesColor, self != .plain, !text.isEmpty else { return text }
    return sequence + text + TextStyle.plain.sequence
  }
}
