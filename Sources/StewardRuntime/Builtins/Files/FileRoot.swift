#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The folder below which scripts may write. No path leads out of it: it is walked part by part,
/// and symbolic links are refused.
struct FileRoot {
  let path: String

  /// The folder that will hold `file`, which is relative to the root or absolute and below it, and
  /// the file's name in it.
  func open(
    _ file: String,
    makesFolders: Bool
  ) throws(FileError) -> (folder: Folder, name: String) {
    guard let base = realpath(path, nil) else { throw FileError(file, SystemError.last) }
    defer { free(base) }
    let root = String(cString: base)
    guard var components = components(of: file, root), let name = components.popLast() else {
      throw FileError(file, reason: "it is outside the folder \(path)")
    }
    var folder = try Folder(opening: root)
    for component in components {
      folder = try folder.subfolder(component, makesIt: makesFolders, file)
    }
    return (folder, name)
  }

  /// The root may be written as it is called or as it really is.
  private func components(of file: String, _ root: String) -> [String]? {
    guard !file.hasSuffix("/"), !file.utf8.contains(0) else { return nil }
    guard file.hasPrefix("/") else { return FilePath.components(of: file) }
    let asWritten = path.hasPrefix("/") ? FilePath.components(of: file, below: path) : nil
    return asWritten ?? FilePath.components(of: file, below: root)
  }
}

/// An open folder.
final class Folder {
  let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  convenience init(opening path: String) throws(FileError) {
    let descriptor = SystemError.retrying {
      Self.open(at: AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw FileError(path, SystemError.last) }
    self.init(descriptor: descriptor)
  }

  deinit { close(descriptor) }

  func subfolder(_ name: String, makesIt: Bool, _ file: String) throws(FileError) -> Folder {
    if makesIt, mkdirat(descriptor, name, 0o777) != 0, SystemError.last != EEXIST {
      throw FileError(file, SystemError.last)
    }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = SystemError.retrying { Folder.open(at: descriptor, name, flags) }
    guard opened >= 0 else { throw folderError(name, file, SystemError.last) }
    return Folder(descriptor: opened)
  }

  private func folderError(_ name: String, _ file: String, _ code: Int32) -> FileError {
    switch code {
    case ENOENT: FileError(missingFolder: name, for: file)
    case ENOTDIR where kind(of: name) == .link: FileError(file, ELOOP)
    default: FileError(file, code)
    }
  }

  enum Kind { case file, folder, link, other }

  /// What `name` is, or nil if there is nothing of that name. A link is not followed.
  func kind(of name: String) -> Kind? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Who may read and write the file called `name`; nil if there is none.
  func permissions(of name: String) -> mode_t? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return status.st_mode & 0o777
  }

  static func open(at folder: Int32, _ name: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    openat(folder, name, flags, mode)
  }
}
