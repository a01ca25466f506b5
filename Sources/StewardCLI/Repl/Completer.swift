package import LineEditing
internal import Steward
package import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What Tab offers: words of commands, flags and their values, variables. All of it comes from the
/// vocabulary; nothing is asked of anybody.
package struct Completer {
  private let vocabulary: Vocabulary

  package init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package func completion(
    of text: String,
    at offset: Int,
    variables: [String] = []
  ) -> Completion {
    guard let place = CompletionPlace(text, at: offset) else { return .none }
    let candidates = candidates(at: place, variables)
      .filter { $0.text.hasPrefix(place.partial) && $0.text != place.partial }
    return Completion(replacing: place.start..<offset, with: candidates)
  }

  private func candidates(at place: CompletionPlace, _ variables: [String]) -> [Candidate] {
    if place.partial.hasPrefix("$") { return variables.sorted().map { Candidate("$\($0)") } }
    var words = place.words
    // Behind `explain` stands what stands at the beginning.
    if let first = words.first, PrefixPage.all.contains(where: { $0.name == first }) {
      words.removeFirst()
    }
    switch words.first {
    case "mode": return words.count > 1 ? [] : ChangeMode.allCases.map { Candidate($0.rawValue) }
    case "help", "example": return topics(behind: Array(words.dropFirst()))
    default: break
    }
    if let command = command(words), let values = values(at: place, of: command) { return values }
    let names = names(behind: words, commands(at: place))
    let flags = command(words).map { self.flags(of: $0, at: place) } ?? []
    return (words.isEmpty ? beginnings(at: place) : []) + names + flags
  }

  // MARK: - Names

  /// What `help` explains: its own topics beside the commands.
  private func topics(behind words: [String]) -> [Candidate] {
    if words == ["how"] { return HelpTask.all.map { Candidate($0.name, description: $0.question) } }
    let topics = words.isEmpty ? HelpTopic.all.map { Candidate($0.name) } : []
    return topics + names(behind: words, vocabulary.commands)
  }

  /// Commands that can stand here.
  private func commands(at place: CompletionPlace) -> [Command] {
    vocabulary.commands.filter { command in
      switch command.input {
      case .none: !place.isBehindPipe
      case .rows, .value: place.isBehindPipe
      case .optionalValue: true
      }
    }
  }

  /// The next word of each command that begins with these.
  private func names(behind words: [String], _ commands: [Command]) -> [Candidate] {
    var found: [(word: String, commands: [Command])] = []
    for command in commands where command.words.starts(with: words) {
      guard let word = command.words.dropFirst(words.count).first else { continue }
      if let index = found.firstIndex(where: { $0.word == word }) {
        found[index].commands.append(command)
      } else {
        found.append((word, [command]))
      }
    }
    return found.map { Candidate($0.word, description: Self.description($0.commands, words)) }
  }

  /// A command's summary, or the words that may follow.
  private static func description(_ commands: [Command], _ words: [String]) -> String {
    if let command = commands.first, command.words.count == words.count + 1 {
      return command.summary
    }
    let next = commands.compactMap { $0.words.dropFirst(words.count + 1).first }
    var seen: Set<String> = []
    return next.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }

  /// What is grammar and no command.
  private func beginnings(at place: CompletionPlace) -> [Candidate] {
    if place.isBehindPipe {
      return QueryVerb.allCases.map { Candidate($0.rawValue, description: $0.summary) }
    }
    return ReplDirective.names.map { Candidate($0) }
      + PrefixPage.all.map { Candidate($0.name, description: $0.summary) }
      + ["let", "mut", "for", "if", "match", "try", "def"].map { Candidate($0) }
  }

  // MARK: - Arguments

  /// The command with the most words of these.
  private func command(_ words: [String]) -> Command? {
    vocabulary.commands.filter { words.starts(with: $0.words) }
      .max { $0.words.count < $1.words.count }
  }

  private func flags(of command: Command, at place: CompletionPlace) -> [Candidate] {
    let given = Set(place.parts.filter { $0.kind == .flag }.map(\.text))
    return command.parameters.filter { $0.style == .flag || $0.style == .toggle }
      .map { Candidate("--\($0.name)", description: $0.summary) }
      .filter { !given.contains($0.text) }
  }

  /// The values of the flag before the cursor; nil if it takes no value, or none that is known.
  private func values(at place: CompletionPlace, of command: Command) -> [Candidate]? {
    guard let name = place.flagAwaitingValue,
      let parameter = command.parameters.first(where: { $0.name == name && $0.style == .flag })
    else { return nil }
    let type = parameter.type.unwrapped
    guard case .oneOf(let enumeration) = (type.element ?? type).unwrapped else { return [] }
    return enumeration.values.map { Candidate($0) }
  }
}
