internal import AdminAPI
internal import StewardValues

/// What a federation rule must be.
extension OrganizationState {
  func issuer(of rule: ObjectRow) -> ObjectRow? {
    objects[Catalog.FederationIssuers.collection].current([rule.text("issuer_id") ?? ""])?.row
  }

  func account(of rule: ObjectRow) -> ObjectRow? {
    let id = rule["target"].record?["service_account_id"]?.string ?? ""
    return objects[Catalog.ServiceAccounts.collection].current([id])?.row
  }

  /// - Throws: 400, 403 or 409 for a rule that cannot be as it is meant.
  func checkRule(_ row: ObjectRow, _ before: ObjectRow?) throws(APIFailure) {
    try Self.checkScope(row.text("oauth_scope"))
    try checkFree(row, before, Catalog.FederationRules.collection)
    guard let issuer = issuer(of: row), !issuer.isArchived else {
      throw .invalid("issuer_id: No such issuer that is trusted")
    }
    guard let account = account(of: row), !account.isArchived else {
      throw .invalid("target.service_account_id: No such service account that is live")
    }
    try FederationMatch(row["match"].record).check(issuer: issuer.text("issuer_url") ?? "")
  }

  /// - Throws: 403 for scopes that a rule can have in the Console only, 400 for none.
  static func checkScope(_ scope: String?) throws(APIFailure) {
    let scopes = (scope ?? "").split(separator: " ")
    guard !scopes.isEmpty else {
      throw .invalid("oauth_scope: String should have at least 1 character")
    }
    let known: Set<Substring> = ["workspace:developer", "workspace:inference"]
    guard let other = scopes.first(where: { !known.contains($0) }) else { return }
    throw .forbidden("Rules with the scope \(other) are managed in the Console.")
  }
}
