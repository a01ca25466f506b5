internal import AdminAPI
internal import StewardValues

/// Where events of the organization are sent.
extension OrganizationState {
  static let webhookRules: [String: ObjectRule] = [
    "webhooks.create": { (state, call, row, _) throws(APIFailure) in
      guard state.objects[Catalog.Webhooks.collection].current.count < 32 else {
        throw .invalid("An organization has at most 32 webhook endpoints.")
      }
      guard !(row["enabled_events"].list?.isEmpty ?? true) else {
        throw .invalid("enabled_events: List should have at least 1 item")
      }
      try Self.checkSecure(row)
      row["state"] = Value("enabled")
      row["disabled_reason"] = Value("")
      row["signing_secret"] = state.newSecret()
    },
    "webhooks.update": { (_, _, row, before) throws(APIFailure) in
      try Self.checkSecure(row)
      if row["enabled_events"].list?.isEmpty ?? true {
        row["enabled_events"] = before?["enabled_events"] ?? .null
      }
      // The reason tells only of what was disabled by the API itself.
      if row.text("state") == "enabled" { row["disabled_reason"] = Value("") }
    },
    "webhooks.regenerate_signing_secret": { (state, _, row, _) throws(APIFailure) in
      row["signing_secret"] = state.newSecret()
    },
  ]

  /// - Throws: 400 for an address that is not https.
  private static func checkSecure(_ row: ObjectRow) throws(APIFailure) {
    guard EndpointURL(row.text("url") ?? "") == nil else { return }
    throw .invalid("url: must be an https URL")
  }

  /// Shown once. Secrets are counted: two of one moment differ.
  private mutating func newSecret() -> Value {
    let random = population.random.purpose("webhooks").at(secretCount)
    secretCount += 1
    return Value("whsec_\(Base58.text(random.at(0).bits, random.at(1).bits))")
  }
}
