/// Which profile is used, and who said so.
package struct ProfileChoice: Sendable {
  package enum Source: String, Sendable {
    case option = "--profile"
    case variable = "STEWARD_PROFILE"
    case standard = "the default"
  }

  /// Nil where nobody names one and there is no default.
  package let profile: Profile?
  package let source: Source
  /// The names of all profiles.
  package let names: [String]
  /// As messages name the file; nil where there can be none.
  package let path: String?

  /// True for one that was named for this run: its key goes before those of the environment.
  package var isNamed: Bool { profile != nil && source != .standard }

  /// Chooses from the configuration of these surroundings.
  ///
  /// - Throws: ``UsageError`` for a profile that is not there, and a configuration that is wrong.
  package init(option: String?, _ surroundings: Surroundings) throws(UsageError) {
    let file = ConfigurationFile(surroundings)
    let configuration = try file?.read() ?? Configuration()
    try self.init(option: option, surroundings, configuration, path: file?.shownPath)
  }

  package init(
    option: String?,
    _ surroundings: Surroundings,
    _ configuration: Configuration,
    path: String?
  ) throws(UsageError) {
    let variable = surroundings.variable(Source.variable.rawValue)
    source = option != nil ? .option : variable != nil ? .variable : .standard
    names = configuration.profiles.map(\.name)
    self.path = path
    guard let name = option ?? variable ?? configuration.standard else {
      profile = nil
      return
    }
    guard let found = configuration[name] else {
      let error = configuration.unknown(name, in: path ?? "a folder: HOME is not set")
      throw UsageError("\(source.rawValue): \(error.message)", help: error.help)
    }
    profile = found
  }

  init(profile: Profile?, source: Source, names: [String], path: String?) {
    self.profile = profile
    self.source = source
    self.names = names
    self.path = path
  }

  /// For a sandbox in this process.
  static let none = ProfileChoice(profile: nil, source: .standard, names: [], path: nil)
}
