/// A command line in which everything that belongs together is one word, so that a value can never
/// be taken for an option, whatever a shell variable held.
package struct JoinedArguments: Equatable {
  /// Up to `--`.
  package private(set) var words: [String] = []
  /// Behind `--`: words that are never options or flags.
  package private(set) var literals: [String] = []

  /// `--sandbox` with a list of no settings: the next word is not its own.
  private static let plainSandbox = "--sandbox=,"

  /// - Throws: ``UsageError`` for `--arg` without its two words, and for a key on the command line.
  package init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--":
        literals = Array(rest)
        return
      case "--sandbox", "--sandbox=": words.append(Self.plainSandbox)
      case "--arg": words.append("--arg=" + (try Self.binding(&rest)))
      case "-c":
        guard !words.contains("-c") else {
          throw UsageError("-c is given twice", help: "one text has several lines, or `;`")
        }
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
