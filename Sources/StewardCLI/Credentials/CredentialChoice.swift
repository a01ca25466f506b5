package import AdminAPI
internal import AdminCommands
package import StewardRuntime
internal import StewardValues

/// From where the key comes, and from where it does not.
package struct CredentialChoice {
  package enum Chosen {
    case variable(String, Credential)
    case profile(Profile, KeySource)
  }

  package let chosen: Chosen?
  /// What could give one and is not used, each with the reason.
  package let ignored: [(source: String, reason: String)]
  private let profiles: ProfileChoice
  private let home: String?

  /// For the Admin API, the first that is set.
  private static let keyVariables = ["ANTHROPIC_ADMIN_KEY", "ANTHROPIC_ADMIN_API_KEY"]
  private static let tokenVariable = "ANTHROPIC_AUTH_TOKEN"
  private static let workspaceKeyVariable = "ANTHROPIC_API_KEY"

  /// In this order: the profile that was named for this run, a key, a token, the default profile.
  ///
  /// - Throws: ``UsageError`` if two variables hold different keys: nobody can tell which is meant.
  package init(_ surroundings: Surroundings, _ profiles: ProfileChoice) throws(UsageError) {
    self.profiles = profiles
    home = surroundings.variable("HOME")
    let inProfile = profiles.profile.flatMap { profile in
      profile.key.map { Chosen.profile(profile, $0) }
    }
    let named = profiles.isNamed ? inProfile : nil
    let inEnvironment = try Self.environment(surroundings, isNeeded: named == nil)
    chosen = named ?? inEnvironment ?? inProfile
    ignored = Self.ignored(surroundings, chosen: chosen, inProfile)
  }

  private static func environment(
    _ surroundings: Surroundings,
    isNeeded: Bool
  ) throws(UsageError) -> Chosen? {
    let keys = keyVariables.compactMap { name in
      surroundings.variable(name).map { (variable: name, text: $0) }
    }
    if isNeeded, let first = keys.first, let other = keys.first(where: { $0.text != first.text }) {
      throw UsageError(
        "\(first.variable) and \(other.variable) hold different keys",
        help: "unset one of them, or name a profile: --profile NAME"
      )
    }
    if let key = keys.first { return .variable(key.variable, Credential(Secret(key.text))) }
    guard let token = surroundings.variable(tokenVariable), isUsable(token) else { return nil }
    return .variable(tokenVariable, Credential(Secret(token)))
  }

  private static func isUsable(_ token: String) -> Bool { token.hasPrefix("sk-ant-oat") }

  private static func ignored(
    _ surroundings: Surroundings,
    chosen: Chosen?,
    _ inProfile: Chosen?
  ) -> [(source: String, reason: String)] {
    var ignored: [(source: String, reason: String)] = []
    var winner: String?
    switch chosen {
    case .variable(let name, _)?: winner = name
    case .profile(let profile, _)?: winner = "the profile \(profile.name)"
    case nil: break
    }
    for name in keyVariables where surroundings.variable(name) != nil && name != winner {
      // Of two with the same key the first is named.
      if case .profile? = chosen { ignored.append((name, "\(winner ?? "a profile") goes first")) }
    }
    if let token = surroundings.variable(tokenVariable), tokenVariable != winner {
      let reason = isUsable(token) ? nil : "it does not begin with sk-ant-oat"
      ignored.append((tokenVariable, reason ?? "\(winner ?? "a key") goes first"))
    }
    if surroundings.variable(workspaceKeyVariable) != nil {
      ignored.append((workspaceKeyVariable, "it is for the model API"))
    }
    if case .variable? = chosen, case .profile(let profile, let key)? = inProfile {
      ignored.append(("the profile \(profile.name)'s \(key.description)", "a variable goes first"))
    }
    return ignored
  }

  /// Who gives the key, as messages name it.
  package var source: String? {
    switch chosen {
    case .variable(let name, _)?: name
    case .profile(let profile, let key)?: "the profile \(profile.name) (\(key.description))"
    case nil: nil
    }
  }

  /// The credential for a live organization; a profile's command is run for it.
  ///
  /// - Throws: `auth` if there is none, or only a key that the Admin API never takes.
  package func credential() throws(RunError) -> Credential { try credential(stop: nil) }

  func credential(stop: NotificationPipe?) throws(RunError) -> Credential {
    guard let chosen, let source else { throw missing }
    let credential = try read(chosen, stop)
    guard credential.kind != .workspaceKey else {
      throw RunError(
        .auth,
        "\(source) holds an ordinary API key (sk-ant-api03-…): nothing was sent",
        help: "the Admin API takes keys that begin with sk-ant-admin; an admin makes one in the "
          + "Console under Settings → Admin keys"
      )
    }
    return credential
  }

  private func read(_ chosen: Chosen, _ stop: NotificationPipe?) throws(RunError) -> Credential {
    switch chosen {
    case .variable(_, let credential): return credential
    case .profile(let profile, let key):
      do throws(KeyError) {
        return Credential(Secret(try key.read(home: home, stop: stop)))
      } catch {
        guard error != .cancelled else { throw RunError(.cancelled, "cancelled") }
        throw RunError(.auth, "the profile \(profile.name): \(error.message)", help: error.help)
      }
    }
  }

  /// Names the ways to go on.
  private var missing: RunError {
    let profile: String
    if let chosen = profiles.profile {
      profile = "give the profile \(chosen.name) a key (`steward help profile`)"
    } else if let first = profiles.names.first {
      let all =
        profiles.names.count == 1 ? "" : " (there are: \(profiles.names.joined(separator: ", ")))"
      profile = "use a profile: --profile \(first)\(all)"
    } else {
      profile = "make a profile (`steward help profile`)"
    }
    return RunError(
      RunError.missingCredential.kind,
      RunError.missingCredential.message,
      help: "set ANTHROPIC_ADMIN_KEY (made in the Console under Settings → Admin keys), "
        + "\(profile), or try `--sandbox`: a local organization that needs no key"
    )
  }
}

extension KeySource {
  /// The key itself.
  func read(home: String?, stop: NotificationPipe?) throws(KeyError) -> String {
    switch self {
    case .file(let path): return try KeyFile(path, home: home).read()
    case .command(var words):
      words[0] = HomePath.expanded(words[0], home: home)
      return try KeyCommand(words, stop: stop).run()
    }
  }
}
