#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif
internal import StewardValues

/// A file that is open for reading as long as somebody holds it.
final class OpenFile {
  private let descriptor: Int32
  private let isRegular: Bool

  convenience init(_ path: String, named name: String) throws(FileError) {
    // The system would read the name up to the zero only.
    guard !path.utf8.contains(0) else { throw FileError(name, ENOENT) }
    try self.init(
      SystemError.retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) },
      named: name
    )
  }

  /// A file that no path and no symbolic link leads out of the root to.
  convenience init(_ path: String, below root: FileRoot) throws(FileError) {
    let (folder, name) = try root.open(path, makesFolders: false)
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC
    try self.init(
      SystemError.retrying { Folder.open(at: folder.descriptor, name, flags) },
      named: path
    )
  }

  private init(_ opened: Int32, named name: String) throws(FileError) {
    guard opened >= 0 else { throw FileError(name, SystemError.last) }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw FileError(name, EISDIR)
    }
    descriptor = opened
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }

  deinit { close(descriptor) }

  /// Its bytes. What waits for them stops with the run.
  func source(_ cancellation: Cancellation) -> any ByteSource {
    isRegular
      ? FileByteSource(descriptor: descriptor)
      : PatientInput(descriptor: descriptor, cancellation)
  }
}
