/// What the use cost, by day: the same facts, times a price.
struct CostReport {
  private let facts: UsageFacts
  private let workspaces: ObjectIDs
  private var groups: [Group] = []
  /// Each stream's lines: what is counted, what one costs, and the group it counts toward.
  private var lines: [[Line]] = []

  private struct Line {
    let meter: Meter
    let price: Int
    let group: Int
  }

  /// What a row says of its costs; nil where the query does not group by it.
  struct Group: Hashable {
    var workspace: Int?
    var description: String?
    var costType: String?
    var tokenType: String?
    var model: String?
    var context: String?
    var geo: String?
    var tier: String?
  }

  init(_ facts: UsageFacts, _ workspaces: ObjectIDs, _ call: Call) {
    self.facts = facts
    self.workspaces = workspaces
    let dimensions = Set(call.texts("group_by") ?? [])
    var indices: [Group: Int] = [:]
    for stream in facts.streams {
      // Priority Tier is paid for by commitment, a subscription by seat.
      if stream.isSubscription || stream.dimensions.tier == "priority" {
        lines.append([])
        continue
      }
      lines.append(
        Meter.allCases.map { meter in
          let group = Group(stream.dimensions, meter, by: dimensions)
          let index = indices[group] ?? groups.count
          if index == groups.count { groups.append(group) }
          indices[group] = index
          return Line(meter: meter, price: meter.price(stream.dimensions), group: index)
        }
      )
    }
  }

  func write(_ json: inout JSONBytes, _ minutes: Range<Int>) {
    var totals = [Int](repeating: 0, count: groups.count)
    for (stream, lines) in lines.enumerated() where !lines.isEmpty {
      let amounts = facts.amounts(ofStream: stream, minutes)
      for line in lines { totals[line.group] += amounts[line.meter] * line.price }
    }
    json.array { json in
      for (group, total) in zip(groups, totals) where total != 0 { write(&json, group, total) }
    }
  }

  private func write(_ json: inout JSONBytes, _ group: Group, _ total: Int) {
    json.object { json in
      json.key("currency")
      json.string("USD")
      json.key("amount")
      json.string(Cents.text(total))
      json.key("workspace_id")
      json.id(workspaces, group.workspace)
      json.key("description")
      json.string(group.description)
      json.key("cost_type")
      json.string(group.costType)
      json.key("model")
      json.string(group.model)
      json.key("token_type")
      json.string(group.tokenType)
      json.key("context_window")
      json.string(group.context)
      json.key("inference_geo")
      json.string(group.geo)
      json.key("service_tier")
      json.string(group.tier)
    }
  }
}

extension CostReport.Group {
  init(_ use: UsageStream.Dimensions, _ meter: Meter, by dimensions: Set<String>) {
    if dimensions.contains("workspace_id"), use.workspace != Workspace.defaultNumber {
      workspace = use.workspace
    }
    guard dimensions.contains("description") else { return }
    description = meter.description(use)
    costType = meter.costType
    guard let tokenType = meter.tokenType else { return }
    self.tokenType = tokenType
    model = use.model.id
    context = use.context
    geo = use.geo
    tier = use.tier
  }
}
