/// An option of one subcommand, declared once: for the reader of words and for the help.
struct OwnOption: Sendable {
  /// Without dashes.
  let name: String
  /// What its value is, in capitals; nil for an option without one.
  let value: String?
  let meaning: String

  init(_ name: String, _ value: String? = nil, _ meaning: String) {
    self.name = name
    self.value = value
    self.meaning = meaning
  }

  var term: HelpTerm { HelpTerm("--\(name)\(value.map { " \($0)" } ?? "")", meaning) }
}

/// The options of a subcommand whose other words are a runbook's.
struct OwnOptions {
  private(set) var values: [String: [String]] = [:]
  private(set) var flags: Set<String> = []
  /// What is left.
  private(set) var words: [String] = []

  /// - Throws: ``UsageError`` for an option without its value.
  init(_ words: [String], _ options: [OwnOption] = []) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = word.hasPrefix("--") ? String(parts[0].dropFirst(2)) : ""
      switch options.first(where: { $0.name == name }) {
      case let option? where option.value != nil:
        guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
          throw UsageError("--\(name) needs a value")
        }
        values[name, default: []].append(value)
      case .some where parts.count == 1: flags.insert(name)
      default: self.words.append(word)
      }
    }
  }

  func value(_ name: String) -> String? { values[name]?.last }

  /// The only word that is left.
  func only(_ what: String, of subcommand: String) throws(UsageError) -> String {
    if let option = words.first(where: { $0.hasPrefix("--") }) {
      throw UsageError("`\(option)` is no option of \(subcommand)")
    }
    guard let word = words.first else { throw UsageError("\(subcommand) takes \(what)") }
    guard words.count == 1 else { throw UsageError("`\(words[1])` beside \(word)") }
    return word
  }

  /// The help page of a subcommand.
  static func page(
    _ name: String,
    _ summary: String,
    usage: [String],
    options: [OwnOption] = [],
    about: String,
    examples: [String]
  ) -> HelpPage {
    let terms = options.map(\.term)
    let listed = terms.isEmpty ? [] : [HelpSection("options", [.terms(terms)])]
    return HelpPage(
      .topic,
      name,
      summary,
      [HelpSection("usage", [.usage(["steward \(name)"] + usage)])] + listed
        + [HelpSection(nil, [.paragraph(about)]), HelpSection("examples", [.code(examples)])]
    )
  }
}
