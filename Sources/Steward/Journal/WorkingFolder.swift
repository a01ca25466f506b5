#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Paths that mean the same in every process.
package enum WorkingFolder {
  /// The path from the root on.
  package static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let here = String(cString: folder)
    if path == "." { return here }
    return "\(here)/\(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)"
  }
}
