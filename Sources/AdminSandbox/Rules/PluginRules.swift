internal import AdminAPI
internal import StewardValues

/// Plugins: who owns them, which version is served, for whom they are installed.
extension OrganizationState {
  static let pluginRules: [String: ObjectRule] = [
    "plugin_marketplaces.update": { (_, _, row, _) throws(APIFailure) in
      guard !row.isOfMember else { throw .forbidden("The marketplace is a member's own.") }
    },
    "plugins.create": { (state, call, row, _) throws(APIFailure) in
      try state.addPlugin(&row, call)
    },
    "plugins.update": { (state, call, row, _) throws(APIFailure) in
      try state.pin(&row, call)
    },
    "plugins.delete": { (state, _, row, _) throws(APIFailure) in
      let marketplace = row.text("marketplace_id") ?? ""
      let entry = state.objects[Catalog.PluginMarketplaces.collection].current([marketplace])
      guard entry?.row.text("source") == "manual" else {
        throw .invalid("Only plugins of manual marketplaces can be deleted.")
      }
    },
    "plugins.versions.create": { (state, call, row, _) throws(APIFailure) in
      row["plugin_id"] = Value(call.path["plugin_id"] ?? "")
      try state.takeUpload(&row, call)
      let plugin = state.plugin(call)?.row
      guard plugin?["name"] == row["name"] else {
        throw .invalid("files: the manifest's name must be that of the plugin")
      }
      row["id"] = Value(state.objects[Catalog.PluginVersions.collection].nextID)
      state.serve(row, call)
    },
    "plugins.installation_settings.set": { (state, call, row, before) throws(APIFailure) in
      row["plugin_id"] = Value(call.path["plugin_id"] ?? "")
      row["target"] = Self.target(call.path["target"] ?? "")
      row["installation_preference"] = call.arguments["installation_preference"] ?? .null
      if let before, before["installation_preference"] == row["installation_preference"] {
        row = before
      }
    },
  ]

  static let pluginFilters: [String: ObjectFilter] = [
    "plugin_marketplaces.list": { (_, call, row) in
      call.text("owner_type").map { row.holder("owner", "type") == $0 } ?? true
    },
    "plugins.list": { (_, call, row) in
      (call.text("owner_type").map { row.holder("owner", "type") == $0 } ?? true)
        && (call.text("owner_user_id").map { row.holder("owner", "user_id") == $0 } ?? true)
        && call.accepts(createdAt: row["created_at"])
    },
    "plugins.installation_settings.list": ofTargetType,
    "plugins.shares.list": ofTargetType,
  ]

  private static let ofTargetType: ObjectFilter = { (_, call, row) in
    call.text("target_type").map { row.holder("target", "type") == $0 } ?? true
  }

  private static let passed = Value.object([
    "status": Value("completed"), "assessment": Value("pass"), "reason": .null,
  ])

  static func target(_ text: String) -> Value {
    text == "organization"
      ? .tag("organization")
      : .object(["type": Value("rbac_group"), "rbac_group_id": Value(text)])
  }

  /// The plugin that the path names.
  func plugin(_ call: Call) -> ObjectCollection.Entry? {
    objects[Catalog.Plugins.collection].current([call.path["plugin_id"] ?? ""])
  }

  // MARK: - Uploads

  private mutating func addPlugin(_ row: inout ObjectRow, _ call: Call) throws(APIFailure) {
    try takeUpload(&row, call)
    let name = row["name"]
    let plugins = objects[Catalog.Plugins.collection]
    if plugins.current.contains(where: { $0.row["name"] == name && !$0.row.isOfMember }) {
      throw .conflict("There is a plugin of that name already.", code: "plugin_name_taken")
    }
    let marketplace = try marketplace(for: call)
    row["id"] = Value(plugins.nextID)
    row["marketplace_id"] = marketplace["id"]
    row["owner"] = .tag("organization")
    row["organization_installation_preference"] = marketplace["default_installation_preference"]
    row["organization_installation_preference_inherited"] = .bool(true)
    let version = addVersion(of: row, call)
    row["latest_version_id"] = version
    row["served_version_id"] = version
  }

  /// Uploads go to a manual marketplace of the organization.
  private func marketplace(for call: Call) throws(APIFailure) -> ObjectRow {
    let manual = objects[Catalog.PluginMarketplaces.collection].current.map(\.row)
      .filter { $0.text("source") == "manual" && !$0.isOfMember }
    guard let id = call.text("marketplace_id") else { return manual.first ?? ObjectRow() }
    guard let found = manual.first(where: { $0.text("id") == id }) else {
      throw .invalid("marketplace_id: must be a manual marketplace of the organization")
    }
    return found
  }

