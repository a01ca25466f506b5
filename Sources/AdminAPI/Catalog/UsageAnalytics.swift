package import StewardValues

extension Catalog {
  /// Tokens and cost of a Claude Enterprise organization.
  package enum UsageAnalytics {
    package static let analyticsCostItem = Shape(
      "AnalyticsCostItem",
      fields: [
        Field("cost", .record(analyticsCostMetrics)), Field("group", .record(analyticsCostGroup)),
        Field("ending_at", .datetime), Field("starting_at", .datetime),
      ]
    )

    package static let analyticsCostMetrics = Shape(
      "AnalyticsCostMetrics",
      fields: [
        Field(
          "amount",
          .money,
          "fractional cents string, after discount",
          money: MoneyRule(currencyField: "currency")
        ), Field("currency", .string, "always USD today"),
        Field("list_amount", .string, "fractional cents string, before discount"),
        Field("requests", .int.orNull, "null when grouped by cost_type or token_type"),
      ]
    )

    package static let analyticsCostGroup = Shape(
      "AnalyticsCostGroup",
      fields: [
        Field("actor", .record(analyticsActor).orNull),
        Field("actor_type", .oneOf(analyticsActorTypeValue).orNull),
        Field("agent_id", .string.orNull), Field("api_key_id", .id(.apiKey).orNull),
        Field("claude_tag_category", .oneOf(analyticsClaudeTagCategory).orNull),
        Field("claude_tag_user_id", .string.orNull),
        Field("context_window", .oneOf(analyticsContextWindow).orNull),
        Field("cost_type", .oneOf(analyticsGroupedCostType).orNull),
        Field("deployment_id", .string.orNull), Field("environment_id", .string.orNull),
        Field("inference_geo", .oneOf(analyticsUsageCostInferenceGeo).orNull),
        Field("model", .string.orNull), Field("organization_id", .string.orNull),
        Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("service_tier", .oneOf(analyticsServiceTier).orNull),
        Field("session_id", .string.orNull), Field("slack_channel_id", .string.orNull),
        Field("speed", .oneOf(analyticsSpeed).orNull),
        Field("token_type", .oneOf(analyticsTokenType).orNull),
        Field("user_profile_id", .string.orNull), Field("workspace_id", .id(.workspace).orNull),
      ]
    )

    package static let analyticsActor = Shape(
      "AnalyticsActor",
      fields: [
        Field("name", .string.orNull), Field("type", .oneOf(analyticsActorType)),
        Field("deleted", .bool.orNull), Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull),
        Field("service_account_id", .id(.serviceAccount).orNull),
        Field("provider", .record(analyticsFederatedActorProvider).orNull),
        Field("subject", .string.orNull), Field("api_key_id", .id(.apiKey).orNull),
      ]
    )

    package static let analyticsFederatedActorProvider = Shape(
      "AnalyticsFederatedActorProvider",
      fields: [
        Field("type", .oneOf(analyticsFederatedActorProviderType)),
        Field("account_id", .string.orNull), Field("signed_principal", .string.orNull),
        Field("subscription_id", .string.orNull), Field("project_number", .string.orNull),
        Field("issuer", .string.orNull),
      ]
    )

    package static let analyticsCostReportTimeBucket = Shape(
      "AnalyticsCostReportTimeBucket",
      fields: [
        Field(
          "results",
          .list(.record(analyticsCostBucketedResult)),
          "empty when bucket has no data"
        ), Field("ending_at", .datetime), Field("starting_at", .datetime),
      ]
    )

    package static let analyticsCostBucketedResult = Shape(
      "AnalyticsCostBucketedResult",
      fields: [
        Field(
          "amount",
          .money,
          "fractional cents string, after discount",
          money: MoneyRule(currencyField: "currency")
        ), Field("claude_tag_category", .oneOf(analyticsClaudeTagCategory).orNull),
        Field("claude_tag_user_id", .string.orNull),
        Field("context_window", .oneOf(analyticsContextWindow).orNull),
        Field("cost_type", .oneOf(analyticsCostType).orNull), Field("currency", .string),
        Field("inference_geo", .oneOf(analyticsUsageCostInferenceGeo).orNull),
        Field("list_amount", .string), Field("model", .string.orNull),
        Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("requests", .int.orNull), Field("slack_channel_id", .string.orNull),
        Field("speed", .oneOf(analyticsSpeed).orNull),
        Field("token_type", .oneOf(analyticsTokenType).orNull),
      ]
    )

