internal import AdminAPI
internal import StewardValues

/// Claude Tag and plugins.
extension OrganizationState {
  static let productRules: [String: ObjectRule] = [
    "claude_tag.bundles.targets.create": { (_, call, row, _) throws(APIFailure) in
      row["bundle_id"] = Value(call.path["bundle_id"] ?? "")
      let target = call.arguments["target"]?.record
      for (field, value) in zip(target?.shape.fields ?? [], target?.values ?? []) {
        row[field.name] = value
      }
    },
    "claude_tag.slack_channels.create": { (state, call, row, _) throws(APIFailure) in
      row["settings"] = Self.settings(call.arguments["settings"], over: nil)
      row["sources"] = Self.sources
    },
    "claude_tag.slack_channels.update": { (_, call, row, before) throws(APIFailure) in
      row["settings"] = Self.settings(call.arguments["settings"], over: before?["settings"])
    },
    "claude_tag.slack_workspaces.update": { (_, call, row, before) throws(APIFailure) in
      guard call.arguments["settings"]?.record?["reply_mode"]?.isNull ?? true else {
        throw .invalid("settings.reply_mode: not available for workspaces")
      }
      row["settings"] = Self.settings(call.arguments["settings"], over: before?["settings"])
    },
    "claude_tag.slack_channels.delete": { (_, _, row, _) throws(APIFailure) in
      guard row["settings"].record?["enabled"]?.bool == false else {
        throw .invalid("The channel is enabled: disable it first.", code: "slack_channel_enabled")
      }
    },
    "plugins.create": { (state, call, row, _) throws(APIFailure) in
      try state.takeUpload(&row, call)
      let name = row["name"]
      let isTaken = state.objects[Catalog.Plugins.collection].current.contains {
        $0.row["name"] == name
      }
      guard !isTaken else {
        throw .conflict("There is a plugin of that name already.", code: "plugin_name_taken")
      }
      row["id"] = Value(state.objects[Catalog.Plugins.collection].nextID)
      row["marketplace_id"] =
        call.arguments["marketplace_id"]
        ?? state.objects[Catalog.PluginMarketplaces.collection].current
        .first { $0.row.text("source") == "manual" }?.row["id"] ?? Value("")
      row["owner"] = .tag("organization")
      row["content_scan"] = Self.passed
      row["organization_installation_preference"] = Value("available")
      let version = state.addVersion(of: row, call)
      row["latest_version_id"] = version
      row["served_version_id"] = version
    },
    "plugins.update": { (state, call, row, _) throws(APIFailure) in
      let identity = [row.text("id") ?? "", call.text("served_version_id") ?? ""]
      guard state.objects[Catalog.Plugins.versionsCollection].current(identity) != nil else {
        throw .notFound("Plugin version not found")
      }
      row["served_version_pinned"] = .bool(true)
    },
    "plugins.versions.create": { (state, call, row, _) throws(APIFailure) in
      row["plugin_id"] = Value(call.path["plugin_id"] ?? "")
      try state.takeUpload(&row, call)
      row["content_scan"] = Self.passed
      row["id"] = Value(state.objects[Catalog.Plugins.versionsCollection].nextID)
      state.serve(row["id"], of: row["plugin_id"], call)
    },
    "plugins.installation_settings.set": { (_, call, row, _) throws(APIFailure) in
      row["plugin_id"] = Value(call.path["plugin_id"] ?? "")
      row["target"] = Self.target(call.path["target"] ?? "")
      row["installation_preference"] = call.arguments["installation_preference"] ?? .null
    },
  ]

  private static let passed = Value.object([
    "status": Value("completed"), "assessment": Value("pass"), "reason": .null,
  ])

  private static let sources = Value.object(["instructions": Value([Value]())])

  /// What is given counts, null takes a setting away, and the rest stays.
  private static func settings(_ given: Value?, over before: Value?) -> Value {
    let names = [
      "enabled", "environment_id", "guest_policy", "instructions", "model", "reply_mode",
    ]
    let values = names.map { name in
      given?.record?[name] ?? before?.record?[name] ?? (name == "enabled" ? .bool(true) : .null)
    }
    return .record(Record(shape: Shape(fields: names.map { Field($0, .any) }), values: values))
  }

  private static func target(_ text: String) -> Value {
    text == "organization"
      ? .tag("organization")
      : .object(["type": Value("rbac_group"), "rbac_group_id": Value(text)])
  }

  /// The name and the description of an uploaded plugin.
  private func takeUpload(_ row: inout ObjectRow, _ call: Call) throws(APIFailure) {
    guard let manifest = call.manifest else {
      throw .invalid("files: .claude-plugin/plugin.json is required")
    }
    guard let name = manifest["name"]?.string else {
      throw .invalid("files: .claude-plugin/plugin.json has no name")
    }
    row["name"] = Value(name)
    row["display_name"] = Value(name)
    row["description"] = manifest["description"] ?? .null
    row["manifest_version"] = manifest["version"] ?? .null
    row["release_notes"] = call.arguments["release_notes"] ?? .null
    row["created_by"] = .null
    row["components"] = Value([Value]())
  }

  /// - Returns: The version's id.
  private mutating func addVersion(of plugin: ObjectRow, _ call: Call) -> Value {
    var version = ObjectRow()
    for field in Catalog.Plugins.pluginVersion.fields { version[field.name] = plugin[field.name] }
    version["id"] = Value(objects[Catalog.Plugins.versionsCollection].nextID)
    version["plugin_id"] = plugin["id"]
    version["created_at"] = .datetime(call.now)
    return objects[Catalog.Plugins.versionsCollection].insert(version, at: call.moment).row["id"]
  }

  /// A new version is served unless another one is pinned.
  private mutating func serve(_ version: Value, of plugin: Value, _ call: Call) {
    guard var entry = objects[Catalog.Plugins.collection].current([plugin.string ?? ""])
    else { return }
    entry.row["latest_version_id"] = version
    if entry.row["served_version_pinned"].bool != true { entry.row["served_version_id"] = version }
    entry.row["updated_at"] = .datetime(call.now)
    objects[Catalog.Plugins.collection].replace(entry.number, with: entry.row, at: call.moment)
  }
}
