package import StewardValues

extension Catalog {
  /// Tokens and cost by anything they can be told apart by.
  package enum UsageAnalytics {
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
        Field("cost_type", .oneOf(CostReport.costType).orNull, nullMeaning: Analytics.notGrouped),
        Field(
          "token_type",
          .oneOf(CostReport.tokenType).orNull,
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
        Field("actor", .record(actor).orNull, nullMeaning: Analytics.notGrouped),
        Field("actor_type", .oneOf(actorType).orNull, nullMeaning: Analytics.notGrouped),
        Field("workspace_id", .id(.workspace).orNull, nullMeaning: notOfPlatform),
        Field(
          "api_key_id",
          .id(.apiKey).orNull,
          nullMeaning: "without a key, or not grouped by it"
        ),
        Field("organization_id", .string.orNull, nullMeaning: Analytics.notGrouped),
        Field("service_tier", .oneOf(UsageReports.serviceTier).orNull, nullMeaning: notOfPlatform),
        Field("user_profile_id", .string.orNull, nullMeaning: notOfPlatform),
        Field("agent_id", .string.orNull, nullMeaning: notOfPlatform),
        Field("deployment_id", .string.orNull, nullMeaning: notOfPlatform),
        Field("environment_id", .string.orNull, nullMeaning: notOfPlatform),
        Field("session_id", .string.orNull, nullMeaning: notOfPlatform),
      ] + commonGroupFields

    /// Those that the older reports have too.
    static let commonGroupFields = [
      Field("product", .string.orNull, nullMeaning: "code execution, or not grouped by it"),
      Field("model", .string.orNull, nullMeaning: Analytics.notGrouped),
      Field(
        "context_window",
        .oneOf(UsageReports.contextWindow).orNull,
        nullMeaning: Analytics.notGrouped
      ),
      Field(
        "inference_geo",
        .oneOf(place).orNull,
        nullMeaning: "not available, or not grouped by it"
      ),
      Field("speed", .oneOf(UsageReports.speed).orNull, nullMeaning: Analytics.notGrouped),
      Field("rbac_group_id", .id(.rbacGroup).orNull, nullMeaning: "no group, or not grouped by it"),
      Field("slack_channel_id", .string.orNull, nullMeaning: Analytics.notGrouped),
      Field(
        "claude_tag_category",
        .oneOf(claudeTagCategory).orNull,
        nullMeaning: Analytics.notGrouped
      ),
      Field("claude_tag_user_id", .string.orNull, "Slack's id", nullMeaning: Analytics.notGrouped),
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
      Field("cache_creation", .record(UsageReports.cacheCreation)),
      Field("output_tokens", .int),
      Field("server_tool_use", .record(UsageReports.serverToolUse)),
    ]

    static let requests = Field("requests", .int.orNull)

    /// What is paid and what it would cost without discount.
    static let amounts = [
      Field("amount", .money, "after discounts", money: MoneyRule(currencyField: "currency")),
      Field("list_amount", .money, "before discounts", money: MoneyRule(currencyField: "currency")),
      Field("currency", .string),
    ]

    private static let actorType = Enumeration(
      "a kind of actor",
      ["user_actor", "service_account_actor", "federated_actor", "api_actor"]
    )
    static let claudeTagCategory = Enumeration(
      "a category of Claude Tag",
      ["dm", "engaged", "monitoring", "proactive", "scheduled"]
    )
    static let place = Enumeration("a known place of inference", ["global", "us"])
    private static let product = Enumeration(
      "a product",
      [
        "chat", "chat_cowork_unified", "claude_code", "claude_console", "claude_design",
        "claude_in_chrome", "claude_tag", "cowork", "managed_agents_api", "message_batches_api",
        "messages_api", "office_agent",
      ]
    )
    private static let usageDimensions = [
      "actor", "actor_type", "agent_id", "api_key_id", "claude_tag_category",
      "claude_tag_user_id", "context_window", "deployment_id", "environment_id", "inference_geo",
      "model", "organization_id", "product", "rbac_group_id", "service_tier", "session_id",
      "slack_channel_id", "speed", "user_profile_id", "workspace_id",
    ]

    // MARK: - Operations

    package static let listUsage = Operation(
      "analytics.usage.list",
      .get,
      "/v1/organizations/analytics/usage",
      "Tokens and requests, most first",
      parameters: time + [
        groupBy(Enumeration("a dimension of usage", usageDimensions), 5, "at most five"),
        orderBy(
          "usage",
          ["output_tokens", "requests", "time", "total_tokens", "uncached_input_tokens"],
          "total_tokens"
        ),
      ] + filters + Paging.token(rows),
      response: .page(.token(rows), row: usage),
      semantics: .computes,
      notes: notes,
      budget: .analytics,
      betaHeader: beta,
      access: access,
      example: """
        analytics usage list --starting-at (ago(7d)) --group-by model \
        | select group.model, usage.total_tokens
        """
    )

    package static let listCost = Operation(
      "analytics.cost.list",
      .get,
      "/v1/organizations/analytics/cost",
      "Cost, most first",
      parameters: time + [
        groupBy(
          Enumeration("a dimension of cost", usageDimensions + ["cost_type", "token_type"]),
          7,
          "at most five beside cost_type and token_type"
        ),
        orderBy("cost", ["amount", "list_amount", "time"], "amount"),
      ] + filters + Paging.token(rows),
      response: .page(.token(rows), row: cost),
      semantics: .computes,
      notes: notes + ["split by cost_type or token_type, a page can have more rows than its limit"],
      budget: .analytics,
      betaHeader: beta,
      access: access,
      example: """
        analytics cost list --starting-at (ago(7d)) --group-by product \
        | select group.product, cost.amount
        """
    )

    package static let operations =
      [listUsage, listCost] + [
        listUsageReport, listUserUsageReport, listCostReport, listUserCostReport,
      ]

    static let rows = PageLimit.fixed(default: 20, maximum: 1000)
    private static let beta = BetaHeader("analytics-usage-cost-2026-08-24")
    private static let access = Access(
      [.adminKey, .scopedKey],
      scopes: ["read:analytics"],
      on: [.console, .enterprise]
    )
    private static let notes = [
      rangeNote, "a row for each combination of values that was used; ungrouped it is one row",
      "without buckets, the range is cut to full hours", Analytics.overlap,
    ]

    // MARK: - Parameters

    static let rangeNote = """
      at most 31 days, a day with buckets of a minute; from 2026-01-01, and no longer ago than 365 days
      """

    private static let time = [
      startingAt, endingAt,
      Parameter(
        "time_bucket_width",
        .query,
        .oneOf(UsageReports.bucketWidth),
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
      .oneOf(Analytics.order),
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

    private static let filters =
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
          .list(.oneOf(UsageReports.serviceTier)),
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
        .list(.oneOf(UsageReports.contextWindow)),
        "only these context window bands"
      ),
      Parameter(
        "inference_geos",
        .query,
        .list(.oneOf(UsageReports.reportedGeo)),
        "only these places"
      ),
      Parameter("speeds", .query, .list(.oneOf(UsageReports.speed)), "only these speeds"),
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
}
