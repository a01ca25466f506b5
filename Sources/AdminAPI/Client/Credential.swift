public import StewardValues

/// What identifies the caller. It prints as dots wherever it is shown.
public struct Credential: Sendable, CustomStringConvertible, CustomReflectable {
  /// Told by the first letters.
  public enum Kind: String, Sendable {
    /// `sk-ant-admin01-…`, made in the Console.
    case adminKey = "an Admin API key"
    /// `sk-ant-admin01-sandbox-…`: of a local organization, and good for all of it.
    case sandboxKey = "a sandbox's key"
    /// `sk-ant-oat…`, sent as a bearer token.
    case oauthToken = "an OAuth token"
    /// `sk-ant-api01-…`, made in claude.ai by the primary owner.
    case enterpriseScopedKey = "a scoped Enterprise key"
    /// `sk-ant-api03-…`: for the model API, not for this one.
    case workspaceKey = "an ordinary API key"
    /// Anything else: sent as a key, for the server to judge.
    case unknown = "a credential of an unknown kind"
  }

  /// What the first letters say.
  public let kind: Kind
  private let secret: Secret

  /// A key or a token.
  public init(_ secret: Secret) {
    self.secret = secret
    kind = Self.kind(of: secret.reveal())
  }

  /// What is shown: the kind, never the text.
  public var description: String { "\(kind.rawValue) (\(Secret.mask))" }
  /// Nothing: no debugger and no dump shows it.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Tells credentials apart without telling what they are.
  package var fingerprint: Fingerprint { Fingerprint(of: Array(secret.reveal().utf8)) }

  /// A text from elsewhere without the credential, should it be in it.
  func masked(_ text: String) -> String {
    let secret = self.secret.reveal()
    guard !secret.isEmpty, text.contains(secret) else { return text }
    return text.split(separator: secret, omittingEmptySubsequences: false)
      .joined(separator: Secret.mask)
  }

  private static func kind(of text: String) -> Kind {
    let prefixes: [(String, Kind)] = [
      ("sk-ant-admin01-sandbox-", .sandboxKey), ("sk-ant-admin", .adminKey),
      ("sk-ant-oat", .oauthToken),
      ("sk-ant-api01-", .enterpriseScopedKey), ("sk-ant-api03-", .workspaceKey),
    ]
    return prefixes.first { text.hasPrefix($0.0) }?.1 ?? .unknown
  }

  /// The header that carries it.
  ///
  /// - Throws: `auth` if it has characters that no header can hold.
  func header() throws(ClientError) -> (name: String, value: String) {
    let text = secret.reveal()
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ClientError(
        .auth,
        "the credential is empty or has blanks or other characters that cannot be sent",
        hint: "look for a line break or a quote at its end"
      )
    }
    return kind == .oauthToken ? ("authorization", "Bearer \(text)") : ("x-api-key", text)
  }
}
