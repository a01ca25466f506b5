/// The options of a subcommand whose other words are a runbook's.
struct OwnOptions {
  private(set) var values: [String: [String]] = [:]
  private(set) var flags: Set<String> = []
  /// What is left.
  private(set) var words: [String] = []

  /// `valued`: Names of options with a value, without dashes.
  /// `plain`: Names of options without one.
  /// - Throws: ``UsageError`` for an option without its value.
  init(_ words: [String], valued: [String] = [], plain: [String] = []) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = word.hasPrefix("--") ? String(parts[0].dropFirst(2)) : ""
      if plain.contains(word.hasPrefix("--") ? String(word.dropFirst(2)) : "") {
        flags.insert(name)
      } else if valued.contains(name) {
        guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
          throw UsageError("--\(name) needs a value")
        }
        values[name, default: []].append(value)
      } else {
        self.words.append(word)
      }
    }
  }

  func value(_ name: String) -> String? { values[name]?.last }

  /// The only word that is left.
  func only(_ what: String, of subcommand: String) throws(UsageError) -> String {
    guard let word = words.first else { throw UsageError("\(subcommand) takes \(what)") }
    guard words.count == 1 else { throw UsageError("`\(words[1])` beside \(word)") }
    return word
  }
}
