internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  static let pluginPerformances: [String: Performance] = [
    "plugin_marketplaces.validate_archive": { (state, call) throws(APIFailure) in
      let archive = call.uploads.first?.content ?? []
      let isReadable = archive.starts(with: "PK".utf8)
      let manifest = ".claude-plugin/marketplace.json".utf8
      let isValid = isReadable && archive.firstRange(of: Array(manifest)) != nil
      return state.report(isValid ? nil : isReadable ? "no_manifest" : "unreadable_archive", call)
    },
    "plugin_marketplaces.validate_repository": { (state, call) throws(APIFailure) in
      let parts = (call.text("repository_url") ?? "").split(separator: "/")
      guard parts.count == 4, parts[0] == "https:", parts[1] == "github.com" else {
        throw .invalid("repository_url: must be https://github.com/owner/repository")
      }
      if call.text("ref")?.contains("..") == true { throw .invalid("ref: must not have '..'") }
      // The sandbox knows the repositories of Acme and no others.
      return state.report(parts[2].hasPrefix("acme") ? nil : "repository_not_found", call)
    },
    "plugins.versions.retrieve": { (state, call) throws(APIFailure) in
      guard call.path["version"] == "latest" else { return try state.performAsDescribed(call) }
      let latest = state.plugin(call)?.row.text("latest_version_id")
      return state.answer(try state.version(latest, call), call)
    },
    "plugins.versions.download": { (state, call) throws(APIFailure) in
      if call.path["version"] == "latest" { throw .invalid("version: must be a version's ID") }
      let version = try state.version(call.path["version"], call)
      let manifest = ObjectRow.document([
        ("name", state.plugin(call)?.row["name"] ?? .null),
        ("version", version["manifest_version"]),
      ])
      return StoredZip.archive(".claude-plugin/plugin.json", JSONWriter.utf8(manifest))
    },
    "plugins.installation_settings.list": { (state, call) throws(APIFailure) in
      try state.checkOwner(isMember: false, call)
      return try state.performAsDescribed(call)
    },
    "plugins.installation_settings.set": { (state, call) throws(APIFailure) in
      try state.checkOwner(isMember: false, call)
      let target = call.path["target"] ?? ""
      guard target == "organization" || state.exists(.rbacGroup, target) == true else {
        throw .notFound("No such target: \(target)")
      }
      let body = try state.performAsDescribed(call)
      state.prefer(call.arguments["installation_preference"], call)
      return body
    },
    "plugins.installation_settings.remove": { (state, call) throws(APIFailure) in
      try state.checkOwner(isMember: false, call)
      let body = try state.performAsDescribed(call)
      state.prefer(nil, call)
      return body
    },
    "plugins.shares.list": { (state, call) throws(APIFailure) in
      try state.checkOwner(isMember: true, call)
      return try state.performAsDescribed(call)
    },
  ]

  /// - Throws: 404 for a plugin that is not there, or of the wrong kind of owner.
  private func checkOwner(isMember: Bool, _ call: Call) throws(APIFailure) {
    guard plugin(call)?.row.isOfMember == isMember else {
      throw missing(Catalog.Plugins.collection, call)
    }
  }

  private func version(_ id: String?, _ call: Call) throws(APIFailure) -> ObjectRow {
    let collection = Catalog.PluginVersions.collection
    guard let entry = objects[collection].current([call.path["plugin_id"] ?? "", id ?? ""]) else {
      throw missing(collection, call)
    }
    return entry.row
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

  private func report(_ code: String?, _ call: Call) -> [UInt8] {
    answer(
      ObjectRow([
        "valid": .bool(code == nil), "total_plugin_count": .int(code == nil ? 1 : 0),
        "plugin_errors": Value([Value]()), "plugin_warnings": Value([Value]()),
        "ref": call.arguments["ref"] ?? .null,
        "manifest_error": code == nil ? .null : Value("There is no marketplace to read."),
        "manifest_error_code": Value(code),
      ]),
      call
    )
  }
}
