internal import AdminAPI
internal import StewardValues

/// Which use a report asks for, and how it splits its rows.
struct AnalyticsQuery {
  let dimensions: [String]
  /// The wanted values by dimension.
  private let wanted: [String: Set<String>]
  private let groups: Set<String>?

  /// The parameters that filter, and what they look at.
  private static let filters = [
    "actor_ids": "actor", "actor_types": "actor_type", "agent_ids": "agent_id",
    "api_key_ids": "api_key_id", "claude_tag_categories": "claude_tag_category",
    "claude_tag_user_ids": "claude_tag_user_id", "context_windows": "context_window",
    "deployment_ids": "deployment_id", "environment_ids": "environment_id",
    "inference_geos": "inference_geo", "models": "model", "organization_ids": "organization_id",
    "products": "product", "service_tiers": "service_tier", "session_ids": "session_id",
    "slack_channel_ids": "slack_channel_id", "speeds": "speed", "user_ids": "actor",
    "user_profile_ids": "user_profile_id", "workspace_ids": "workspace_id",
  ]
  /// Filters whose value of that name stands for use without a value.
  private static let nameOfNone = ["inference_geo": "not_available", "api_key_id": ""]

  /// - Throws: 400 for what does not go together.
  init(_ call: Call) throws(APIFailure) {
    dimensions = call.texts("group_by") ?? []
    groups = call.texts("rbac_group_ids").map { Set($0) }
    var wanted: [String: Set<String>] = [:]
    for (parameter, dimension) in Self.filters {
      guard var values = call.texts(parameter).map({ Set($0) }) else { continue }
      if dimension == "product", values.contains("chat_cowork_unified") {
        values.formUnion(["chat", "cowork"])
      }
      wanted[dimension] = values
    }
    self.wanted = wanted
    let counted = dimensions.count { !["cost_type", "token_type"].contains($0) }
    if counted > 5, call.operation.parameter("time_bucket_width") != nil {
      throw .invalid("group_by: At most 5 dimensions are allowed")
    }
    if dimensions.contains("claude_tag_user_id"),
      groups != nil || dimensions.contains("rbac_group_id")
    {
      throw .invalid("group_by: claude_tag_user_id cannot be combined with RBAC groups")
    }
  }

  func accepts(_ stream: AnalyticsStream) -> Bool {
    if let groups, !stream.groups.contains(where: groups.contains) { return false }
    return wanted.allSatisfy { dimension, values in
      (stream.values[dimension] ?? Self.nameOfNone[dimension]).map(values.contains) ?? false
    }
  }

  /// The parts of a stream that rows are made of: one for each group of the person and each kind of
  /// cost, as far as the query splits by them.
  func parts(of stream: AnalyticsStream) -> [AnalyticsPart] {
    var values = stream.values.filter { dimensions.contains($0.key) }
    values["rbac_group_id"] = nil
    var parts = [AnalyticsPart(stream: stream, group: values)]
    if dimensions.contains("rbac_group_id"), !stream.groups.isEmpty {
      parts = stream.groups.map { id in
        var part = AnalyticsPart(stream: stream, group: values)
        part.group["rbac_group_id"] = id
        return part
      }
    }
    guard dimensions.contains("cost_type") || dimensions.contains("token_type") else {
      return parts
    }
    return parts.flatMap { part in
      Meter.allCases.map { meter in
        var copy = part
        copy.meters = [meter]
        if dimensions.contains("cost_type") { copy.kind["cost_type"] = meter.costType }
        if dimensions.contains("token_type") { copy.kind["token_type"] = meter.tokenType }
        return copy
      }
    }
  }
}

/// A part of a stream that counts toward one row.
struct AnalyticsPart {
  let stream: AnalyticsStream
  /// The values that the row stands for, by dimension.
  var group: [String: String]
  /// Those of them that split a row of the ranking.
  var kind: [String: String] = [:]
  var meters = Meter.allCases
}