  /// What an upload says of the plugin.
  private func takeUpload(_ row: inout ObjectRow, _ call: Call) throws(APIFailure) {
    let archive = call.uploads.first.map(\.name).flatMap(Self.archiveName)
    guard call.manifest != nil || archive != nil else {
      throw .invalid("files: .claude-plugin/plugin.json is required")
    }
    guard let name = call.manifest?["name"]?.string ?? archive else {
      throw .invalid("files: .claude-plugin/plugin.json has no name")
    }
    row["name"] = Value(name)
    row["display_name"] = Value(name)
    row["description"] = call.manifest?["description"] ?? .null
    row["manifest_version"] = call.manifest?["version"] ?? .null
    row["release_notes"] = call.arguments["release_notes"] ?? .null
    row["created_by"] = .null
    row["reach"] = Value("contained")
    row["components"] = Value(call.uploads.compactMap { Self.skill(at: $0.name) })
    row["content_scan"] = Self.passed
  }

  /// The sandbox does not unpack archives; the plugin is called as the file is.
  private static func archiveName(_ file: String) -> String? {
    for ending in [".zip", ".plugin"] where file.hasSuffix(ending) {
      return file.dropLast(ending.count).split(separator: "/").last.map(String.init)
    }
    return nil
  }

  /// `skills/notes/SKILL.md` has the skill `notes`.
  private static func skill(at path: String) -> Value? {
    let parts = path.split(separator: "/")
    guard parts.last == "SKILL.md", parts.count > 1 else { return nil }
    return .object([
      "name": Value(String(parts[parts.count - 2])), "type": Value("skill"), "description": .null,
    ])
  }

  // MARK: - Versions

  /// - Returns: The version's id.
  private mutating func addVersion(of plugin: ObjectRow, _ call: Call) -> Value {
    var version = ObjectRow()
    for field in Catalog.PluginVersions.shape.fields { version[field.name] = plugin[field.name] }
    version["id"] = Value(objects[Catalog.PluginVersions.collection].nextID)
    version["plugin_id"] = plugin["id"]
    version["created_at"] = .datetime(call.now)
    return objects[Catalog.PluginVersions.collection].insert(version, at: call.moment).row["id"]
  }

  /// A new version is served unless another one is pinned.
  private mutating func serve(_ version: ObjectRow, _ call: Call) {
    guard var entry = plugin(call) else { return }
    entry.row["latest_version_id"] = version["id"]
    if entry.row["served_version_pinned"].bool != true {
      entry.row.show(version)
    }
    entry.row["updated_at"] = .datetime(call.now)
    objects[Catalog.Plugins.collection].replace(entry.number, with: entry.row, at: call.moment)
  }

  /// Pins the version that is served; only another pin changes that.
  private func pin(_ row: inout ObjectRow, _ call: Call) throws(APIFailure) {
    guard !row.isOfMember else { throw .forbidden("The plugin is a member's own.") }
    let identity = [row.text("id") ?? "", call.text("served_version_id") ?? ""]
    guard let version = objects[Catalog.PluginVersions.collection].current(identity)?.row else {
      throw .notFound("Plugin version not found")
    }
    switch (version.holder("content_scan", "status"), version.holder("content_scan", "assessment"))
    {
    case ("processing", _):
      throw .conflict("The version is still being scanned.", code: "scan_pending")
    case ("errored", _), (_, "fail"):
      throw .invalid("The version did not pass its scan.", code: "scan_failed")
    default: break
    }
    row.show(version)
    row["served_version_pinned"] = .bool(true)
  }
}

extension ObjectRow {
  var isOfMember: Bool { holder("owner", "type") == "user" }

  /// A text inside an object of the row.
  func holder(_ field: String, _ name: String) -> String? { self[field].record?[name]?.string }

  /// A plugin looks like the version that is served.
  fileprivate mutating func show(_ version: ObjectRow) {
    self["served_version_id"] = version["id"]
    let names = ["display_name", "description", "manifest_version", "components", "content_scan"]
    for name in names { self[name] = version[name] }
  }
}

extension Call {
  /// Whether the bounds of a list's query let a moment pass.
  fileprivate func accepts(createdAt value: Value) -> Bool {
    guard case .datetime(let time) = value else { return true }
    let at = time.microseconds
    return (self.time("created_at_gte").map { at >= $0.microseconds } ?? true)
      && (self.time("created_at_gt").map { at > $0.microseconds } ?? true)
      && (self.time("created_at_lte").map { at <= $0.microseconds } ?? true)
      && (self.time("created_at_lt").map { at < $0.microseconds } ?? true)
  }
}
