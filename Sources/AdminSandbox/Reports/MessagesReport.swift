internal import AdminAPI

/// Tokens by bucket of time and by whatever the query groups by.
struct MessagesReport {
  private let facts: UsageFacts
  private let references: KeyReferences
  /// The groups in the order of the streams, and each stream's group; nil for what is filtered out.
  private var groups: [Group] = []
  private var groupOfStream: [Int?] = []

  /// The values of the dimensions that the query groups by; the others are nil.
  struct Group: Hashable {
    var workspace: Int?
    var key: Int?
    var account: Int?
    var model: String?
    var context: String?
    var geo: String?
    var tier: String?
  }

  init(_ facts: UsageFacts, _ references: KeyReferences, _ call: Call) {
    self.facts = facts
    self.references = references
    let filter = UsageFilter(call, references)
    let dimensions = Set(call.texts("group_by") ?? [])
    var indices: [Group: Int] = [:]
    for stream in facts.streams {
      guard !stream.isSubscription, filter.accepts(stream.dimensions) else {
        groupOfStream.append(nil)
        continue
      }
      let group = Group(stream.dimensions, by: dimensions)
      let index = indices[group] ?? groups.count
      if index == groups.count { groups.append(group) }
      indices[group] = index
      groupOfStream.append(index)
    }
  }

  func write(_ json: inout JSONBytes, _ minutes: Range<Int>) {
    var totals = [Amounts](repeating: Amounts(), count: groups.count)
    for (stream, group) in groupOfStream.enumerated() {
      guard let group else { continue }
      totals[group] += facts.amounts(ofStream: stream, minutes)
    }
    json.array { json in
      for (group, amounts) in zip(groups, totals) where !amounts.isReportedZero {
        write(&json, group, amounts)
      }
    }
  }

  private func write(_ json: inout JSONBytes, _ group: Group, _ amounts: Amounts) {
    json.object { json in
      json.amounts(amounts)
      json.key("workspace_id")
      json.id(references.workspaces, group.workspace)
      json.key("api_key_id")
      json.id(references.keys, group.key)
      json.key("account_id")
      json.id(references.users, group.account)
      json.key("service_account_id")
      json.null()
      json.key("model")
      json.string(group.model)
      json.key("context_window")
      json.string(group.context)
      json.key("inference_geo")
      json.string(group.geo)
      json.key("service_tier")
      json.string(group.tier)
    }
  }
}

extension MessagesReport.Group {
  init(_ use: UsageStream.Dimensions, by dimensions: Set<String>) {
    if dimensions.contains("workspace_id"), use.workspace != Workspace.defaultNumber {
      workspace = use.workspace
    }
    if dimensions.contains("api_key_id") { key = use.key }
    if dimensions.contains("account_id") { account = use.account }
    if dimensions.contains("model") { model = use.model.id }
    if dimensions.contains("context_window") { context = use.context }
    if dimensions.contains("inference_geo") { geo = use.geo }
    if dimensions.contains("service_tier") { tier = use.tier }
  }
}

extension Amounts {
  /// Code execution shows in the cost report only.
  fileprivate var isReportedZero: Bool {
    Meter.allCases.allSatisfy { $0 == .codeExecution || self[$0] == 0 }
  }
}

extension JSONBytes {
  fileprivate mutating func amounts(_ amounts: Amounts) {
    key("uncached_input_tokens")
    int(amounts[.uncachedInput])
    key("cache_read_input_tokens")
    int(amounts[.cacheRead])
    key("cache_creation")
    object { json in
      json.key("ephemeral_5m_input_tokens")
      json.int(amounts[.fiveMinuteCache])
      json.key("ephemeral_1h_input_tokens")
      json.int(amounts[.hourCache])
    }
    key("output_tokens")
    int(amounts[.output])
    key("server_tool_use")
    object { json in
      json.key("web_search_requests")
      json.int(amounts[.webSearch])
    }
  }
}
