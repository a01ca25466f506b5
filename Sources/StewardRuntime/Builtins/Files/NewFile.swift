#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file that appears whole or not at all: it is written under another name beside its place, and
/// takes the place when it is complete and on the disk.
final class NewFile {
  private let folder: Folder
  private let name: String
  /// As the script wrote it, for messages.
  private let path: String
  private let replaces: Bool
  private let temporaryName: String
  private let descriptor: Int32
  private var isPending = true

  /// Checks the place and begins the file; nothing is at the place before ``commit()``.
  init(
    _ path: String,
    below root: FileRoot,
    replaces: Bool,
    makesFolders: Bool
  ) throws(FileError) {
    let (folder, name) = try root.open(path, makesFolders: makesFolders)
    try NewFile.check(folder, name, path, replaces: replaces)
    self.folder = folder
    self.name = name
    self.path = path
    self.replaces = replaces
    temporaryName = ".\(name.utf8.count < 200 ? name : "file").\(UInt64.random(in: .min ... .max))"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = Folder.open(at: folder.descriptor, temporaryName, flags, 0o666)
    guard descriptor >= 0 else {
      isPending = false
      throw FileError(path, SystemError.last)
    }
    if let mode = folder.permissions(of: name) { fchmod(descriptor, mode) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if isPending { unlinkat(folder.descriptor, temporaryName, 0) }
  }

  /// Refuses a place that is taken.
  static func check(
    _ folder: Folder,
    _ name: String,
    _ path: String,
    replaces: Bool
  ) throws(FileError) {
    switch folder.kind(of: name) {
    case nil: return
    case .file where replaces: return
    case .file: throw FileError(path, reason: "it is already there", help: "--force replaces it")
    case .folder: throw FileError(path, EISDIR)
    case .link: throw FileError(path, reason: "it is a symbolic link")
    case .other: throw FileError(path, reason: "it is no ordinary file")
    }
  }

  func append(_ bytes: [UInt8]) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let written = SystemError.retrying {
        bytes.withUnsafeBytes { buffer in
          write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        }
      }
      guard written > 0 else { throw FileError(path, SystemError.last) }
      start += written
    }
  }

  /// Puts the complete file in its place.
  func commit() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError(path, SystemError.last) }
    if replaces {
      try rename()
    } else {
      try link()
    }
    isPending = false
    // The folder's entry, too, must survive a power cut; not every file system can do that.
    _ = fsync(folder.descriptor)
  }

  private func rename() throws(FileError) {
    try NewFile.check(folder, name, path, replaces: true)
    let result = renameat(folder.descriptor, temporaryName, folder.descriptor, name)
    guard result == 0 else { throw FileError(path, SystemError.last) }
  }

  /// Takes the place only if it is still free, which `rename` would not see.
  private func link() throws(FileError) {
    if linkat(folder.descriptor, temporaryName, folder.descriptor, name, 0) == 0 {
      unlinkat(folder.descriptor, temporaryName, 0)
      return
    }
    let code = SystemError.last
    guard code != EEXIST else {
      throw FileError(path, reason: "it is already there", help: "--force replaces it")
    }
    // Some file systems have no links: check once more, then rename.
    try NewFile.check(folder, name, path, replaces: false)
    try rename()
  }
}
