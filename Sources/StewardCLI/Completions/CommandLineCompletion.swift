internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What can stand at the end of a command line. All of it comes from the tables that the command
/// line is read by, and nothing is sent.
package struct CommandLineCompletion {
  /// In the order in which they are shown; each begins as the last word does.
  package private(set) var offers: [CompletionOffer] = []
  /// Files that the shell is to offer too.
  package private(set) var files: CompletionFiles?

  private let sources: CompletionSources
  private let partial: String
  private let global = CommandLineOption.ofProgram

  /// `words`: Those behind `steward`; the last is the one that is being typed, and may be empty.
  package init(_ words: [String], _ sources: CompletionSources = CompletionSources()) {
    self.sources = sources
    partial = words.last ?? ""
    complete(CommandLineScan(words.dropLast(), global))
    let partial = partial
    offers = offers.filter { $0.text.hasPrefix(partial) }
  }

  private mutating func complete(_ scan: CommandLineScan) {
    guard !scan.isBehindDashes else { return }
    if let option = scan.awaiting { return offerValues(of: option) }
    if offerAttachedValue(global) { return }
    switch scan.words.first {
    case nil: offerBeginnings()
    case let word? where Subcommand(rawValue: word) != nil:
      complete(Subcommand(rawValue: word) ?? .help, Array(scan.words.dropFirst()))
    case let word? where ParsedArguments.isFile(word):
      completeRunbook(word, Array(scan.words.dropFirst()))
    default: offers += LanguageCompletion.offers(scan.words, partial)
    }
    if partial.hasPrefix("-") { offers += Self.offers(for: global, without: scan.given) }
  }

  private mutating func offerBeginnings() {
    guard !partial.hasPrefix("-") else { return }
    offers += Subcommand.allCases.map { subcommand in
      let topic = HelpTopic.all.first { $0.name == subcommand.rawValue }
      return CompletionOffer(subcommand.rawValue, topic?.page(.program).summary ?? "")
    }
    let names = Set(offers.map(\.text))
    offers += LanguageCompletion.beginnings(partial).filter { !names.contains($0.text) }
    files = .scripts
  }

  // MARK: - Subcommands

  private mutating func complete(_ subcommand: Subcommand, _ words: [String]) {
    let name = subcommand.rawValue
    var page = HelpTopic.all.first { $0.name == name }?.page(.program)
    if subcommand == .profile, let verb = words.first {
      page = HelpTopic.all.first { $0.name == "\(name) \(verb)" }?.page(.program) ?? page
    }
    let options = page.map(CommandLineOption.of) ?? []
    if offerAttachedValue(options) { return }
    let scan = CommandLineScan(words[...], options)
    if let option = scan.awaiting { return offerValues(of: option) }
    if partial.hasPrefix("-") { offers += Self.offers(for: options, without: scan.given) }
    offerArguments(of: subcommand, scan.words)
  }

  private mutating func offerArguments(of subcommand: Subcommand, _ words: [String]) {
    switch subcommand {
    case .run, .plan:
      guard let file = words.first else { return files = .scripts }
      completeRunbook(file, Array(words.dropFirst()))
    case .check, .fmt: files = .scripts
    case .apply: files = words.isEmpty ? .files : nil
    case .show, .resume, .undo:
      if words.isEmpty { offers += sources.runs().map { CompletionOffer($0) } }
    case .help: offers += LanguageCompletion.offers([subcommand.rawValue] + words, partial)
    case .profile: offerProfileWords(words)
    case .completions:
      if words.isEmpty { offers += Shell.allCases.map { CompletionOffer($0.rawValue) } }
    case .runs, .sandbox, .doctor: break
    }
  }

  private mutating func offerProfileWords(_ words: [String]) {
    guard let verb = words.first else {
      let pages = HelpTopic.all.filter { $0.name.hasPrefix("profile ") }
      offers += pages.map {
        CompletionOffer(String($0.name.dropFirst("profile ".count)), $0.page(.program).summary)
      }
      return
    }
    guard words.count == 1, ["show", "use", "remove"].contains(verb) else { return }
    offers += sources.profiles().map { CompletionOffer($0) }
  }

  // MARK: - Runbooks

  private mutating func completeRunbook(_ file: String, _ words: [String]) {
    let parameters = sources.parameters(file)
    let flags = parameters.map { parameter in
      let value = parameter.type.unwrapped.isSwitch ? "" : " VALUE"
      return CommandLineOption(HelpTerm("--\(parameter.name)\(value)", parameter.summary))
    }
    let params = CommandLineOption(HelpTerm("--params FILE", "Parameters in a JSON file"))
    let options = flags + [params]
    let scan = CommandLineScan(words[...], options)
    let isAttached = partial.contains("=")
    let name = isAttached ? String(partial.prefix { $0 != "=" }) : scan.awaiting?.longName
    if let name, let parameter = parameters.first(where: { "--\($0.name)" == name }) {
      let prefix = isAttached ? name + "=" : ""
      offers += LanguageCompletion.values(of: parameter.type).map { CompletionOffer(prefix + $0) }
    } else if scan.awaiting != nil {
      files = .files
    } else {
      let given = scan.given
      offers += Self.offers(for: parameters.isEmpty ? [] : options, without: given)
    }
  }

  // MARK: - Options

  private static func offers(
    for options: [CommandLineOption],
    without given: Set<String>
  ) -> [CompletionOffer] {
    options.filter { given.isDisjoint(with: $0.names) }.map {
      CompletionOffer($0.longName, $0.meaning)
    }
  }

  /// `--output=js`: false for anything else.
  private mutating func offerAttachedValue(_ options: [CommandLineOption]) -> Bool {
    guard partial.hasPrefix("--"), partial.contains("="),
      let option = options.first(where: { $0.isNamed(by: partial) })
    else { return false }
    offerValues(of: option, prefix: option.longName + "=")
    return true
  }

  private mutating func offerValues(of option: CommandLineOption, prefix: String = "") {
    switch OptionValueKind(option) {
    case .words(let words):
      offers += words.map { CompletionOffer(prefix + $0.text, $0.meaning) }
    case .list(let words):
      let written = partial.dropFirst(prefix.count)
      let before = written.lastIndex(of: ",").map { String(written[...$0]) } ?? ""
      let given = Set(before.split(separator: ",").map(String.init))
      offers += words.filter { !given.contains($0.text) }.map {
        CompletionOffer(prefix + before + $0.text, $0.meaning)
      }
    case .profiles: offers += sources.profiles().map { CompletionOffer(prefix + $0) }
    case .files(let kind): files = kind
    case .unknown: break
    }
  }
}

extension DataType {
  /// Whether a flag of it needs no value.
  fileprivate var isSwitch: Bool { if case .bool = self { true } else { false } }
}

/// The words before the last one, without the options among them.
struct CommandLineScan {
  private(set) var words: [String] = []
  /// The options that were there.
  private(set) var given: Set<String> = []
  /// The option whose value comes next.
  private(set) var awaiting: CommandLineOption?
  /// Behind `--` nothing is known.
  private(set) var isBehindDashes = false

  init(_ before: ArraySlice<String>, _ options: [CommandLineOption]) {
    var rest = before
    while let word = rest.popFirst() {
      guard word != "--" else {
        isBehindDashes = true
        return
      }
      guard word.hasPrefix("-"), let option = options.first(where: { $0.isNamed(by: word) }) else {
        words.append(word)
        continue
      }
      given.formUnion(option.names)
      guard !word.contains("=") else { continue }
      for _ in 0..<option.valueCount where rest.popFirst() == nil { awaiting = option }
    }
  }
}
