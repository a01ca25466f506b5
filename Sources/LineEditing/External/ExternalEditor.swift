#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The program that a person edits texts with.
enum ExternalEditor {
  /// The text as `$VISUAL`, `$EDITOR` or `vi` leaves it, without the line break that ends a file.
  ///
  /// The file that it is in can be read by nobody else, and is gone afterwards.
  static func edit(_ text: String, suffix: String) throws(LineEditingError) -> String {
    let path = try write(text, suffix)
    defer { unlink(path) }
    try run(command, on: path)
    return try read(path)
  }

  private static var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return value }
    }
    return "vi"
  }

  private static var folder: String {
    for name in ["XDG_RUNTIME_DIR", "TMPDIR"] {
      if let value = getenv(name).map({ String(cString: $0) }), value.hasPrefix("/") {
        return value
      }
    }
    return "/tmp"
  }

  private static func write(_ text: String, _ suffix: String) throws(LineEditingError) -> String {
    var template = Array("\(folder)/line-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else { throw LineEditingError("write \(path)", code: errno) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    if let code = writeAll(Array("\(text)\n".utf8), to: descriptor) {
      unlink(path)
      throw LineEditingError("write \(path)", code: code)
    }
    return path
  }

  /// A shell takes the command apart: it may have arguments of its own.
  private static func run(_ command: String, on path: String) throws(LineEditingError) {
    let words = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    var arguments = words.map { strdup($0) }
    defer { arguments.forEach { free($0) } }
    arguments.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", nil, nil, arguments, environ)
    guard code == 0 else { throw LineEditingError("start \(command)", code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw LineEditingError("wait for \(command)", code: errno) }
    }
    // An editor that was left with an error, as by `:cq`, gives nothing back.
    guard status == 0 else {
      throw LineEditingError("take the text of \(command), which failed", code: nil)
    }
  }

  private static func read(_ path: String) throws(LineEditingError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LineEditingError("read \(path)", code: errno) }
    defer { close(descriptor) }
    guard let bytes = readAll(descriptor) else {
      throw LineEditingError("read \(path)", code: errno)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
