internal import LineEditing

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the terminal can do.
enum TerminalFinding {
  static func text(_ console: Console) -> String {
    let surroundings = console.surroundings
    guard surroundings.isErrorTerminal else { return "none" }
    let size = TerminalSize(of: STDERR_FILENO)
    return [
      surroundings.variable("TERM") ?? "TERM is not set",
      "\(size.columns) × \(size.rows)",
      console.errors.usesColor ? "colours" : "no colours",
    ].joined(separator: ", ")
  }
}

/// In which characters the environment writes.
enum LocaleFinding {
  static func text(_ surroundings: Surroundings) -> String {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap { surroundings.variable($0) }.first ?? "none"
    let isUTF8 = ["utf-8", "utf8"].contains { locale.lowercased().hasSuffix($0) }
    return isUTF8 ? locale : "\(locale); UTF-8 is written all the same"
  }
}
