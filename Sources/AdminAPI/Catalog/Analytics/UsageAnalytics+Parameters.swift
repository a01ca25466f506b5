internal import StewardValues

extension Catalog.UsageAnalytics {
  private static let product = Enumeration(
    "a product",
    [
      "chat", "chat_cowork_unified", "claude_code", "claude_console", "claude_design",
      "claude_in_chrome", "claude_tag", "cowork", "managed_agents_api", "message_batches_api",
      "messages_api", "office_agent",
    ]
  )
  static let usageDimensions = [
    "actor", "actor_type", "agent_id", "api_key_id", "claude_tag_category",
    "claude_tag_user_id", "context_window", "deployment_id", "environment_id", "inference_geo",
    "model", "organization_id", "product", "rbac_group_id", "service_tier", "session_id",
    "slack_channel_id", "speed", "user_profile_id", "workspace_id",
  ]

  static let rangeNote = """
    at most 31 days, a day with buckets of a minute; from 2026-01-01, and no longer ago than 365 days
    """

  static let time = [
    startingAt, endingAt,
    Parameter(
      "time_bucket_width",
      .query,
      .oneOf(Catalog.UsageReports.bucketWidth),
      "rows for each bucket of this length; needs an end"
    ),
  ]

  static let startingAt = Parameter(
    "starting_at",
    .query,
    .datetime,
    required: true,
    "from when, inclusive"
  )
  static let endingAt = Parameter("ending_at", .query, .datetime, "until when, exclusive")
  static let order = Parameter(
    "order",
    .query,
    .oneOf(Catalog.Analytics.order),
    "upward or downward",
    default: "desc"
  )

  static func groupBy(_ dimension: Enumeration, _ most: Int, _ limit: String) -> Parameter {
    Parameter(
      "group_by",
      .query,
      .list(.oneOf(dimension)),
      "how rows are split, \(limit)",
      constraint: .items(0...most)
    )
  }

  static func orderBy(_ name: String, _ values: [String], _ standard: String) -> Parameter {
    Parameter(
      "order_by",
      .query,
      .oneOf(Enumeration("an order of \(name)", values)),
      values.contains("time")
        ? "what decides the order; time needs buckets" : "what ranks people",
      default: standard
    )
  }

  static let filters =
    [
      order,
      Parameter(
        "exclude_deleted_users",
        .query,
        .bool,
        "leave out people who have left; needs rows split by actor"
      ),
      Parameter(
        "actor_ids",
        .query,
        .list(.string),
        "only these people, service accounts and keys",
        constraint: .items(0...100)
      ),
      Parameter("actor_types", .query, .list(.oneOf(actorType)), "only these kinds of actors"),
      Parameter("workspace_ids", .query, .list(.id(.workspace)), "only these workspaces"),
      Parameter("api_key_ids", .query, .list(.id(.apiKey)), "only what these keys asked for"),
      Parameter(
        "organization_ids",
        .query,
        .list(.string),
        "only these organizations, for a key of their parent"
      ),
      Parameter("products", .query, .list(.oneOf(product)), "only these products"),
      Parameter(
        "service_tiers",
        .query,
        .list(.oneOf(Catalog.UsageReports.serviceTier)),
        "only these tiers"
      ),
      Parameter("user_profile_ids", .query, .list(.string), "only these user profiles"),
      Parameter("agent_ids", .query, .list(.string), "only these agents"),
      Parameter("deployment_ids", .query, .list(.string), "only these deployments"),
      Parameter("environment_ids", .query, .list(.string), "only these environments"),
      Parameter("session_ids", .query, .list(.string), "only these sessions"),
    ] + commonFilters

  /// Those that the older reports have too.
  static let commonFilters = [
    Parameter("models", .query, .list(.string), "only these models"),
    Parameter(
      "context_windows",
      .query,
      .list(.oneOf(Catalog.UsageReports.contextWindow)),
      "only these context window bands"
    ),
    Parameter(
      "inference_geos",
      .query,
      .list(.oneOf(Catalog.UsageReports.reportedGeo)),
      "only these places"
    ),
    Parameter("speeds", .query, .list(.oneOf(Catalog.UsageReports.speed)), "only these speeds"),
    Parameter("rbac_group_ids", .query, .list(.id(.rbacGroup)), "only people of these groups"),
    Parameter("slack_channel_ids", .query, .list(.string), "only these Slack channels"),
    Parameter(
      "claude_tag_categories",
      .query,
      .list(.oneOf(claudeTagCategory)),
      "only these categories of Claude Tag"
    ),
    Parameter("claude_tag_user_ids", .query, .list(.string), "only these people, by Slack's ids"),
  ]
}