    package static let analyticsUsageItem = Shape(
      "AnalyticsUsageItem",
      fields: [
        Field("group", .record(analyticsUsageGroup)),
        Field("usage", .record(analyticsUsageMetrics)), Field("ending_at", .datetime),
        Field("starting_at", .datetime),
      ]
    )

    package static let analyticsUsageGroup = Shape(
      "AnalyticsUsageGroup",
      fields: [
        Field("actor", .record(analyticsActor).orNull),
        Field("actor_type", .oneOf(analyticsActorTypeValue).orNull),
        Field("agent_id", .string.orNull), Field("api_key_id", .id(.apiKey).orNull),
        Field("claude_tag_category", .oneOf(analyticsClaudeTagCategory).orNull),
        Field("claude_tag_user_id", .string.orNull),
        Field("context_window", .oneOf(analyticsContextWindow).orNull),
        Field("deployment_id", .string.orNull), Field("environment_id", .string.orNull),
        Field("inference_geo", .oneOf(analyticsUsageCostInferenceGeo).orNull),
        Field("model", .string.orNull), Field("organization_id", .string.orNull),
        Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("service_tier", .oneOf(analyticsServiceTier).orNull),
        Field("session_id", .string.orNull), Field("slack_channel_id", .string.orNull),
        Field("speed", .oneOf(analyticsSpeed).orNull), Field("user_profile_id", .string.orNull),
        Field("workspace_id", .id(.workspace).orNull),
      ]
    )

    package static let analyticsUsageMetrics = Shape(
      "AnalyticsUsageMetrics",
      fields: [
        Field("cache_creation", .record(cacheCreation)), Field("cache_read_input_tokens", .int),
        Field("output_tokens", .int), Field("requests", .int.orNull),
        Field("server_tool_use", .record(analyticsServerToolUse)), Field("total_tokens", .int),
        Field("uncached_input_tokens", .int),
      ]
    )

    package static let cacheCreation = Shape(
      "CacheCreation",
      fields: [Field("ephemeral_1h_input_tokens", .int), Field("ephemeral_5m_input_tokens", .int)]
    )

    package static let analyticsServerToolUse = Shape(
      "AnalyticsServerToolUse",
      fields: [Field("web_search_requests", .int)]
    )

    package static let analyticsUsageReportTimeBucket = Shape(
      "AnalyticsUsageReportTimeBucket",
      fields: [
        Field("results", .list(.record(analyticsUsageBucketedResult))),
        Field("ending_at", .datetime), Field("starting_at", .datetime),
      ]
    )

    package static let analyticsUsageBucketedResult = Shape(
      "AnalyticsUsageBucketedResult",
      fields: [
        Field("cache_creation", .record(cacheCreation)), Field("cache_read_input_tokens", .int),
        Field("claude_tag_category", .oneOf(analyticsClaudeTagCategory).orNull),
        Field("claude_tag_user_id", .string.orNull),
        Field("context_window", .oneOf(analyticsContextWindow).orNull),
        Field("inference_geo", .oneOf(analyticsUsageCostInferenceGeo).orNull),
        Field("model", .string.orNull), Field("output_tokens", .int),
        Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("requests", .int.orNull), Field("server_tool_use", .record(analyticsServerToolUse)),
        Field("slack_channel_id", .string.orNull), Field("speed", .oneOf(analyticsSpeed).orNull),
        Field("uncached_input_tokens", .int),
      ]
    )

    package static let analyticsCostUsersItem = Shape(
      "AnalyticsCostUsersItem",
      fields: [
        Field("actor", .record(analyticsUserActor)),
        Field("amount", .money, money: MoneyRule(currencyField: "currency")),
        Field("claude_tag_category", .oneOf(analyticsClaudeTagCategory).orNull),
        Field("claude_tag_user_id", .string.orNull),
        Field("context_window", .oneOf(analyticsContextWindow).orNull),
        Field("cost_type", .oneOf(analyticsCostType).orNull), Field("currency", .string),
        Field("inference_geo", .oneOf(analyticsUsageCostInferenceGeo).orNull),
        Field("list_amount", .string), Field("model", .string.orNull),
        Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("requests", .int.orNull), Field("slack_channel_id", .string.orNull),
        Field("speed", .oneOf(analyticsSpeed).orNull),
        Field("token_type", .oneOf(analyticsTokenType).orNull),
        Field("ending_at", .datetime.orNull, "null unless bucket_width"),
        Field("starting_at", .datetime.orNull, "null unless bucket_width"),
      ]
    )

