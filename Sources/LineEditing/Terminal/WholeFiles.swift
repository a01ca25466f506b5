#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Writes all bytes.
///
/// - Returns: The number of the system's error; nil if all is written.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var start = 0
  while start < bytes.count {
    let count = bytes.withUnsafeBytes {
      write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
    }
    if count < 0, errno == EINTR { continue }
    if count < 0, errno == EAGAIN {
      // Whoever has the terminal too may have set it not to wait.
      var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&polled, 1, -1) >= 0 || errno == EINTR else { return errno }
      continue
    }
    guard count > 0 else { return errno }
    start += count
  }
  return nil
}

/// Reads all bytes up to the end.
///
/// - Returns: The bytes; nil if the system refuses, and `errno` says why.
func readAll(_ descriptor: Int32) -> [UInt8]? {
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 14)
  while true {
    let count = read(descriptor, &piece, piece.count)
    if count == 0 { return bytes }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return nil }
    bytes += piece[..<count]
  }
}
