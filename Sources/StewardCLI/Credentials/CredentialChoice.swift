package import AdminAPI
internal import AdminCommands
package import StewardRuntime
internal import StewardValues

/// Which credential of the environment is used, and which are not.
package struct CredentialChoice {
  /// The credential, and the variable that it came from.
  package let chosen: (credential: Credential, variable: String)?
  /// Variables that are set and not used, each with the reason.
  package let ignored: [(variable: String, reason: String)]

  /// For the Admin API, the first that is set.
  private static let keyVariables = ["ANTHROPIC_ADMIN_KEY", "ANTHROPIC_ADMIN_API_KEY"]
  private static let tokenVariable = "ANTHROPIC_AUTH_TOKEN"
  private static let workspaceKeyVariable = "ANTHROPIC_API_KEY"

  /// - Throws: ``UsageError`` if two variables hold different keys: nobody can tell which is meant.
  package init(_ surroundings: Surroundings) throws(UsageError) {
    let keys = Self.keyVariables.compactMap { name in
      surroundings.variable(name).map { (variable: name, text: $0) }
    }
    if let first = keys.first, let other = keys.first(where: { $0.text != first.text }) {
      throw UsageError(
        "\(first.variable) and \(other.variable) hold different keys",
        help: "unset one of them"
      )
    }
    let token = surroundings.variable(Self.tokenVariable)
    let isUsable = token?.hasPrefix("sk-ant-oat") ?? false
    if let key = keys.first {
      chosen = (Credential(Secret(key.text)), key.variable)
    } else if let token, isUsable {
      chosen = (Credential(Secret(token)), Self.tokenVariable)
    } else {
      chosen = nil
    }
    var ignored: [(variable: String, reason: String)] = []
    if token != nil, !isUsable {
      ignored.append((Self.tokenVariable, "it does not begin with sk-ant-oat"))
    } else if token != nil, !keys.isEmpty {
      ignored.append((Self.tokenVariable, "a key goes first"))
    }
    if surroundings.variable(Self.workspaceKeyVariable) != nil {
      ignored.append((Self.workspaceKeyVariable, "it is for the model API"))
    }
    self.ignored = ignored
  }

  /// The credential for a live organization.
  ///
  /// - Throws: `auth` if there is none, or only a key that the Admin API never takes.
  package func credential() throws(RunError) -> Credential {
    guard let (credential, variable) = chosen else { throw RunError.missingCredential }
    guard credential.kind != .workspaceKey else {
      throw RunError(
        .auth,
        "\(variable) holds an ordinary API key (sk-ant-api03-…): nothing was sent",
        help: "the Admin API takes keys that begin with sk-ant-admin; an admin makes one in the "
          + "Console under Settings → Admin keys"
      )
    }
    return credential
  }
}
