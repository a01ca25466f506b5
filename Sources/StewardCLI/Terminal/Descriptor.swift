#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Reading and writing of whole pieces.
enum Descriptor {
  /// Writes all bytes, however long that takes, or until the run is to stop and nobody takes any.
  ///
  /// `stop`: Readable once the run is to stop.
  /// Returns the system's error, `ECANCELED` if the run is to stop; nil if all is written.
  static func write(
    _ bytes: [UInt8],
    to descriptor: Int32,
    stop: NotificationPipe? = nil
  ) -> Int32? {
    // What a pipe says it has room for, at least; more would wait where no signal ends it.
    let most = stop != nil && mayWait(descriptor) ? Int(PIPE_BUF) : Int.max
    var start = 0
    while start < bytes.count {
      if most != Int.max, !waitUntilWritable(descriptor, stop) { return ECANCELED }
      let count = bytes.withUnsafeBytes {
        systemWrite(
          descriptor,
          $0.baseAddress?.advanced(by: start),
          min(most, $0.count - start)
        )
      }
      if count >= 0 {
        start += count
        continue
      }
      switch errno {
      case EINTR: continue
      // Another program on this terminal chose not to wait; this one does.
      case EAGAIN: guard waitUntilWritable(descriptor, stop) else { return ECANCELED }
      case let code: return code
      }
    }
    return nil
  }

  /// False for a file, which always takes what it gets.
  private static func mayWait(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_mode & S_IFMT != S_IFREG
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

  /// False if the run is to stop first. What can be written at once still is: a `finally` may print.
  private static func waitUntilWritable(_ descriptor: Int32, _ stop: NotificationPipe?) -> Bool {
    var polled = [pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)]
    if let stop { polled.append(pollfd(fd: stop.readEnd, events: Int16(POLLIN), revents: 0)) }
    while poll(&polled, nfds_t(polled.count), -1) < 0, errno == EINTR {}
    return polled[0].revents != 0
  }
}
