#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Whether others can read what Steward keeps.
enum StateFinding {
  static func text(_ surroundings: Surroundings) -> String {
    guard let folder = StateFolder(surroundings) else { return "nowhere: HOME is not set" }
    guard let mode = permissions(of: folder.path) else { return "\(folder.path): not there yet" }
    let shown = "\(folder.path): \(octal(mode))"
    let isOpen = mode & 0o077 != 0
    guard !isOpen else { return "\(shown), open to others: chmod 700 \(folder.path)" }
    guard let history = permissions(of: folder.historyPath), history & 0o077 != 0 else {
      return shown
    }
    return "\(shown), but \(folder.historyPath) is open to others: chmod 600"
  }

  static func permissions(of path: String) -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & 0o777
  }

  static func octal(_ mode: mode_t) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
