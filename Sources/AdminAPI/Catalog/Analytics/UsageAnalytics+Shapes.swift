package import StewardValues

extension Catalog.UsageAnalytics {
  package static let usage = Shape(
    "AnalyticsUsage",
    fields: [
      Field("starting_at", .datetime),
      Field("ending_at", .datetime, "exclusive"),
      Field("group", .record(usageGroup), "the values that the row stands for"),
      Field("usage", .record(usageMetrics)),
    ]
  )

  package static let cost = Shape(
    "AnalyticsCost",
    fields: [
      Field("starting_at", .datetime),
      Field("ending_at", .datetime, "exclusive"),
      Field("group", .record(costGroup), "the values that the row stands for"),
      Field("cost", .record(costMetrics)),
    ]
  )

  private static let usageGroup = Shape("AnalyticsUsageGroup", fields: groupFields)

  private static let costGroup = Shape(
    "AnalyticsCostGroup",
    fields: groupFields + [
      Field(
        "cost_type",
        .oneOf(Catalog.CostReport.costType).orNull,
        nullMeaning: Catalog.Analytics.notGrouped
      ),
      Field(
        "token_type",
        .oneOf(Catalog.CostReport.tokenType).orNull,
        nullMeaning: "no tokens, or not grouped by it"
      ),
    ]
  )

  private static let usageMetrics = Shape(
    "AnalyticsUsageMetrics",
    fields: tokenFields + [Field("total_tokens", .int), requests]
  )

  private static let costMetrics = Shape(
    "AnalyticsCostMetrics",
    fields: amounts + [
      Field("requests", .int.orNull, nullMeaning: "grouped by cost_type or token_type")
    ]
  )

  private static let groupFields =
    [
      Field("actor", .record(actor).orNull, nullMeaning: Catalog.Analytics.notGrouped),
      Field("actor_type", .oneOf(actorType).orNull, nullMeaning: Catalog.Analytics.notGrouped),
      Field("workspace_id", .id(.workspace).orNull, nullMeaning: notOfPlatform),
      Field(
        "api_key_id",
        .id(.apiKey).orNull,
        nullMeaning: "without a key, or not grouped by it"
      ),
      Field("organization_id", .string.orNull, nullMeaning: Catalog.Analytics.notGrouped),
      Field(
        "service_tier",
        .oneOf(Catalog.UsageReports.serviceTier).orNull,
        nullMeaning: notOfPlatform
      ),
      Field("user_profile_id", .string.orNull, nullMeaning: notOfPlatform),
      Field("agent_id", .string.orNull, nullMeaning: notOfPlatform),
      Field("deployment_id", .string.orNull, nullMeaning: notOfPlatform),
      Field("environment_id", .string.orNull, nullMeaning: notOfPlatform),
      Field("session_id", .string.orNull, nullMeaning: notOfPlatform),
    ] + commonGroupFields

  /// Those that the older reports have too.
  static let commonGroupFields = [
    Field("product", .string.orNull, nullMeaning: "code execution, or not grouped by it"),
    Field("model", .string.orNull, nullMeaning: Catalog.Analytics.notGrouped),
    Field(
      "context_window",
      .oneOf(Catalog.UsageReports.contextWindow).orNull,
      nullMeaning: Catalog.Analytics.notGrouped
    ),
    Field(
      "inference_geo",
      .oneOf(place).orNull,
      nullMeaning: "not available, or not grouped by it"
    ),
    Field(
      "speed",
      .oneOf(Catalog.UsageReports.speed).orNull,
      nullMeaning: Catalog.Analytics.notGrouped
    ),
    Field("rbac_group_id", .id(.rbacGroup).orNull, nullMeaning: "no group, or not grouped by it"),
    Field("slack_channel_id", .string.orNull, nullMeaning: Catalog.Analytics.notGrouped),
    Field(
      "claude_tag_category",
      .oneOf(claudeTagCategory).orNull,
      nullMeaning: Catalog.Analytics.notGrouped
    ),
    Field(
      "claude_tag_user_id",
      .string.orNull,
      "Slack's id",
      nullMeaning: Catalog.Analytics.notGrouped
    ),
  ]

  private static let notOfPlatform = "not of the Claude Platform, or not grouped by it"

  private static let actor = Shape(
    "AnalyticsActor",
    fields: [
      Field("type", .oneOf(actorType)),
      Field("name", .string.orNull),
      Field("email_address", .string.orNull, nullMeaning: "no person"),
      Field("deleted", .bool.orNull, "has left the organization"),
      Field("user_id", .id(.user).orNull, nullMeaning: "no person"),
      Field("service_account_id", .id(.serviceAccount).orNull, nullMeaning: "no service account"),
      Field("api_key_id", .id(.apiKey).orNull, nullMeaning: "no key"),
      Field("subject", .string.orNull, nullMeaning: "no federated identity"),
      Field("provider", .record(provider).orNull, nullMeaning: "no federated identity"),
    ]
  )

  private static let provider = Shape(
    "AnalyticsIdentityProvider",
    fields: [
      Field(
        "type",
        .oneOf(Enumeration("a kind of identity provider", ["aws", "azure", "gcp", "oidc"]))
      ),
      Field("account_id", .string.orNull, "of AWS"),
      Field("signed_principal", .string.orNull, "of AWS"),
      Field("subscription_id", .string.orNull, "of Azure"),
      Field("project_number", .string.orNull, "of GCP"),
      Field("issuer", .string.orNull, "of OIDC"),
    ]
  )

  static let tokenFields = [
    Field("uncached_input_tokens", .int),
    Field("cache_read_input_tokens", .int),
    Field("cache_creation", .record(Catalog.UsageReports.cacheCreation)),
    Field("output_tokens", .int),
    Field("server_tool_use", .record(Catalog.UsageReports.serverToolUse)),
  ]

  static let requests = Field("requests", .int.orNull)

  /// What is paid and what it would cost without discount.
  static let amounts = [
    Field("amount", .money, "after discounts", money: MoneyRule(currencyField: "currency")),
    Field("list_amount", .money, "before discounts", money: MoneyRule(currencyField: "currency")),
    Field("currency", .string),
  ]

  static let actorType = Enumeration(
    "a kind of actor",
    ["user_actor", "service_account_actor", "federated_actor", "api_actor"]
  )
  static let claudeTagCategory = Enumeration(
    "a category of Claude Tag",
    ["dm", "engaged", "monitoring", "proactive", "scheduled"]
  )
  static let place = Enumeration("a known place of inference", ["global", "us"])
}
