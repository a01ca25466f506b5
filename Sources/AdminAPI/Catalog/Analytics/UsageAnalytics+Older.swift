package import StewardValues

/// The four reports that usage and cost replace.
extension Catalog.UsageAnalytics {
  package static let usageBucket = Shape(
    "AnalyticsUsageBucket",
    fields: bucketTimes + [
      Field("results", .list(.record(usageResult)), "one row a group; none without usage")
    ]
  )

  package static let costBucket = Shape(
    "AnalyticsCostBucket",
    fields: bucketTimes + [
      Field("results", .list(.record(costResult)), "one row a group; none without cost")
    ]
  )

  package static let userUsage = Shape(
    "AnalyticsUserUsage",
    fields: userTimes + tokenFields + [Field("total_tokens", .int), requests] + commonGroupFields
  )

  package static let userCost = Shape(
    "AnalyticsUserCost",
    fields: userTimes + amounts + [requests] + costGroupFields
  )

  package static let usageResult = Shape(
    "AnalyticsUsageResult",
    fields: tokenFields + [requests] + commonGroupFields
  )

  package static let costResult = Shape(
    "AnalyticsCostResult",
    fields: amounts + [requests] + costGroupFields
  )

  private static let bucketTimes = [
    Field("starting_at", .datetime), Field("ending_at", .datetime, "exclusive"),
  ]

  private static let userTimes = [
    Field("actor", .record(user)),
    Field("starting_at", .datetime.orNull, nullMeaning: "no buckets"),
    Field("ending_at", .datetime.orNull, "exclusive", nullMeaning: "no buckets"),
  ]

  private static let user = Shape(
    "AnalyticsUserActor",
    fields: [
      Field("user_id", .id(.user)),
      Field("email_address", .string.orNull),
      Field("name", .string.orNull),
      Field("deleted", .bool, "has left the organization"),
      Paging.type("user_actor"),
    ]
  )

  private static let costGroupFields =
    commonGroupFields + [
      Field("cost_type", .oneOf(costType).orNull, nullMeaning: Catalog.Analytics.notGrouped),
      Field(
        "token_type",
        .oneOf(Catalog.CostReport.tokenType).orNull,
        nullMeaning: "no tokens, or not grouped by it"
      ),
    ]

  private static let costType = Enumeration(
    "a kind of cost of the older reports",
    ["tokens", "web_search", "code_execution"]
  )
  private static let product = Enumeration(
    "a product of the older reports",
    [
      "chat", "chat_cowork_unified", "claude-tag", "claude_code", "claude_design",
      "claude_in_chrome", "cowork", "office_agent",
    ]
  )
  private static let dimensions = [
    "claude_tag_category", "claude_tag_user_id", "context_window", "inference_geo", "model",
    "product", "rbac_group_id", "slack_channel_id", "speed",
  ]
  private static let usageDimension = Enumeration(
    "a dimension of the older usage reports",
    dimensions
  )
  private static let costDimension = Enumeration(
    "a dimension of the older cost reports",
    dimensions + ["cost_type", "token_type"]
  )

  private static let buckets = PageLimit.byBucketWidth([
    "1m": (default: 60, maximum: 256),
    "1h": (default: 24, maximum: 168),
    "1d": (default: 7, maximum: 31),
  ])

  // MARK: - Operations

  package static let listUsageReport = overTime(
    "usage_report",
    "Tokens by bucket of time, the report that analytics usage replaces",
    usageBucket,
    usageDimension,
    example: "analytics usage-report list --starting-at (ago(7d)) | flatten results"
  )

  package static let listCostReport = overTime(
    "cost_report",
    "Cost by bucket of time, the report that analytics cost replaces",
    costBucket,
    costDimension,
    example: "analytics cost-report list --starting-at (ago(7d)) | flatten results | sum amount"
  )

  package static let listUserUsageReport = byUser(
    "user_usage_report",
    "Tokens by person, the report that analytics usage replaces",
    userUsage,
    usageDimension,
    orderBy(
      "people's usage",
      ["output_tokens", "requests", "total_tokens", "uncached_input_tokens"],
      "total_tokens"
    ),
    example: """
      analytics user-usage-report list --starting-at (ago(7d)) \
      | select actor.email_address, total_tokens
      """
  )

  package static let listUserCostReport = byUser(
    "user_cost_report",
    "Cost by person, the report that analytics cost replaces",
    userCost,
    costDimension,
    orderBy("people's cost", ["amount", "list_amount"], "amount"),
    example: """
      analytics user-cost-report list --starting-at (ago(7d)) | select actor.email_address, amount
      """
  )

  private static func overTime(
    _ name: String,
    _ summary: String,
    _ row: Shape,
    _ dimension: Enumeration,
    example: String
  ) -> Operation {
    Operation(
      "analytics.\(name).list",
      .get,
      "/v1/organizations/analytics/\(name)",
      summary,
      parameters: [
        startingAt, endingAt,
        Parameter(
          "bucket_width",
          .query,
          .oneOf(Catalog.UsageReports.bucketWidth),
          "how long a bucket is",
          default: "1d"
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(dimension)),
          "how buckets are split into rows"
        ),
      ] + olderFilters + Paging.token(buckets),
      response: .page(.token(buckets), row: row),
      semantics: .computes,
      notes: [rangeNote, "a bucket has its 100 largest rows, and none for the rest"],
      budget: .analytics,
      access: .readingAnalytics,
      example: example
    )
  }

  private static func byUser(
    _ name: String,
    _ summary: String,
    _ row: Shape,
    _ dimension: Enumeration,
    _ ranking: Parameter,
    example: String
  ) -> Operation {
    Operation(
      "analytics.\(name).list",
      .get,
      "/v1/organizations/analytics/\(name)",
      summary,
      parameters: [
        startingAt, endingAt,
        Parameter(
          "bucket_width",
          .query,
          .oneOf(Catalog.UsageReports.bucketWidth),
          "rows for each bucket of this length; needs an end"
        ),
        Parameter("group_by", .query, .list(.oneOf(dimension)), "how a person's row is split"),
        ranking, order,
        Parameter("exclude_deleted_users", .query, .bool, "leave out people who have left"),
      ] + olderFilters + Paging.token(rows),
      response: .page(.token(rows), row: row),
      semantics: .computes,
      notes: [
        rangeNote, "only what people used themselves: nothing of keys",
        "split, a page can have more rows than its limit, which counts people",
      ],
      budget: .analytics,
      access: .readingAnalytics,
      example: example
    )
  }

  private static let olderFilters =
    [
      Parameter("user_ids", .query, .list(.id(.user)), "only these people"),
      Parameter("products", .query, .list(.oneOf(product)), "only these products"),
    ] + commonFilters
}
