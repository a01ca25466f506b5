internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// New contents for a file that is there.
package enum FileReplacement {
  /// Replaces the contents, all or nothing, and keeps the permissions. Where the path is a symbolic
  /// link the file that it leads to is replaced.
  ///
  /// - Throws: `io`.
  package static func write(_ bytes: [UInt8], to path: String) throws(RunError) {
    do throws(FileError) {
      guard let resolved = realpath(path, nil) else { throw FileError(path, SystemError.last) }
      defer { free(resolved) }
      let (folder, name) = split(String(cString: resolved))
      let file = try NewFile(
        name,
        below: FileRoot(path: folder),
        replaces: true,
        makesFolders: false
      )
      try file.append(bytes)
      try file.commit()
    } catch {
      let place = escapingControls(path)
      throw RunError(.io, "cannot write \(place): \(error.reason)", help: error.help)
    }
  }

  /// Writes a file, all or nothing.
  ///
  /// - Parameters:
  ///   - bytes: What is to stand in it.
  ///   - path: Where it is to be; its folder must be there.
  ///   - replaces: Whether a file that is there already may go.
  /// - Throws: `io`.
  package static func create(
    _ bytes: [UInt8],
    at path: String,
    replaces: Bool
  ) throws(RunError) {
    do throws(FileError) {
      let (folder, name) = split(path)
      let root = FileRoot(path: folder)
      let file = try NewFile(name, below: root, replaces: replaces, makesFolders: false)
      try file.append(bytes)
      try file.commit()
    } catch {
      let place = escapingControls(path)
      throw RunError(.io, "cannot write \(place): \(error.reason)", help: error.help)
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
