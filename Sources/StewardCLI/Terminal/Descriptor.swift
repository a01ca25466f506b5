#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Reading and writing of whole pieces.
enum Descriptor {
  /// Writes all bytes, however long that takes.
  ///
  /// - Returns: The system's error; nil if all is written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if count >= 0 {
        start += count
        continue
      }
      switch errno {
      case EINTR: continue
      // Another program on this terminal chose not to wait; this one does.
      case EAGAIN: waitUntilWritable(descriptor)
      case let code: return code
      }
    }
    return nil
  }

  /// All bytes of a file or pipe, or the system's error.
  static func readAll(_ descriptor: Int32) -> Result<[UInt8], SystemCode> {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count == 0 { return .success(bytes) }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        return .failure(SystemCode(number: errno))
      }
    }
  }

  /// What the system says about an error, as it stands in our messages.
  static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
  }

  struct SystemCode: Error { let number: Int32 }

  private static func systemWrite(
    _ descriptor: Int32,
    _ bytes: UnsafeRawPointer?,
    _ count: Int
  ) -> Int {
    #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
    Musl.write(descriptor, bytes, count)
    #else
    Darwin.write(descriptor, bytes, count)
    #endif
  }

  private static func waitUntilWritable(_ descriptor: Int32) {
    var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&polled, 1, -1)
  }
}
