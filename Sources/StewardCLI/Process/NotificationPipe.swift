#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A pipe that wakes whoever waits for its bytes: only `poll` waits for a signal and for input alike.
final class NotificationPipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  /// Nil if the process has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Who notifies must never wait, least of all the handler of a signal.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func notify(_ byte: UInt8 = 0) {
    var byte = byte
    _ = write(writeEnd, &byte, 1)
  }

  /// Waits for the next byte; nil if the pipe is broken.
  func next() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(readEnd, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// Forgets what was notified so far.
  func drain() {
    var descriptor = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    while poll(&descriptor, 1, 0) > 0, next() != nil {}
  }
}
