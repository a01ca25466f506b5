internal import AdminAPI
internal import StewardValues

/// For whom the organization's plugins are installed.
extension OrganizationState {
  static let installationRules: [String: ObjectRule] = [
    "plugins.installation_settings.set": { (state, call, row, before) throws(APIFailure) in
      try state.checkOwner(isMember: false, call)
      let target = call.path["target"] ?? ""
      guard target == "organization" || state.exists(.rbacGroup, target) == true else {
        throw .notFound("No such target: \(target)")
      }
      row["plugin_id"] = Value(call.path["plugin_id"] ?? "")
      row["target"] = Self.target(target)
      row["installation_preference"] = call.arguments["installation_preference"] ?? .null
      if let before, before["installation_preference"] == row["installation_preference"] {
        row = before
      }
      state.prefer(row["installation_preference"], call)
    },
    "plugins.installation_settings.remove": { (state, call, _, _) throws(APIFailure) in
      try state.checkOwner(isMember: false, call)
      state.prefer(nil, call)
    },
  ]

  /// - Throws: 404 for a plugin that is not there, or of the wrong kind of owner.
  func checkOwner(isMember: Bool, _ call: Call) throws(APIFailure) {
    guard plugin(call)?.row.isOfMember == isMember else {
      throw missing(Catalog.Plugins.collection, call)
    }
  }

  /// What the plugin says of the organization's own setting; nil: the marketplace's counts.
  private mutating func prefer(_ preference: Value?, _ call: Call) {
    guard call.path["target"] == "organization", var entry = plugin(call) else { return }
    let marketplace = objects[Catalog.PluginMarketplaces.collection]
      .current([entry.row.text("marketplace_id") ?? ""])?.row
    entry.row["organization_installation_preference"] =
      preference ?? marketplace?["default_installation_preference"] ?? .null
    entry.row["organization_installation_preference_inherited"] = .bool(preference == nil)
    objects[Catalog.Plugins.collection].replace(entry.number, with: entry.row, at: call.moment)
  }

  private static func target(_ text: String) -> Value {
    text == "organization"
      ? .tag("organization")
      : .object(["type": Value("rbac_group"), "rbac_group_id": Value(text)])
  }
}
