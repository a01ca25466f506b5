#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Files that only their owner can read.
enum OwnerFile {
  /// Writes the file whole or not at all.
  ///
  /// - Throws: ``UsageError`` if it cannot be written.
  static func replace(_ path: String, with bytes: [UInt8]) throws(UsageError) {
    let temporary = "\(path).\(UInt32.random(in: .min ... .max))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable(path) }
    let isWritten = Descriptor.write(bytes, to: descriptor) == nil && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(temporary, path) == 0 else {
      let error = unwritable(path)
      unlink(temporary)
      throw error
    }
  }

  private static func unwritable(_ path: String) -> UsageError {
    UsageError("cannot write \(path): \(Descriptor.reason(errno))")
  }
}
