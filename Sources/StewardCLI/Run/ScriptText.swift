internal import StewardSyntax

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Scripts as the command line names them.
enum ScriptText {
  static func code(_ text: String) -> SourceText { SourceText(text, name: "-c") }

  /// The script in a file; `-` is standard input.
  ///
  /// - Throws: ``UsageError`` for a file that cannot be read.
  static func file(_ path: String) throws(UsageError) -> SourceText {
    guard path != "-" else { return try standardInput() }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    return try text(of: descriptor, name: path)
  }

  static func standardInput() throws(UsageError) -> SourceText {
    try text(of: STDIN_FILENO, name: "stdin")
  }

  private static func text(
    of descriptor: Int32,
    name: String
  ) throws(UsageError) -> SourceText {
    switch Descriptor.readAll(descriptor) {
    case .failure(let code): throw unreadable(name, code.number)
    case .success(let bytes):
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw UsageError("\(name) is not a text in UTF-8")
      }
      return SourceText(bytes: bytes, name: name)
    }
  }

  private static func unreadable(_ name: String, _ code: Int32) -> UsageError {
    UsageError("cannot read \(name): \(Descriptor.reason(code))")
  }
}
