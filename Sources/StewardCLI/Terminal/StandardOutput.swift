internal import StewardRuntime
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Where results go. A pipe gets them in large pieces, a terminal at once.
final class StandardOutput: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var hasReader = true
  }

  private static let pieceLength = 1 << 16

  private let descriptor: Int32
  private let stop: NotificationPipe?
  private let isTerminal: Bool
  /// Stands in the same terminal.
  private let progress: ProgressLine?
  private let state = Mutex(State())

  /// `stop`: Readable once the run is to stop: it then waits no longer for who reads it.
  init(
    descriptor: Int32 = STDOUT_FILENO,
    stop: NotificationPipe?,
    isTerminal: Bool,
    progress: ProgressLine? = nil
  ) {
    self.progress = isTerminal ? progress : nil
    self.descriptor = descriptor
    self.stop = stop
    self.isTerminal = isTerminal
  }

  /// False once the reader of a pipe has gone away, as `head` does.
  var hasReader: Bool { state.withLock { $0.hasReader } }

  /// - Throws: `io` if nothing can be written, `cancelled` if nobody reads any more.
  func write(_ bytes: [UInt8]) throws(RunError) {
    try state.withLock { (state) throws(RunError) in
      state.buffer += bytes
      guard isTerminal || state.buffer.count >= Self.pieceLength else { return }
      try flush(&state)
    }
  }

  func write(_ text: String) throws(RunError) { try write(Array(text.utf8)) }

  /// Writes what is still held back: before anybody is asked something, and at the end.
  func flush() throws(RunError) {
    try state.withLock { (state) throws(RunError) in try flush(&state) }
  }

  private func flush(_ state: inout State) throws(RunError) {
    let bytes = state.buffer
    state.buffer.removeAll(keepingCapacity: true)
    guard state.hasReader else { throw Self.nobodyReads }
    progress?.clear()
    guard let code = Descriptor.write(bytes, to: descriptor, stop: stop) else { return }
    guard code != ECANCELED else { throw RunError(.cancelled, "cancelled") }
    guard code != EPIPE else {
      state.hasReader = false
      throw Self.nobodyReads
    }
    throw RunError(.io, "cannot write standard output: \(Descriptor.reason(code))")
  }

  private static let nobodyReads = RunError(.cancelled, "nobody reads standard output any more")
}
