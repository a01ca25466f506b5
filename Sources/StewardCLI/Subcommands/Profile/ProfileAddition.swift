internal import AdminAPI
internal import AdminCommands
internal import AdminHTTP
internal import ArgumentParser
internal import Steward
internal import StewardRuntime
internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// `steward profile add NAME …`: makes a profile, after a look at all that can be seen from here.
struct ProfileAddition {
  private let arguments: ProfileArguments
  /// The words behind `--`.
  private let command: [String]?

  init(_ words: [String]) throws(UsageError) {
    let end = words.firstIndex(of: "--")
    command = end.map { Array(words[($0 + 1)...]) }
    do {
      arguments = try ProfileArguments.parse(Array(words[..<(end ?? words.endIndex)]))
    } catch {
      throw UsageError(ProfileArguments.self, error)
    }
  }

  func run(_ file: ConfigurationFile, _ run: ScriptRun) throws(UsageError) -> Int32 {
    guard run.options.sandbox == nil else {
      throw UsageError("a sandbox in this process has no profile")
    }
    var configuration = try file.read()
    guard configuration[arguments.name] == nil || arguments.replace else {
      throw UsageError(
        "there is a profile \(arguments.name) already",
        help: "--replace puts this one in its place"
      )
    }
    var profile = try profile(run)
    if arguments.check {
      do throws(RunError) {
        try fill(&profile, run)
      } catch {
        Reports(run.console.errors, run.options.diagnostics).show(error, .init())
        return ExitStatus.of(error, changesMade: false)
      }
    }
    configuration.set(profile)
    if arguments.default { configuration.standard = profile.name }
    try file.write(configuration)
    if !run.console.isQuiet { tell(profile, configuration, file, run.console) }
    return ExitStatus.done
  }

  // MARK: - What is given

  private func profile(_ run: ScriptRun) throws(UsageError) -> Profile {
    var profile = Profile(name: arguments.name)
    // What is asked now is what is kept.
    let destination = try Destination(option: run.options.baseURL, run.console.surroundings)
    profile.baseURL = destination.source.map { _ in destination.url.text }
    profile.organization = arguments.organization
    profile.mode = arguments.mode
    profile.policy.allow = run.options.allow
    profile.policy.caps = caps(run.options.guards)
    profile.policy.ownDomains =
      arguments.ownDomain.isEmpty ? nil : arguments.ownDomain.map { $0.lowercased() }
    profile.pacing.share = arguments.share
    profile.key = try key(run.console.surroundings)
    let texts = [arguments.organization].compactMap(\.self) + arguments.ownDomain
    if texts.contains(where: KeySearch.looksLikeKey) {
      throw UsageError("an option's value looks like a key: it is not kept", help: KeySearch.help)
    }
    return profile
  }

  /// Of several for one effect the last counts, as on every command line.
  private func caps(_ guards: [ChangePolicy.Cap]) -> [ChangePolicy.Cap] {
    guards.enumerated().filter { index, cap in
      !guards[(index + 1)...].contains { $0.effects == cap.effects }
    }.map(\.element)
  }

  /// A path is kept as it is seen from everywhere.
  private func key(_ surroundings: Surroundings) throws(UsageError) -> KeySource? {
    guard command != nil || arguments.keyFile != nil else { return nil }
    guard command == nil || arguments.keyFile == nil else {
      throw UsageError("a key comes from --key-file or from a command behind --, not from both")
    }
    let path = arguments.keyFile.map { path in
      path.hasPrefix("~/") ? path : WorkingFolder.absolute(path)
    }
    let source = try KeySource.checked(command: command, path: path)
    try look(at: source, home: surroundings.variable("HOME"))
    return source
  }

  /// Whether the file can be used, and whether the program is there. It is not run.
  private func look(at source: KeySource, home: String?) throws(UsageError) {
    switch source {
    case .file(let path):
      do throws(KeyError) {
        let key = try KeyFile(path, home: home).read()
        guard Credential(Secret(key)).kind == .workspaceKey else { return }
        throw KeyError("\(path) holds an ordinary API key (sk-ant-api03-…)", help: adminKeys)
      } catch {
        throw UsageError(error.message, help: error.help)
      }
    case .command(let words):
      let program = HomePath.expanded(words.first ?? "", home: home)
      guard !Self.isThere(program) else { return }
      throw UsageError("there is no program `\(program)`", help: "it is looked for in PATH")
    }
  }

  private var adminKeys: String {
    "the Admin API takes keys that begin with sk-ant-admin"
  }

  private static func isThere(_ program: String) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  // MARK: - What the organization says

  /// - Throws: `declined` for another organization than was given.
  private func fill(_ profile: inout Profile, _ run: ScriptRun) throws(RunError) {
    let organization: Organization
    do throws(UsageError) {
      organization = try Organization(run.options, run.console, ProfileChoice(checking: profile))
    } catch {
      throw RunError(.invalid, error.message, help: error.help)
    }
    let object = try organization.client().organizationObject().record
    let (id, name) = (object?["id"]?.string, object?["name"]?.string)
    try profile.pin?.check(id: id, name: name)
    profile.organization = id ?? profile.organization
    profile.organizationName = name
  }

  private func tell(
    _ profile: Profile,
    _ configuration: Configuration,
    _ file: ConfigurationFile,
    _ console: Console
  ) {
    console.errors.line("the profile \(profile.name) is in \(file.shownPath)")
    if let pin = profile.pin {
      console.errors.line("it is for \(pin.description) and no other organization")
    } else {
      console.errors.line(
        "nothing holds it to one organization: --check or --organization ID does",
        .warning
      )
    }
    if profile.key == nil {
      console.errors.line("its key comes from the environment")
    }
    if configuration.standard == nil {
      console.errors.line("`steward profile use \(profile.name)` makes it the default")
    }
  }
}

extension ProfileChoice {
  /// For a profile that is being made: as if it were named, whatever the environment says.
  fileprivate init(checking profile: Profile) {
    self.init(profile: profile, source: .option, names: [profile.name], path: nil)
  }
}
