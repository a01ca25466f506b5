extension KeySource {
  /// One of the two, if it means the same from whatever folder steward is started.
  ///
  /// - Throws: ``UsageError`` for what depends on the working directory, and for what looks like a
  ///   key itself.
  static func checked(command: [String]?, path: String?) throws(UsageError) -> KeySource {
    if let word = ((command ?? []) + [path].compactMap(\.self)).first(where: KeySearch.looksLikeKey)
    {
      throw UsageError(
        "a word of \(word.utf8.count) bytes looks like a key: it is not kept",
        help: "\(KeySearch.help); other users may have seen this one: disable it"
      )
    }
    if let path {
      guard isFixed(path) else {
        throw UsageError("the path of a key file begins with `/` or `~/`, not `\(path)`")
      }
      return .file(path)
    }
    guard let command, let program = command.first else {
      throw UsageError("the command that gives the key has no words")
    }
    guard isFixed(program) || !program.contains("/") else {
      throw UsageError(
        "`\(program)` is another program in every folder",
        help: "its path begins with `/` or `~/`, or it is a name that is found in PATH"
      )
    }
    return .command(command)
  }

  private static func isFixed(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix("~/")
  }
}
