internal import AdminAPI

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
  private let descriptor: Int32

  /// A new file that only its owner can read.
  init(creating path: String) throws(ClientError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.error("cannot write", path) }
    try lock()
  }

  /// A file that is there, cut to its whole lines.
  init(continuing path: String, length: Int) throws(ClientError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error("cannot write", path) }
    try lock()
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw Self.error("cannot write", path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func append(_ bytes: [UInt8]) throws(ClientError) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      guard written > 0 || errno == EINTR else { throw Self.error("cannot write", path) }
      done += max(written, 0)
    }
    guard fsync(descriptor) == 0 else { throw Self.error("cannot write", path) }
  }

  /// True while a process adds to the file.
  static func isInUse(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private func lock() throws(ClientError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    guard errno == EWOULDBLOCK else { throw Self.error("cannot lock", path) }
    throw ClientError(.conflict, "another process is working on this run", hint: "wait for its end")
  }

  static func error(_ verb: String, _ path: String) -> ClientError {
    ClientError(.io, "\(verb) the journal \(path): \(String(cString: strerror(errno)))")
  }
}