    package static let analyticsUserActor = Shape(
      "AnalyticsUserActor",
      fields: [
        Field("name", .string.orNull), Field("deleted", .bool),
        Field("email_address", .string.orNull), Field("user_id", .id(.user)),
        Paging.type("user_actor"),
      ]
    )

    package static let analyticsUsageUsersItem = Shape(
      "AnalyticsUsageUsersItem",
      fields: [
        Field("actor", .record(analyticsUserActor)),
        Field("cache_creation", .record(cacheCreation)), Field("cache_read_input_tokens", .int),
        Field("claude_tag_category", .oneOf(analyticsClaudeTagCategory).orNull),
        Field("claude_tag_user_id", .string.orNull),
        Field("context_window", .oneOf(analyticsContextWindow).orNull),
        Field("inference_geo", .oneOf(analyticsUsageCostInferenceGeo).orNull),
        Field("model", .string.orNull), Field("output_tokens", .int),
        Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("requests", .int.orNull), Field("server_tool_use", .record(analyticsServerToolUse)),
        Field("slack_channel_id", .string.orNull), Field("speed", .oneOf(analyticsSpeed).orNull),
        Field("total_tokens", .int), Field("uncached_input_tokens", .int),
        Field("ending_at", .datetime.orNull, "null unless bucket_width"),
        Field("starting_at", .datetime.orNull, "null unless bucket_width"),
      ]
    )

    package static let analyticsActorType = Enumeration(
      "an analytics actor type",
      ["user_actor", "service_account_actor", "federated_actor", "api_actor"]
    )

    package static let analyticsFederatedActorProviderType = Enumeration(
      "an analytics federated actor provider type",
      ["aws", "azure", "gcp", "oidc"]
    )

    package static let analyticsActorTypeValue = Enumeration(
      "an analytics actor type",
      ["api_actor", "federated_actor", "service_account_actor", "user_actor"]
    )

    package static let analyticsClaudeTagCategory = Enumeration(
      "an analytics claude tag category",
      ["dm", "engaged", "monitoring", "proactive", "scheduled"]
    )

    package static let analyticsContextWindow = Enumeration(
      "an analytics context window",
      ["0-200k", "200k-1M"]
    )

    package static let analyticsGroupedCostType = Enumeration(
      "an analytics grouped cost type",
      ["code_execution", "session_usage", "tokens", "web_search"]
    )

    package static let analyticsUsageCostInferenceGeo = Enumeration(
      "an analytics usage cost inference geo",
      ["global", "us"]
    )

    package static let analyticsServiceTier = Enumeration(
      "an analytics service tier",
      ["batch", "flex", "flex_discount", "priority", "priority_on_demand", "standard"]
    )

    package static let analyticsSpeed = Enumeration("an analytics speed", ["fast", "standard"])

    package static let analyticsTokenType = Enumeration(
      "an analytics token type",
      [
        "cache_creation.ephemeral_1h_input_tokens", "cache_creation.ephemeral_5m_input_tokens",
        "cache_read_input_tokens", "output_tokens", "uncached_input_tokens",
      ]
    )

    package static let analyticsCostGroupBy = Enumeration(
      "an analytics cost group by",
      [
        "actor", "actor_type", "agent_id", "api_key_id", "claude_tag_category",
        "claude_tag_user_id", "context_window", "cost_type", "deployment_id", "environment_id",
        "inference_geo", "model", "organization_id", "product", "rbac_group_id", "service_tier",
        "session_id", "slack_channel_id", "speed", "token_type", "user_profile_id", "workspace_id",
      ]
    )

    package static let analyticsInferenceGeoFilter = Enumeration(
      "an analytics inference geo filter",
      ["global", "not_available", "us"]
    )

    package static let analyticsUsageCostSortOrder = Enumeration(
      "an analytics usage cost sort order",
      ["asc", "desc"]
    )

    package static let analyticsCostOrderBy = Enumeration(
      "an analytics cost order by",
      ["amount", "list_amount", "time"]
    )

