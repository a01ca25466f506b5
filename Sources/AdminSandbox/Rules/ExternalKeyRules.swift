internal import AdminAPI
internal import StewardValues

/// Keys of the customer's own, and the workspaces that use them.
extension OrganizationState {
  static let externalKeyRules: [String: ObjectRule] = [
    "external_keys.create": { (_, call, row, _) throws(APIFailure) in
      if let profile = call.text("user_profile_id") { try checkProfile(profile) }
      row["attachment"] = .tag("unattached")
      row["provider_config"] = try complete(row["provider_config"])
    },
    "external_keys.update": { (state, call, row, before) throws(APIFailure) in
      let moved = ["geo", "provider_config"].filter { !(call.arguments[$0]?.isNull ?? true) }
      if let before, !moved.isEmpty, state.isAttached(before) {
        throw .invalid("\(moved[0]): Cannot change while a workspace uses the key")
      }
      try checkSameKey(row, before)
      row["provider_config"] = try complete(row["provider_config"])
    },
    "external_keys.delete": { (state, _, row, _) throws(APIFailure) in
      guard !state.isAttached(row) else {
        throw .invalid("The external key is referenced by a workspace.")
      }
    },
  ]

  static let externalKeyViews: [String: ObjectView] = [
    Catalog.ExternalKeys.collection.name: { state, _, row in
      if state.isAttached(row) { row["attachment"] = .tag("attached") }
    }
  ]

  /// Whether a workspace has the key, an archived one too.
  private func isAttached(_ row: ObjectRow) -> Bool {
    guard let id = row.text("id") else { return false }
    return row["attachment"].record?["type"]?.string == "attached"
      || (0..<workspaces.count).contains { workspaces.current($0)?.externalKeyID == id }
  }

  static func checkProfile(_ profile: String) throws(APIFailure) {
    guard profile.hasPrefix("uprof_") else {
      throw .invalid("user_profile_id: No such user profile", code: "user_profile_not_found")
    }
  }

  /// The key management refuses keys whose names begin with this word.
  static func isBroken(_ key: ObjectRow) -> Bool {
    key.text("display_name")?.hasPrefix("broken") ?? false
  }

  /// What becomes of trying out a key that a workspace takes.
  ///
  /// The sandbox asks no key management: names that begin with `broken` and `slow` fail.
  static func checkUse(_ key: ObjectRow) throws(APIFailure) {
    if isBroken(key) {
      throw .invalid("The key could not be used.", code: "external_key_validation_failed")
    }
    if key.text("display_name")?.hasPrefix("slow") ?? false {
      throw .invalid(
        "The key management did not answer in time.",
        code: "external_key_validation_timed_out"
      )
    }
  }

  /// - Throws: 400 where a key of Google Cloud would become another.
  private static func checkSameKey(_ row: ObjectRow, _ before: ObjectRow?) throws(APIFailure) {
    let (new, old) = (row["provider_config"].record, before?["provider_config"].record)
    guard old?["type"]?.string == "gcp" else { return }
    for field in ["type", "key_name"] where new?[field]?.string != old?[field]?.string {
      throw .invalid("provider_config.\(field): Cannot change for a key of Google Cloud")
    }
  }

  /// With the region that the key's ARN names, where no other was given.
  private static func complete(_ config: Value) throws(APIFailure) -> Value {
    guard config.record?["type"]?.string == "aws", let arn = config.record?["kms_arn"]?.string
    else { return config }
    let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 6, parts[0] == "arn", parts[2] == "kms", !parts[3].isEmpty else {
      throw .invalid("provider_config.kms_arn: Input should be the ARN of a KMS key")
    }
    return .object([
      "type": Value("aws"), "kms_arn": Value(arn),
      "region": Value(config.record?["region"]?.string ?? String(parts[3])),
    ])
  }
}
