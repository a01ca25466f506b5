internal import AdminAPI
internal import StewardValues

/// Whose tokens the organization trusts.
extension OrganizationState {
  static let issuerRules: [String: ObjectRule] = [
    "federation.issuers.create": { (state, call, row, _) throws(APIFailure) in
      try state.checkFree(row, nil, Catalog.FederationIssuers.collection)
      if call.arguments["jwks"] == nil { row["jwks"] = .tag("discovery") }
      try checkDiscovery(row)
    },
    "federation.issuers.update": { (state, call, row, before) throws(APIFailure) in
      try state.checkScopes(ofRulesOf: row)
      try state.checkFree(row, before, Catalog.FederationIssuers.collection)
      if let isDisabled = call.arguments["jwks_polling_disabled"]?.bool {
        guard !isDisabled else {
          throw .invalid("jwks_polling_disabled: Input should be false")
        }
        row["jwks_polling_disabled_at"] = .null
      }
      try checkDiscovery(row)
    },
    "federation.issuers.archive": { (state, _, row, _) throws(APIFailure) in
      guard state.rules(of: row).allSatisfy(\.isArchived) else {
        throw .invalid("A federation rule refers to the issuer.")
      }
    },
  ]

  private func rules(of issuer: ObjectRow) -> [ObjectRow] {
    objects[Catalog.FederationRules.collection].current.map(\.row)
      .filter { $0["issuer_id"] == issuer["id"] }
  }

  /// - Throws: 403 for an issuer of rules that only the Console may touch.
  private func checkScopes(ofRulesOf issuer: ObjectRow) throws(APIFailure) {
    for rule in rules(of: issuer) where !rule.isArchived {
      try Self.checkScope(rule.text("oauth_scope"))
    }
  }

  /// - Throws: 400 for keys that are discovered where nobody can fetch them safely.
  private static func checkDiscovery(_ row: ObjectRow) throws(APIFailure) {
    guard let jwks = row["jwks"].record, jwks["type"]?.string == "discovery" else { return }
    if let base = jwks["discovery_base"]?.string {
      guard base.hasPrefix("https://") else {
        throw .invalid("jwks.discovery_base: Input should be an HTTPS URL")
      }
      return
    }
    guard isPublic(row.text("issuer_url") ?? "") else {
      throw .invalid("issuer_url: Discovery without discovery_base needs a public HTTPS URL")
    }
  }

  private static func isPublic(_ url: String) -> Bool {
    guard url.hasPrefix("https://") else { return false }
    let authority = url.dropFirst("https://".count).prefix { $0 != "/" }
    let host = authority.prefix { $0 != ":" }
    let isAddress = host.hasPrefix("[") || host.allSatisfy { $0.isNumber || $0 == "." }
    let isLocal = ["localhost", "local", "internal"].contains(host.split(separator: ".").last)
    return host.contains(".") && !isAddress && !isLocal
  }
}