    package static let analyticsUsageCostProductFilter = Enumeration(
      "an analytics usage cost product filter",
      [
        "chat", "chat_cowork_unified", "claude_code", "claude_console", "claude_design",
        "claude_in_chrome", "claude_tag", "cowork", "managed_agents_api", "message_batches_api",
        "messages_api", "office_agent",
      ]
    )

    package static let analyticsTimeBucketWidth = Enumeration(
      "an analytics time bucket width",
      ["1d", "1h", "1m"]
    )

    package static let analyticsCostType = Enumeration(
      "an analytics cost type",
      ["code_execution", "tokens", "web_search"]
    )

    package static let groupBy = Enumeration(
      "a group by",
      [
        "claude_tag_category", "claude_tag_user_id", "context_window", "cost_type", "inference_geo",
        "model", "product", "rbac_group_id", "slack_channel_id", "speed", "token_type",
      ]
    )

    package static let analyticsProductFilter = Enumeration(
      "an analytics product filter",
      [
        "chat", "chat_cowork_unified", "claude-tag", "claude_code", "claude_design",
        "claude_in_chrome", "cowork", "office_agent",
      ]
    )

    package static let analyticsUsageGroupBy = Enumeration(
      "an analytics usage group by",
      [
        "actor", "actor_type", "agent_id", "api_key_id", "claude_tag_category",
        "claude_tag_user_id", "context_window", "deployment_id", "environment_id", "inference_geo",
        "model", "organization_id", "product", "rbac_group_id", "service_tier", "session_id",
        "slack_channel_id", "speed", "user_profile_id", "workspace_id",
      ]
    )

    package static let analyticsUsageOrderBy = Enumeration(
      "an analytics usage order by",
      ["output_tokens", "requests", "time", "total_tokens", "uncached_input_tokens"]
    )

    package static let groupByValue = Enumeration(
      "a group by",
      [
        "claude_tag_category", "claude_tag_user_id", "context_window", "inference_geo", "model",
        "product", "rbac_group_id", "slack_channel_id", "speed",
      ]
    )

    package static let orderBy = Enumeration("an order by", ["amount", "list_amount"])

    package static let orderByValue = Enumeration(
      "an order by",
      ["output_tokens", "requests", "total_tokens", "uncached_input_tokens"]
    )

