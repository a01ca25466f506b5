internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax

/// What `help` explains.
struct HelpCandidates {
  private let index: CommandIndex

  init(_ index: CommandIndex) { self.index = index }

  func topics(behind words: [String], _ typed: TypedPlace) -> [Candidate] {
    if words == ["how"] {
      return HelpTask.all.map { Candidate($0.name, description: $0.question) }
    }
    let topics = HelpTopic.all.map { $0.name.split(separator: " ").map(String.init) }
    let own = topics.filter { $0.count == words.count + 1 && $0.starts(with: words) }
      .compactMap { $0.last }.map { Candidate($0) }
    let commands = NamedCommand.next(behind: words, index.commands.map { NamedCommand($0) })
    // There are many of these; they are offered once one of them is meant.
    let further = words.isEmpty && !typed.partial.isEmpty ? others : []
    let taken = Set(own.map(\.text))
    return own + (commands + further).filter { !taken.contains($0.text) }
  }

  private var others: [Candidate] {
    QueryVerb.allCases.map { Candidate($0.rawValue, description: $0.summary) }
      + StatementPage.all.map { Candidate($0.name, description: $0.summary) }
      + PrefixPage.all.map { Candidate($0.name, description: $0.summary) }
      + index.vocabulary.functions.map { Candidate($0.name, description: $0.summary) }
      + ErrorCode.all.map { Candidate($0.code, description: $0.title) }
  }
}
