internal import AdminAPI
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// `steward profile list|show|add|use|remove`: organizations, how they are reached, and what may be
/// done there.
struct ProfileSubcommand {
  enum Action: String, CaseIterable {
    case list, show, add, use, remove
  }

  private let action: Action
  private let words: [String]

  init(_ words: [String]) throws(UsageError) {
    let names = Action.allCases.map(\.rawValue)
    guard let first = words.first else {
      throw UsageError("profile takes one of \(names.joined(separator: ", "))", help: Self.helpLine)
    }
    guard let action = Action(rawValue: first) else {
      let near = Spelling.nearest(first, in: names, synonyms: Self.synonyms)
      throw UsageError(
        "profile has no `\(first)`",
        help: near.map { "did you mean `profile \($0)`?" } ?? Self.helpLine
      )
    }
    self.action = action
    self.words = Array(words.dropFirst())
  }

  private static let helpLine = "`steward help profile` explains"
  private static let synonyms = [
    "ls": ["list"], "get": ["show"], "create": ["add"], "new": ["add"], "set": ["use"],
    "switch": ["use"], "select": ["use"], "rm": ["remove"], "delete": ["remove"],
  ]

  func run(_ run: ScriptRun) throws(UsageError) -> Int32 {
    guard let file = ConfigurationFile(run.console.surroundings) else {
      throw UsageError("there is no folder for profiles", help: "set HOME or XDG_CONFIG_HOME")
    }
    switch action {
    case .list: return try list(file, run)
    case .show: return try show(file, run)
    case .add: return try ProfileAddition(words).run(file, run)
    case .use: return try use(file, run.console)
    case .remove: return try remove(file, run.console)
    }
  }

  // MARK: - Looking

  private func list(_ file: ConfigurationFile, _ run: ScriptRun) throws(UsageError) -> Int32 {
    if let word = words.first { throw UsageError("`\(word)` beside profile list") }
    let configuration = try file.read()
    guard !configuration.profiles.isEmpty else {
      run.console.errors.line("there are no profiles in \(file.shownPath)")
      return ExitStatus.done
    }
    let rows = configuration.profiles.map { profile in
      profile.row(isDefault: profile.name == configuration.standard)
    }
    return run.console.write(.value(.list(ListBox(ContiguousArray(rows)))), run.options)
  }

  private func show(_ file: ConfigurationFile, _ run: ScriptRun) throws(UsageError) -> Int32 {
    guard words.count < 2 else { throw UsageError("`\(words[1])` beside \(words[0])") }
    let profile: Profile
    if let name = words.first {
      let configuration = try file.read()
      guard let found = configuration[name] else {
        throw configuration.unknown(name, in: file.shownPath)
      }
      profile = found
    } else {
      let choice = try ProfileChoice(option: run.options.profile, run.console.surroundings)
      guard let found = choice.profile else {
        throw UsageError("there is no default profile", help: "`steward profile list` lists them")
      }
      profile = found
    }
    var options = run.options
    options.output = options.output ?? (run.console.width == nil ? .ndjson : .yaml)
    return run.console.write(.value(profile.whole), options)
  }

  // MARK: - Changing

  private func use(_ file: ConfigurationFile, _ console: Console) throws(UsageError) -> Int32 {
    var configuration = try file.read()
    let profile = try only(of: configuration, in: file)
    configuration.standard = profile.name
    try file.write(configuration)
    if !console.isQuiet {
      let place = profile.pin.map { ": \($0.description)" } ?? ""
      console.errors.line("\(profile.name) is the default profile\(place)")
    }
    return ExitStatus.done
  }

  private func remove(_ file: ConfigurationFile, _ console: Console) throws(UsageError) -> Int32 {
    var configuration = try file.read()
    let profile = try only(of: configuration, in: file)
    configuration.profiles.removeAll { $0.name == profile.name }
    let wasDefault = configuration.standard == profile.name
    if wasDefault { configuration.standard = nil }
    try file.write(configuration)
    if !console.isQuiet {
      console.errors.line("the profile \(profile.name) is removed")
      if case .file(let path)? = profile.key { console.errors.line("its key is still in \(path)") }
    }
    if wasDefault {
      console.errors.line(
        "it was the default: there is none now (`steward profile use NAME`)",
        .warning
      )
    }
    return ExitStatus.done
  }

  private func only(
    of configuration: Configuration,
    in file: ConfigurationFile
  ) throws(UsageError) -> Profile {
    guard let name = words.first else {
      throw UsageError(
        "profile \(action.rawValue) takes the name of a profile",
        help: Self.helpLine
      )
    }
    guard words.count == 1 else { throw UsageError("`\(words[1])` beside \(name)") }
    guard let profile = configuration[name] else {
      throw configuration.unknown(name, in: file.shownPath)
    }
    return profile
  }
}

extension Profile {
  /// For a table.
  fileprivate func row(isDefault: Bool) -> Value {
    Value(fields: [
      "name": Value(name),
      "default": .bool(isDefault),
      "organization": Value(organizationName ?? organization),
      "mode": Value(mode?.rawValue),
      "key": Value(key?.description),
      "base_url": Value(baseURL),
    ])
  }

  /// All of it, the name first.
  fileprivate var whole: Value {
    guard let record = json.record else { return json }
    let shape = Shape(fields: [Field("name", .any)] + record.shape.fields)
    return .record(Record(shape: shape, values: [Value(name)] + record.values))
  }
}
