internal import StewardValues

/// What a token must say for a rule to hold.
struct FederationMatch {
  private let subject: String?
  private let claims: [String]
  private let condition: String?

  init(_ match: Record?) {
    subject = match?["subject_prefix"]?.string
    claims = match?["claims"]?.record?.shape.fields.map(\.name) ?? []
    condition = match?["condition"]?.string
  }

  /// Issuers whose tokens people of all organizations get.
  private struct Shared {
    /// How a subject begins before it names the tenant.
    let subject: String
    /// What ends the tenant's name there.
    let end: Character
    /// Claims that name the tenant, or something of it.
    let claims: [String]
  }

  /// The documentation gives no list of them: these are widely known ones.
  private static let shared = [
    "https://token.actions.githubusercontent.com": Shared(
      subject: "repo:",
      end: "/",
      claims: [
        "enterprise", "enterprise_id", "repository", "repository_id", "repository_owner",
        "repository_owner_id",
      ]
    ),
    "https://gitlab.com": Shared(
      subject: "project_path:",
      end: "/",
      claims: ["namespace_id", "namespace_path", "project_id", "project_path"]
    ),
    "https://app.terraform.io": Shared(
      subject: "organization:",
      end: ":",
      claims: ["terraform_organization_id", "terraform_organization_name"]
    ),
  ]

  /// - Throws: 400 for a match that fits anybody's tokens.
  func check(issuer: String) throws(APIFailure) {
    guard subject != nil || !claims.isEmpty || condition != nil else {
      throw .invalid("match: one of subject_prefix, claims and condition is required")
    }
    if let subject, subject.allSatisfy({ $0 == "*" }) {
      throw .invalid("match.subject_prefix: a bare wildcard fits every token")
    }
    if condition?.filter({ !$0.isWhitespace }) == "true" {
      throw .invalid("match.condition: it is true of every token")
    }
    guard let shared = Self.shared[issuer], !isConstrained(shared) else { return }
    throw .invalid(
      "match: tokens of this issuer are given to everybody: constrain whose are meant by "
        + "subject_prefix or the claims \(shared.claims.joined(separator: ", "))"
    )
  }

  private func isConstrained(_ shared: Shared) -> Bool {
    if claims.contains(where: shared.claims.contains) { return true }
    if let condition, shared.claims.contains(where: { condition.contains("claims.\($0)") }) {
      return true
    }
    guard let subject, subject.hasPrefix(shared.subject) else { return false }
    let tenant = subject.dropFirst(shared.subject.count)
    guard let end = tenant.firstIndex(of: shared.end) else { return false }
    return end > tenant.startIndex && !tenant[..<end].contains("*")
  }
}
