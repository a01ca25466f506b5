internal import AdminAPI
internal import StewardValues

/// Claude Tag: what its bundles say, and the Slack channels and workspaces that it works in.
extension OrganizationState {
  static let claudeTagRules: [String: ObjectRule] = [
    "claude_tag.bundles.update": { (_, call, row, before) throws(APIFailure) in
      guard before?["description"].string != managedElsewhere else {
        throw .invalid("This bundle is managed in claude.ai.", code: "bundle_on_call")
      }
      guard let text = call.arguments["instructions"]?.string else { return }
      guard text.utf8.count <= 10_000 else {
        throw .invalid("instructions: must have at most 10000 bytes")
      }
      if text.isEmpty { row["instructions"] = .null }
    },
    "claude_tag.slack_channels.update": { (_, call, row, before) throws(APIFailure) in
      try Self.refuseGroupMessage(row)
      try Self.change(&row, before, call)
    },
    "claude_tag.slack_workspaces.update": { (_, call, row, before) throws(APIFailure) in
      guard call.arguments["settings"]?.record?["reply_mode"]?.isNull ?? true else {
        throw .invalid("settings.reply_mode: not available for workspaces")
      }
      try Self.change(&row, before, call)
    },
    "claude_tag.slack_channels.delete": { (state, _, row, _) throws(APIFailure) in
      try Self.refuseGroupMessage(row)
      guard state.resolved(row)["settings"].record?["enabled"]?.bool != true else {
        throw .invalid("The channel is enabled: disable it first.", code: "slack_channel_enabled")
      }
    },
  ]

  static let claudeTagFilters: [String: ObjectFilter] = [
    "claude_tag.slack_channels.list": { (_, call, row) in
      row.slack("workspace_id") == call.text("slack_workspace_id")
        && (call.text("slack_channel_id").map { row.slack("channel_id") == $0 } ?? true)
    },
    "claude_tag.slack_workspaces.list": { (_, call, row) in
      call.text("slack_workspace_id").map { row.slack("workspace_id") == $0 } ?? true
    },
  ]

  static let claudeTagPerformances: [String: Performance] = [
    "claude_tag.bundles.targets.create": { (state, call) throws(APIFailure) in
      try state.addTarget(call)
    },
    "claude_tag.slack_channels.create": { (state, call) throws(APIFailure) in
      try state.setUpChannel(call)
    },
    "claude_tag.slack_channels.list": readingInherited,
    "claude_tag.slack_channels.retrieve": readingInherited,
    "claude_tag.slack_workspaces.list": readingInherited,
    "claude_tag.slack_workspaces.retrieve": readingInherited,
  ]

  /// Of bundles that only claude.ai changes.
  static let managedElsewhere = "Who is on call; managed in claude.ai"

  /// The environment that sessions may run in.
  static let environmentID = "env_01AcmeTagSessions"

  // MARK: - Settings

  static let settingNames = [
    "enabled", "environment_id", "guest_policy", "instructions", "model", "reply_mode",
  ]

  /// What is given counts, null takes a setting away, and the rest stays.
  static func settings(_ given: Value?, over before: Value?) -> Value {
    let values = settingNames.map { given?.record?[$0] ?? before?.record?[$0] ?? .null }
    return record(values)
  }

  /// - Throws: 404 for an environment that is not there, 400 for taking the reply mode away.
  private static func change(
    _ row: inout ObjectRow,
    _ before: ObjectRow?,
    _ call: Call
  ) throws(APIFailure) {
    let given = call.arguments["settings"]
    if let id = given?.record?["environment_id"]?.string, id != environmentID {
      throw .notFound("No such environment: \(id)", code: "environment_not_found")
    }
    let hadMode = before?["settings"].record?["reply_mode"].map { !$0.isNull } ?? false
    if hadMode, given?.record?["reply_mode"]?.isNull == true {
      throw .invalid("settings.reply_mode: cannot be cleared")
    }
    row["settings"] = settings(given, over: before?["settings"])
    row["sources"] = sources(row)
  }

  /// Says of each setting that the object has it itself.
  static func sources(_ row: ObjectRow) -> Value {
    let settings = row["settings"].record
    return record(
      settingNames.map { name in
        let isSet = settings?[name].map { !$0.isNull } ?? false
        if name == "instructions" { return Value(isSet ? [row.source] : []) }
        return isSet ? row.source : .null
      }
    )
  }

  private static func record(_ values: [Value]) -> Value {
    .record(Record(shape: Shape(fields: settingNames.map { Field($0, .any) }), values: values))
  }

  private static func refuseGroupMessage(_ row: ObjectRow) throws(APIFailure) {
    guard row.slack("channel_id")?.hasPrefix("G") == true else { return }
    throw .invalid("Group direct messages cannot be changed here.")
  }

  // MARK: - Inheritance

  private static let readingInherited: Performance = { (state, call) throws(APIFailure) in
    guard call.bool("include_inherited") else { return try state.performAsDescribed(call) }
    var shown = state
    let slack = [
      Catalog.ClaudeTagChannels.collection, Catalog.ClaudeTagWorkspaces.collection,
    ]
    for collection in slack { shown.objects[collection].rewrite { state.resolved($0) } }
    return try shown.performAsDescribed(call)
  }

