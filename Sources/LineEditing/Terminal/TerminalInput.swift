#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The bytes that are typed, and what else may happen while nobody types.
final class TerminalInput: KeyBytes {
  enum Event {
    case byte(UInt8)
    case sizeChanged
    /// The process goes on after it was stopped, and the terminal may have been given to others.
    case continued
    /// Somebody has something to show.
    case notice
    case end
    case failed(Int32)
  }

  private let descriptor: Int32
  private let wake: WakePipe
  /// What happened in the middle of a key.
  private var messages: [WakePipe.Message] = []

  init(descriptor: Int32, wake: WakePipe) {
    self.descriptor = descriptor
    self.wake = wake
  }

  func waitForEvent() -> Event {
    while true {
      if !messages.isEmpty { return Self.event(messages.removeFirst()) }
      switch wait(milliseconds: nil) {
      case .message(let message): return Self.event(message)
      case .input: return readByte()
      case .failed(let code): return .failed(code)
      case .nothing: continue
      }
    }
  }

  var hasMore: Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  func next(within milliseconds: Int32?) -> UInt8? {
    while !messages.contains(.endOfInput) {
      switch wait(milliseconds: milliseconds) {
      case .message(let message): messages.append(message)
      case .input:
        guard case .byte(let byte) = readByte() else { return nil }
        return byte
      case .failed: return nil
      case .nothing: if milliseconds != nil { return nil }
      }
    }
    return nil
  }

  /// Waits for the process to be stopped and to go on, unless nothing stops it.
  func waitForContinuation() {
    while case .message(let message) = wait(milliseconds: Self.stopDelay, watchesInput: false) {
      if message == .continued { return }
      messages.append(message)
    }
  }

  /// By then a process is stopped by a signal that it has sent to itself; the time it is stopped does
  /// not count.
  private static let stopDelay: Int32 = 300
}

extension TerminalInput {
  private enum Happening {
    case input
    case message(WakePipe.Message)
    /// In the given time.
    case nothing
    case failed(Int32)
  }

  private func wait(milliseconds: Int32?, watchesInput: Bool = true) -> Happening {
    var descriptors = [
      pollfd(fd: watchesInput ? descriptor : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let count = poll(&descriptors, 2, milliseconds ?? -1)
      if count < 0 {
        // A handler has written a message.
        if errno == EINTR { continue }
        return .failed(errno)
      }
      if descriptors[1].revents != 0, let message = wake.receive() { return .message(message) }
      return descriptors[0].revents == 0 ? .nothing : .input
    }
  }

  private static func event(_ message: WakePipe.Message) -> Event {
    switch message {
    case .sizeChanged: .sizeChanged
    case .continued: .continued
    case .notice: .notice
    case .endOfInput: .end
    }
  }

  /// One byte: what follows the line belongs to whoever reads next.
  private func readByte() -> Event {
    var byte: UInt8 = 0
    while true {
      switch read(descriptor, &byte, 1) {
      case 1: return .byte(byte)
      case 0: return .end
      default: break
      }
      switch errno {
      case EINTR: continue
      // The terminal is gone.
      case EIO: return .end
      case let code: return .failed(code)
      }
    }
  }
}