    package static let listCost = Operation(
      "analytics.cost.list",
      .get,
      "/v1/organizations/analytics/cost",
      "Cost over time",
      parameters: [
        Parameter(
          "starting_at",
          .query,
          .datetime,
          required: true,
          "RFC 3339 with zone, inclusive; last 365 days; from 2026-01-01"
        ), Parameter("actor_ids", .query, .list(.string), "user_, svac_ or apikey_ IDs"),
        Parameter("actor_types", .query, .list(.oneOf(analyticsActorTypeValue)), "actor types"),
        Parameter("agent_ids", .query, .list(.string), "Claude Platform only"),
        Parameter(
          "api_key_ids",
          .query,
          .list(.id(.apiKey)),
          "apikey_ IDs; empty entry matches keyless usage"
        ),
        Parameter(
          "claude_tag_categories",
          .query,
          .list(.oneOf(analyticsClaudeTagCategory)),
          "claude tag categories"
        ),
        Parameter(
          "claude_tag_user_ids",
          .query,
          .list(.string),
          "Slack user IDs, not claude.ai IDs"
        ),
        Parameter(
          "context_windows",
          .query,
          .list(.oneOf(analyticsContextWindow)),
          "context windows"
        ), Parameter("deployment_ids", .query, .list(.string), "Claude Platform only"),
        Parameter(
          "ending_at",
          .query,
          .datetime,
          "exclusive; max 31 days; default min(now, start+31d)"
        ), Parameter("environment_ids", .query, .list(.string), "Claude Platform only"),
        Parameter(
          "exclude_deleted_users",
          .query,
          .bool,
          "requires group_by actor; pages may be short"
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsCostGroupBy)),
          "max 5, not counting cost_type and token_type",
          constraint: .items(0...5)
        ),
        Parameter(
          "inference_geos",
          .query,
          .list(.oneOf(analyticsInferenceGeoFilter)),
          "not_available matches unset region"
        ), Parameter("models", .query, .list(.string), "models"),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsUsageCostSortOrder),
          "default desc",
          default: "desc"
        ),
        Parameter(
          "order_by",
          .query,
          .oneOf(analyticsCostOrderBy),
          "time only works with time_bucket_width",
          default: "amount"
        ),
        Parameter(
          "organization_ids",
          .query,
          .list(.string),
          "parent-level key only; unknown child matches nothing"
        ),
        Parameter("products", .query, .list(.oneOf(analyticsUsageCostProductFilter)), "products"),
        Parameter(
          "rbac_group_ids",
          .query,
          .list(.id(.rbacGroup)),
          "rbac_group_ ID or bare UUID; any membership that UTC day"
        ),
        Parameter(
          "service_tiers",
          .query,
          .list(.oneOf(analyticsServiceTier)),
          "Claude Platform only; Enterprise matches nothing"
        ), Parameter("session_ids", .query, .list(.string), "sesn_ IDs; Claude Platform only"),
        Parameter("slack_channel_ids", .query, .list(.string), "slack channel ids"),
        Parameter("speeds", .query, .list(.oneOf(analyticsSpeed)), "speeds"),
        Parameter(
          "time_bucket_width",
          .query,
          .oneOf(analyticsTimeBucketWidth),
          "needs ending_at; 1m limits range to 24 hours"
        ),
        Parameter("user_profile_ids", .query, .list(.string), "uprof_ IDs; Claude Platform only"),
        Parameter(
          "workspace_ids",
          .query,
          .list(.id(.workspace)),
          "wrkspc_ IDs; Claude Platform only"
        ),
      ] + Paging.token(20, 1000),
      response: .page(.token(.fixed(default: 20, maximum: 1000)), row: analyticsCostItem),
      semantics: .computes,
      notes: [
        "one row per group combination; single row when ungrouped",
        "cost_type and token_type rows exceed limit", "ending_at mandatory with time_bucket_width",
        "1m buckets: range at most 24 hours", "without buckets, bounds rounded down to the hour",
        "amount is fractional cents string",
        "claude_tag_user_id not combinable with rbac_group grouping or filter",
      ],
      budget: .analytics,
      betaHeader: BetaHeader("analytics-usage-cost-2026-08-24"),
      access: Access(
        [.adminKey, .scopedKey],
        scopes: ["read:analytics"],
        on: [.console, .enterprise]
      ),
      example: "analytics cost list --starting-at (ago(7d))"
    )

    package static let listCostReport = Operation(
      "analytics.cost_report.list",
      .get,
      "/v1/organizations/analytics/cost_report",
      "Cost over time, the older report",
      parameters: [
        Parameter(
          "starting_at",
          .query,
          .datetime,
          required: true,
          "RFC 3339 with zone, inclusive; last 365 days; from 2026-01-01"
        ), Parameter("bucket_width", .query, .oneOf(analyticsTimeBucketWidth), "bucket width"),
        Parameter(
          "claude_tag_categories",
          .query,
          .list(.oneOf(analyticsClaudeTagCategory)),
          "claude tag categories"
        ),
        Parameter(
          "claude_tag_user_ids",
          .query,
          .list(.string),
          "Slack user IDs, not claude.ai IDs"
        ),
        Parameter(
          "context_windows",
          .query,
          .list(.oneOf(analyticsContextWindow)),
          "context windows"
        ),
        Parameter(
          "ending_at",
          .query,
          .datetime,
          "exclusive; max 31 days; default min(now, start+31d)"
        ), Parameter("group_by", .query, .list(.oneOf(groupBy)), "top 100 groups per bucket"),
        Parameter(
          "inference_geos",
          .query,
          .list(.oneOf(analyticsInferenceGeoFilter)),
          "not_available matches unset region"
        ), Parameter("models", .query, .list(.string), "models"),
        Parameter("products", .query, .list(.oneOf(analyticsProductFilter)), "products"),
        Parameter(
          "rbac_group_ids",
          .query,
          .list(.id(.rbacGroup)),
          "rbac_group_ ID or bare UUID; any membership that UTC day"
        ), Parameter("slack_channel_ids", .query, .list(.string), "slack channel ids"),
        Parameter("speeds", .query, .list(.oneOf(analyticsSpeed)), "speeds"),
        Parameter("user_ids", .query, .list(.id(.user)), "user ids"),
      ]
        + Paging.token(
          .byBucketWidth([
            "1d": (default: 7, maximum: 31), "1h": (default: 24, maximum: 168),
            "1m": (default: 60, maximum: 256),
          ])
        ),
      response: .page(
        .token(
          .byBucketWidth([
            "1d": (default: 7, maximum: 31), "1h": (default: 24, maximum: 168),
            "1m": (default: 60, maximum: 256),
          ])
        ),
        row: analyticsCostReportTimeBucket
      ),
      semantics: .computes,
      notes: ["legacy; replaced by analytics.cost", "top 100 groups per bucket, no remainder row"],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics cost-report list --starting-at (ago(7d))"
    )

    package static let listUsage = Operation(
      "analytics.usage.list",
      .get,
      "/v1/organizations/analytics/usage",
      "Tokens and requests over time",
      parameters: [
        Parameter(
          "starting_at",
          .query,
          .datetime,
          required: true,
          "RFC 3339 with zone, inclusive; last 365 days; from 2026-01-01"
        ), Parameter("actor_ids", .query, .list(.string), "user_, svac_ or apikey_ IDs"),
        Parameter("actor_types", .query, .list(.oneOf(analyticsActorTypeValue)), "actor types"),
        Parameter("agent_ids", .query, .list(.string), "Claude Platform only"),
        Parameter(
          "api_key_ids",
          .query,
          .list(.id(.apiKey)),
          "apikey_ IDs; empty entry matches keyless usage"
        ),
        Parameter(
          "claude_tag_categories",
          .query,
          .list(.oneOf(analyticsClaudeTagCategory)),
          "claude tag categories"
        ),
        Parameter(
          "claude_tag_user_ids",
          .query,
          .list(.string),
          "Slack user IDs, not claude.ai IDs"
        ),
        Parameter(
          "context_windows",
          .query,
          .list(.oneOf(analyticsContextWindow)),
          "context windows"
        ), Parameter("deployment_ids", .query, .list(.string), "Claude Platform only"),
        Parameter(
          "ending_at",
          .query,
          .datetime,
          "exclusive; max 31 days; default min(now, start+31d)"
        ), Parameter("environment_ids", .query, .list(.string), "Claude Platform only"),
        Parameter(
          "exclude_deleted_users",
          .query,
          .bool,
          "requires group_by actor; pages may be short"
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsUsageGroupBy)),
          "max 5",
          constraint: .items(0...5)
        ),
        Parameter(
          "inference_geos",
          .query,
          .list(.oneOf(analyticsInferenceGeoFilter)),
          "not_available matches unset region"
        ), Parameter("models", .query, .list(.string), "models"),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsUsageCostSortOrder),
          "default desc",
          default: "desc"
        ),
        Parameter(
          "order_by",
          .query,
          .oneOf(analyticsUsageOrderBy),
          "time only works with time_bucket_width",
          default: "total_tokens"
        ),
        Parameter(
          "organization_ids",
          .query,
          .list(.string),
          "parent-level key only; unknown child matches nothing"
        ),
        Parameter("products", .query, .list(.oneOf(analyticsUsageCostProductFilter)), "products"),
        Parameter(
          "rbac_group_ids",
          .query,
          .list(.id(.rbacGroup)),
          "rbac_group_ ID or bare UUID; any membership that UTC day"
        ),
        Parameter(
          "service_tiers",
          .query,
          .list(.oneOf(analyticsServiceTier)),
          "Claude Platform only; Enterprise matches nothing"
        ), Parameter("session_ids", .query, .list(.string), "sesn_ IDs; Claude Platform only"),
        Parameter("slack_channel_ids", .query, .list(.string), "slack channel ids"),
        Parameter("speeds", .query, .list(.oneOf(analyticsSpeed)), "speeds"),
        Parameter(
          "time_bucket_width",
          .query,
          .oneOf(analyticsTimeBucketWidth),
          "needs ending_at; 1m limits range to 24 hours"
        ),
        Parameter("user_profile_ids", .query, .list(.string), "uprof_ IDs; Claude Platform only"),
        Parameter(
          "workspace_ids",
          .query,
          .list(.id(.workspace)),
          "wrkspc_ IDs; Claude Platform only"
        ),
      ] + Paging.token(20, 1000),
      response: .page(.token(.fixed(default: 20, maximum: 1000)), row: analyticsUsageItem),
      semantics: .computes,
      notes: [
        "one row per group combination; single row when ungrouped",
        "ending_at mandatory with time_bucket_width", "1m buckets: range at most 24 hours",
        "without buckets, bounds rounded down to the hour",
        "claude_tag_user_id not combinable with rbac_group grouping or filter",
      ],
      budget: .analytics,
      betaHeader: BetaHeader("analytics-usage-cost-2026-08-24"),
      access: Access(
        [.adminKey, .scopedKey],
        scopes: ["read:analytics"],
        on: [.console, .enterprise]
      ),
      example: "analytics usage list --starting-at (ago(7d))"
    )

    package static let listUsageReport = Operation(
      "analytics.usage_report.list",
      .get,
      "/v1/organizations/analytics/usage_report",
      "Tokens over time, the older report",
      parameters: [
        Parameter(
          "starting_at",
          .query,
          .datetime,
          required: true,
          "RFC 3339 with zone, inclusive; last 365 days; from 2026-01-01"
        ), Parameter("bucket_width", .query, .oneOf(analyticsTimeBucketWidth), "bucket width"),
        Parameter(
          "claude_tag_categories",
          .query,
          .list(.oneOf(analyticsClaudeTagCategory)),
          "claude tag categories"
        ),
        Parameter(
          "claude_tag_user_ids",
          .query,
          .list(.string),
          "Slack user IDs, not claude.ai IDs"
        ),
        Parameter(
          "context_windows",
          .query,
          .list(.oneOf(analyticsContextWindow)),
          "context windows"
        ),
        Parameter(
          "ending_at",
          .query,
          .datetime,
          "exclusive; max 31 days; default min(now, start+31d)"
        ), Parameter("group_by", .query, .list(.oneOf(groupByValue)), "top 100 groups per bucket"),
        Parameter(
          "inference_geos",
          .query,
          .list(.oneOf(analyticsInferenceGeoFilter)),
          "not_available matches unset region"
        ), Parameter("models", .query, .list(.string), "models"),
        Parameter("products", .query, .list(.oneOf(analyticsProductFilter)), "products"),
        Parameter(
          "rbac_group_ids",
          .query,
          .list(.id(.rbacGroup)),
          "rbac_group_ ID or bare UUID; any membership that UTC day"
        ), Parameter("slack_channel_ids", .query, .list(.string), "slack channel ids"),
        Parameter("speeds", .query, .list(.oneOf(analyticsSpeed)), "speeds"),
        Parameter("user_ids", .query, .list(.id(.user)), "user ids"),
      ]
        + Paging.token(
          .byBucketWidth([
            "1d": (default: 7, maximum: 31), "1h": (default: 24, maximum: 168),
            "1m": (default: 60, maximum: 256),
          ])
        ),
      response: .page(
        .token(
          .byBucketWidth([
            "1d": (default: 7, maximum: 31), "1h": (default: 24, maximum: 168),
            "1m": (default: 60, maximum: 256),
          ])
        ),
        row: analyticsUsageReportTimeBucket
      ),
      semantics: .computes,
      notes: [
        "legacy; replaced by analytics.usage", "top 100 groups per bucket, no remainder row",
      ],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics usage-report list --starting-at (ago(7d))"
    )

    package static let listUserCostReport = Operation(
      "analytics.user_cost_report.list",
      .get,
      "/v1/organizations/analytics/user_cost_report",
      "Cost by person, the older report",
      parameters: [
        Parameter(
          "starting_at",
          .query,
          .datetime,
          required: true,
          "RFC 3339 with zone, inclusive; last 365 days; from 2026-01-01"
        ),
        Parameter(
          "bucket_width",
          .query,
          .oneOf(analyticsTimeBucketWidth),
          "needs ending_at; 1m limits range to 24 hours"
        ),
        Parameter(
          "claude_tag_categories",
          .query,
          .list(.oneOf(analyticsClaudeTagCategory)),
          "claude tag categories"
        ),
        Parameter(
          "claude_tag_user_ids",
          .query,
          .list(.string),
          "Slack user IDs, not claude.ai IDs"
        ),
        Parameter(
          "context_windows",
          .query,
          .list(.oneOf(analyticsContextWindow)),
          "context windows"
        ),
        Parameter(
          "ending_at",
          .query,
          .datetime,
          "exclusive; max 31 days; default min(now, start+31d)"
        ), Parameter("exclude_deleted_users", .query, .bool, "pages may be short"),
        Parameter("group_by", .query, .list(.oneOf(groupBy)), "splits a user over several rows"),
        Parameter(
          "inference_geos",
          .query,
          .list(.oneOf(analyticsInferenceGeoFilter)),
          "not_available matches unset region"
        ), Parameter("models", .query, .list(.string), "models"),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsUsageCostSortOrder),
          "default desc",
          default: "desc"
        ),
        Parameter(
          "order_by",
          .query,
          .oneOf(orderBy),
          "metric that ranks users",
          default: "amount"
        ), Parameter("products", .query, .list(.oneOf(analyticsProductFilter)), "products"),
        Parameter(
          "rbac_group_ids",
          .query,
          .list(.id(.rbacGroup)),
          "rbac_group_ ID or bare UUID; any membership that UTC day"
        ), Parameter("slack_channel_ids", .query, .list(.string), "slack channel ids"),
        Parameter("speeds", .query, .list(.oneOf(analyticsSpeed)), "speeds"),
        Parameter("user_ids", .query, .list(.id(.user)), "user ids"),
      ] + Paging.token(20, 1000),
      response: .page(.token(.fixed(default: 20, maximum: 1000)), row: analyticsCostUsersItem),
      semantics: .computes,
      notes: [
        "legacy; replaced by analytics.cost", "only usage tied to a user account",
        "ending_at mandatory with bucket_width",
      ],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics user-cost-report list --starting-at (ago(7d))"
    )

    package static let listUserUsageReport = Operation(
      "analytics.user_usage_report.list",
      .get,
      "/v1/organizations/analytics/user_usage_report",
      "Tokens by person, the older report",
      parameters: [
        Parameter(
          "starting_at",
          .query,
          .datetime,
          required: true,
          "RFC 3339 with zone, inclusive; last 365 days; from 2026-01-01"
        ),
        Parameter(
          "bucket_width",
          .query,
          .oneOf(analyticsTimeBucketWidth),
          "needs ending_at; 1m limits range to 24 hours"
        ),
        Parameter(
          "claude_tag_categories",
          .query,
          .list(.oneOf(analyticsClaudeTagCategory)),
          "claude tag categories"
        ),
        Parameter(
          "claude_tag_user_ids",
          .query,
          .list(.string),
          "Slack user IDs, not claude.ai IDs"
        ),
        Parameter(
          "context_windows",
          .query,
          .list(.oneOf(analyticsContextWindow)),
          "context windows"
        ),
        Parameter(
          "ending_at",
          .query,
          .datetime,
          "exclusive; max 31 days; default min(now, start+31d)"
        ), Parameter("exclude_deleted_users", .query, .bool, "pages may be short"),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(groupByValue)),
          "splits a user over several rows"
        ),
        Parameter(
          "inference_geos",
          .query,
          .list(.oneOf(analyticsInferenceGeoFilter)),
          "not_available matches unset region"
        ), Parameter("models", .query, .list(.string), "models"),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsUsageCostSortOrder),
          "default desc",
          default: "desc"
        ),
        Parameter(
          "order_by",
          .query,
          .oneOf(orderByValue),
          "metric that ranks users",
          default: "total_tokens"
        ), Parameter("products", .query, .list(.oneOf(analyticsProductFilter)), "products"),
        Parameter(
          "rbac_group_ids",
          .query,
          .list(.id(.rbacGroup)),
          "rbac_group_ ID or bare UUID; any membership that UTC day"
        ), Parameter("slack_channel_ids", .query, .list(.string), "slack channel ids"),
        Parameter("speeds", .query, .list(.oneOf(analyticsSpeed)), "speeds"),
        Parameter("user_ids", .query, .list(.id(.user)), "user ids"),
      ] + Paging.token(20, 1000),
      response: .page(.token(.fixed(default: 20, maximum: 1000)), row: analyticsUsageUsersItem),
      semantics: .computes,
      notes: [
        "legacy; replaced by analytics.usage", "only usage tied to a user account",
        "ending_at mandatory with bucket_width",
      ],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics user-usage-report list --starting-at (ago(7d))"
    )

    package static let operations = [
      listCost, listCostReport, listUsage, listUsageReport, listUserCostReport, listUserUsageReport,
    ]
  }
}
