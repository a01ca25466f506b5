internal import AdminAPI
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A journal's file on the disk, which one process at a time adds to.
final class JournalFile: LogFile {
  private let path: String
  /// Negative once the file is let go.
  private let descriptor: Mutex<Int32>

  /// A new file that only its owner can read.
  init(creating path: String) throws(ClientError) {
    self.path = path
    let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw Self.error("cannot write", path) }
    descriptor = Mutex(opened)
    try lock(opened)
  }

  /// A file that is there, cut to its whole lines.
  init(continuing path: String, length: Int) throws(ClientError) {
    self.path = path
    let opened = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard opened >= 0 else { throw Self.error("cannot write", path) }
    descriptor = Mutex(opened)
    try lock(opened)
    guard ftruncate(opened, off_t(length)) == 0 else { throw Self.error("cannot write", path) }
  }

  deinit { close() }

  func close() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { systemClose(descriptor) }
      descriptor = -1
    }
  }

  func append(_ bytes: [UInt8]) throws(ClientError) {
    let isWritten = descriptor.withLock { descriptor in
      var done = 0
      while done < bytes.count {
        let written = bytes.withUnsafeBytes { buffer in
          write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        }
        guard written > 0 || errno == EINTR else { return false }
        done += max(written, 0)
      }
      return fsync(descriptor) == 0
    }
    guard isWritten else { throw Self.error("cannot write", path) }
  }

  /// True while a process adds to the file.
  static func isInUse(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { systemClose(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private func lock(_ descriptor: Int32) throws(ClientError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    guard errno == EWOULDBLOCK else { throw Self.error("cannot lock", path) }
    throw ClientError(.conflict, "another process is working on this run", hint: "wait for its end")
  }

  static func error(_ verb: String, _ path: String) -> ClientError {
    ClientError(.io, "\(verb) the journal \(path): \(String(cString: strerror(errno)))")
  }
}

private func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
