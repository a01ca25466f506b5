/// Who may call an operation, and in which organizations it is there.
///
/// The facts are those of the API's reference; a server may know better.
public struct Access: Sendable {
  /// What is sent as the caller.
  public enum Caller: String, Sendable {
    /// An Admin API key, `sk-ant-admin…`.
    case adminKey = "admin key"
    /// An OAuth token of an organization admin, `sk-ant-oat…` with the scope `org:admin`.
    case adminToken = "admin token"
    /// A scoped key of a Claude Enterprise organization, `sk-ant-api01-…`.
    case scopedKey = "scoped key"
  }

  /// Where organizations are managed.
  public enum Platform: String, Sendable, CaseIterable {
    case console
    case enterprise
    case aws
  }

  /// Any of these will do.
  public let callers: [Caller]
  /// Of these a scoped key needs one; empty where none is documented.
  public let scopes: [String]
  /// The kinds of organizations that have it.
  public let platforms: [Platform]

  /// Who may call, with which scopes, and where.
  public init(_ callers: [Caller], scopes: [String] = [], on platforms: [Platform]) {
    self.callers = callers
    self.scopes = scopes
    self.platforms = platforms
  }

  /// Says why a credential cannot work; nil if it may.
  package func refusal(of credential: Credential.Kind) -> String? {
    let caller: Caller? =
      switch credential {
      case .adminKey: .adminKey
      case .oauthToken: .adminToken
      case .enterpriseScopedKey: .scopedKey
      case .workspaceKey, .sandboxKey, .unknown: nil
      }
    guard let caller, !callers.contains(caller) else { return nil }
    let needed = callers.map(\.words).joined(separator: " or ")
    return "needs \(needed), and this is \(credential.rawValue)"
  }
}

extension Access.Caller {
  fileprivate var words: String {
    switch self {
    case .adminKey: "an Admin API key"
    case .adminToken: "an OAuth token of an admin (scope org:admin)"
    case .scopedKey: "a scoped key of an Enterprise organization"
    }
  }
}
