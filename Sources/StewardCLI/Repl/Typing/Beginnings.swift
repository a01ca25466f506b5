internal import LineEditing
internal import Steward
internal import StewardSyntax

/// What is grammar and no command.
enum Beginnings {
  static func candidates(behindPipe: Bool) -> [Candidate] {
    behindPipe
      ? QueryVerb.allCases.map { Candidate($0.rawValue, description: $0.summary) }
      : directives + PrefixPage.all.map { Candidate($0.name, description: $0.summary) } + keywords
  }

  private static let directives = ReplDirective.all.map {
    Candidate($0.name, description: $0.summary)
  }

  private static let keywords = StatementPage.all.filter(\.begins)
    .map { Candidate($0.name, description: $0.summary) }
}

/// What stands behind the words for the prompt itself.
enum DirectiveWords {
  static let timing = ["on", "off"].map { Candidate($0) }

  static let modes = [
    Candidate(ChangeMode.readOnly.rawValue, description: "Changes are refused"),
    Candidate(ChangeMode.dryRun.rawValue, description: "Changes are shown, not made"),
    Candidate(ChangeMode.live.rawValue, description: "Changes are made"),
  ]
}
