internal import ArgumentParser
internal import StewardRuntime

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Options that name files: they must be there before anything is run.
extension OptionValue {
  static func folder(_ path: String) throws -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw ValidationError("\(path) is no folder")
    }
    return path
  }

  static func readableFile(_ path: String) throws -> String {
    guard access(path, R_OK) == 0 else { throw unreadable(path) }
    return path
  }

  private static func unreadable(_ path: String) -> ValidationError {
    ValidationError("cannot read \(path): \(Descriptor.reason(errno))")
  }
}
