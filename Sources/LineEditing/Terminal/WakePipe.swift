#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What makes an editor that waits for a key look up: a pipe, since only `poll` waits for both.
package final class WakePipe: Sendable {
  enum Message: UInt8 {
    // What the handler of signals writes.
    case sizeChanged = 0x73  // s
    case continued = 0x63  // c
    case endOfInput = 0x65  // e
    case notice = 0x6E  // n
  }

  let readEnd: Int32
  let writeEnd: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // A handler of a signal must never wait.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Ends the line that is edited, from any thread, as if the terminal were gone: the editor restores
  /// the terminal and says that the input has ended.
  package func endInput() { send(.endOfInput) }

  func send(_ message: Message) {
    var byte = message.rawValue
    _ = write(writeEnd, &byte, 1)
  }

  func receive() -> Message? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Message(rawValue: byte) : nil
  }
}
