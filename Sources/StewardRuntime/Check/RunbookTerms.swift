public import StewardSyntax
public import StewardValues

/// What the `runbook` header of a script says: its title, what it must be given, and how far it goes.
public struct RunbookTerms: Sendable {
  /// What the runbook is for.
  public let title: String
  /// What a run is given, in the order of the header.
  public let parameters: [RunbookParameter]
  /// `guard destroy <= 1`: refused as a whole above that.
  public let guards: [Guard]
  /// The id or name of the one organization that it is for.
  public let organization: String?

  /// How many changes with one effect a run may make.
  public struct Guard: Sendable {
    /// What is counted.
    public let effect: Effects
    /// How many at most.
    public let limit: Int
    /// Where the header says so.
    public let range: SourceRange

    package init(effect: Effects, limit: Int, range: SourceRange) {
      self.effect = effect
      self.limit = limit
      self.range = range
    }
  }

  /// How the file is called with its parameters: `offboard.steward --email STRING`.
  package func usage(_ file: String) -> String {
    CommandUsage.line(file, parameters.filter { !$0.isSecret }.map(\.asFlag))
  }
}

/// One parameter of a runbook: on the command line a flag, in the script a variable.
public struct RunbookParameter: Sendable {
  /// As the flag is written, without dashes: `older-than` for `older_than`.
  public let name: String
  /// What a value of it must be.
  public let type: DataType
  /// From the `##` lines above it.
  public let summary: String
  /// False where it has a default, or may be null.
  public let isRequired: Bool
  /// Where the header declares it.
  public let range: SourceRange
  /// Where the script finds it.
  let slot: Int
  let names: NameLookup

  /// True for what nobody may see: it is not given on the command line, which others can read.
  package var isSecret: Bool { type.holdsSecret }

  /// The parameter as a flag of a command, for usage lines and help.
  package var asFlag: CommandParameter {
    CommandParameter(name, .flag, type, required: isRequired, summary)
  }

  /// A value from text, as the command line and a prompt give it.
  package func value(of text: String) -> Result<Value, RunError> {
    WordReader.value(of: text, as: type, isBare: true)
      .mapError { RunError(.invalid, "`--\(name)` \($0.message)", help: $0.hint) }
      .flatMap(withKnownNames)
  }

  /// The value again, or what is wrong with an id or name in it.
  private func withKnownNames(_ value: Value) -> Result<Value, RunError> {
    guard let resource = type.resourceOfNames ?? type.resourceOfIDs else { return .success(value) }
    let texts = value.list?.compactMap(\.string) ?? [value.string].compactMap(\.self)
    guard let mistake = texts.lazy.compactMap({ names.mistake($0, resource) }).first else {
      return .success(value)
    }
    return .failure(RunError(.invalid, "`--\(name)` \(mistake)"))
  }

  /// A value from data, as a file of parameters gives it.
  package func value(of given: Value) -> Result<Value, RunError> {
    if let text = given.string { return value(of: text) }
    return Conversion.convert(given, to: type).mapError { problem in
      RunError(.type, "`\(name)` \(problem.message)", help: problem.help)
    }
  }
}
