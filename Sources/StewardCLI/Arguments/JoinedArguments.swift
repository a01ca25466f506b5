/// A command line in which everything that belongs together is one word, so that a value can never
/// be taken for an option, whatever a shell variable held.
struct JoinedArguments: Equatable {
  /// Up to `--`.
  var words: [String] = []
  /// Behind `--`: words that are never options or flags.
  var literals: [String] = []

  /// - Throws: ``UsageError`` for `--arg` without its two words, and for a key on the command line.
  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--":
        literals = Array(rest)
        return
      // What stands alone has no value: the next word is not its own. A comma alone separates no
      // settings, and the parser of arguments wants some value.
      case "--sandbox": words.append("--sandbox=,")
      case "--arg": words.append("--arg=" + (try Self.binding(&rest)))
      case "-c":
        words.append(word)
        if let code = rest.popFirst() { words.append(code) }
      case _ where word == "--api-key" || word.hasPrefix("--api-key="):
        throw UsageError(
          "there is no --api-key: other users of this machine would see the key",
          help: "set ANTHROPIC_ADMIN_KEY in the environment"
        )
      default: words.append(word)
      }
    }
  }

  private static func binding(_ rest: inout ArraySlice<String>) throws(UsageError) -> String {
    guard let name = rest.popFirst(), let value = rest.popFirst() else {
      throw UsageError("--arg takes a name and a value", help: "--arg email jane@acme.example")
    }
    return "\(name)=\(value)"
  }
}
