#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file with nothing but a key, which only its owner can read.
package struct KeyFile {
  private let path: String
  /// As messages name it.
  private let shown: String

  /// `home`: The folder that messages write as `~`.
  package init(_ path: String, home: String? = nil) {
    self.path = HomePath.expanded(path, home: home)
    shown = HomePath.shortened(self.path, home: home)
  }

  /// - Throws: ``KeyError`` unless it is a file of this user, closed to everybody else, with one line.
  package func read() throws(KeyError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw KeyError("the key file \(shown) cannot be read: \(Descriptor.reason(errno))")
    }
    defer { close(descriptor) }
    try check(descriptor)
    switch Descriptor.readAll(descriptor) {
    case .failure(let code):
      throw KeyError("the key file \(shown) cannot be read: \(Descriptor.reason(code.number))")
    case .success(let bytes): return try KeyText(bytes, from: "the key file \(shown)").key
    }
  }

  private func check(_ descriptor: Int32) throws(KeyError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw KeyError("\(shown) is no file: a key is not read from it")
    }
    guard status.st_uid == geteuid() else {
      throw KeyError("the key file \(shown) belongs to another user: it is not used")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw KeyError(
        "others can read or change the key file \(shown): it is not used",
        help: "chmod 600 \(shown)"
      )
    }
  }
}

/// Why there is no key.
package struct KeyError: Error, Equatable {
  package let message: String
  package let help: String?

  /// Ctrl-C, while a command ran.
  static let cancelled = KeyError("cancelled")

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// What a file or a command gives: a key on one line. What is wrong with it is told without it.
struct KeyText {
  static let maximumCount = 8192

  let key: String

  init(_ bytes: [UInt8], from source: String) throws(KeyError) {
    guard bytes.count <= Self.maximumCount, let text = String(validating: bytes, as: UTF8.self)
    else { throw KeyError("\(source) gives something else than a key") }
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingBlanks }.filter { !$0.isEmpty }
    guard let line = lines.first else { throw KeyError("\(source) gives no key: it is empty") }
    guard lines.count == 1 else {
      throw KeyError(
        "\(source) gives \(lines.count) lines, and a key is one",
        help: "it must be nothing but the key"
      )
    }
    guard line.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw KeyError("\(source) gives something else than a key: it has blanks in it")
    }
    key = line
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
