internal import AdminAPI
internal import Steward

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// `$XDG_CONFIG_HOME/steward/config.json`, by default below `~/.config`. It holds no key, but says
/// which command is run for one: only its owner may write it.
package struct ConfigurationFile: Sendable {
  package let path: String
  private let home: String?

  /// Nil without a home. Relative paths do not count, as the standard says.
  package init?(_ surroundings: Surroundings) {
    home = surroundings.variable("HOME")
    if let folder = surroundings.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      path = folder + "/steward/config.json"
    } else if let home, home.hasPrefix("/") {
      path = home + "/.config/steward/config.json"
    } else {
      return nil
    }
  }

  /// As messages name it: `~/.config/steward/config.json`.
  package var shownPath: String { HomePath.shortened(path, home: home) }

  var folder: String { String(path.dropLast("/config.json".count)) }

  /// What it says; nothing where it is not there.
  ///
  /// - Throws: ``UsageError`` for a file that cannot be read, that others can write, or that is
  ///   wrong, with the line.
  package func read() throws(UsageError) -> Configuration {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return Configuration() }
      throw UsageError("cannot read \(shownPath): \(Descriptor.reason(code))")
    }
    defer { close(descriptor) }
    try checkOwner(descriptor)
    switch Descriptor.readAll(descriptor) {
    case .failure(let code):
      throw UsageError("cannot read \(shownPath): \(Descriptor.reason(code.number))")
    case .success(let bytes):
      return try ConfigurationReader(bytes, path: shownPath).read()
    }
  }

  /// Writes it whole or not at all, 0600 in a folder 0700.
  func write(_ configuration: Configuration) throws(UsageError) {
    do throws(ClientError) {
      try JournalFolder(folder).prepare()
    } catch {
      throw UsageError(error.message)
    }
    try OwnerFile.replace(target, with: Array(configuration.text.utf8))
  }

  /// Where a link leads: the link stays one.
  private var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func checkOwner(_ descriptor: Int32) throws(UsageError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw UsageError("\(shownPath) is no file")
    }
    guard status.st_uid == geteuid() || status.st_uid == 0 else {
      throw UsageError("\(shownPath) belongs to somebody else: it is not used")
    }
    guard status.st_mode & 0o022 == 0 else {
      throw UsageError(
        "others can write \(shownPath), and it says which commands are run",
        help: "chmod 600 \(shownPath)"
      )
    }
  }
}

/// Paths that begin at somebody's home.
enum HomePath {
  static func shortened(_ path: String, home: String?) -> String {
    guard let home, home.hasPrefix("/"), path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// `~/key` as the path that it means.
  static func expanded(_ path: String, home: String?) -> String {
    guard path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst(1)
  }
}