  /// An object with what it takes over from its workspace and from the product.
  private func resolved(_ row: ObjectRow) -> ObjectRow {
    let workspace = objects[Catalog.ClaudeTagWorkspaces.collection].current.map(\.row)
      .first { $0.slack("workspace_id") == row.slack("workspace_id") }
    var levels = [row]
    if let workspace, row.slack("channel_id") != nil { levels.append(workspace) }
    let holders = Self.settingNames.map { name in
      levels.filter { $0["settings"].record?[name].map { !$0.isNull } ?? false }
    }
    let values = zip(Self.settingNames, holders).map { name, holders in
      let found = holders.compactMap { $0["settings"].record?[name] }
      guard name == "instructions", found.count > 1 else {
        return found.first ?? (name == "enabled" ? .bool(false) : .null)
      }
      return Value(found.reversed().compactMap(\.string).joined(separator: "\n\n"))
    }
    let sources = zip(Self.settingNames, holders).map { name, holders in
      if name == "instructions" { return Value(holders.reversed().map(\.source)) }
      return holders.first?.source ?? .tag("default")
    }
    var row = row
    row["settings"] = Self.record(values)
    row["sources"] = Self.record(sources)
    return row
  }

  // MARK: - Setting up

  /// Two steps: a refused setting leaves the channel set up.
  private mutating func setUpChannel(_ call: Call) throws(APIFailure) -> [UInt8] {
    let collection = Catalog.ClaudeTagChannels.collection
    let slack = ObjectRow(["slack": call.arguments["slack"] ?? .null])
    let (channel, workspace) = (slack.slack("channel_id"), slack.slack("workspace_id"))
    let isKnown = objects[Catalog.ClaudeTagWorkspaces.collection].current
      .contains { $0.row.slack("workspace_id") == workspace }
    guard let channel, isKnown, channel.hasPrefix("C") || channel.hasPrefix("G") else {
      throw .notFound("Claude does not see that channel in Slack.")
    }
    let there = objects[collection].current.first {
      $0.row.slack("channel_id") == channel && $0.row.slack("workspace_id") == workspace
    }
    var entry = there ?? addChannel(slack["slack"], call)
    guard call.arguments["settings"] != nil else { return answer(entry.row, call) }
    let before = entry.row
    do throws(APIFailure) {
      try Self.change(&entry.row, before, call)
    } catch {
      throw error.duringSetUp
    }
    objects[collection].replace(entry.number, with: entry.row, at: call.moment)
    return answer(entry.row, call)
  }

  private mutating func addChannel(_ slack: Value, _ call: Call) -> ObjectCollection.Entry {
    let collection = Catalog.ClaudeTagChannels.collection
    var row = ObjectRow([
      "id": Value(objects[collection].nextID), "slack": slack,
      "settings": Self.settings(nil, over: nil), "created_at": .datetime(call.now),
      "updated_at": .datetime(call.now), "type": Value("slack_channel"),
    ])
    row["sources"] = Self.sources(row)
    return objects[collection].insert(row, at: call.moment)
  }

  /// Gives the target that is there already, if there is one.
  private mutating func addTarget(_ call: Call) throws(APIFailure) -> [UInt8] {
    let bundle = call.path["bundle_id"] ?? ""
    guard objects[Catalog.ClaudeTagBundles.collection].current([bundle]) != nil else {
      throw missing(Catalog.ClaudeTagBundles.collection, call)
    }
    let target = call.arguments["target"]?.record
    var row = ObjectRow([
      "bundle_id": Value(bundle), "created_at": .datetime(call.now),
      "type": target?["type"] ?? .null, "slack_channel_id": target?["slack_channel_id"] ?? .null,
      "slack_workspace_id": target?["slack_workspace_id"] ?? .null,
    ])
    try checkTarget(row)
    let collection = Catalog.ClaudeTagBundles.targetsCollection
    let there = objects[collection].current.first { entry in
      ["bundle_id", "slack_channel_id", "slack_workspace_id"].allSatisfy {
        entry.row.text($0) == row.text($0)
      }
    }
    if let there { return answer(there.row, call) }
    row["id"] = Value(objects[collection].nextID)
    return answer(objects[collection].insert(row, at: call.moment).row, call)
  }

  private func checkTarget(_ target: ObjectRow) throws(APIFailure) {
    if let id = target.text("slack_channel_id") {
      guard let channel = objects[Catalog.ClaudeTagChannels.collection].current([id]) else {
        throw .notFound("No such Slack channel: \(id)")
      }
      try Self.refuseGroupMessage(channel.row)
    }
    let workspaces = objects[Catalog.ClaudeTagWorkspaces.collection]
    if let id = target.text("slack_workspace_id"), workspaces.current([id]) == nil {
      throw .notFound("No such Slack workspace: \(id)")
    }
  }
}

extension ObjectRow {
  /// Slack's own id of a channel or a workspace.
  fileprivate func slack(_ name: String) -> String? { self["slack"].record?[name]?.string }

  /// What the sources say of settings that the object has itself.
  fileprivate var source: Value {
    slack("channel_id") != nil
      ? .object(["type": Value("slack_channel"), "slack_channel_id": self["id"]])
      : .object(["type": Value("slack_workspace"), "slack_workspace_id": self["id"]])
  }
}

extension APIFailure {
  /// The same refusal where the channel was set up before.
  fileprivate var duringSetUp: APIFailure {
    var failure = self
    failure.code =
      code == "environment_not_found"
      ? "slack_channel_set_up_environment_not_found" : "slack_channel_set_up_settings_refused"
    return failure
  }
}
