package import StewardValues

extension Catalog {
  /// What was used: tokens by bucket of time, and Claude Code by day.
  package enum UsageReports {
    package static let bucket = Shape(
      "UsageBucket",
      fields: [
        Field("starting_at", .datetime),
        Field("ending_at", .datetime, "exclusive"),
        Field("results", .list(.record(result)), "one row a group; none without usage"),
      ]
    )

    package static let result = Shape(
      "UsageResult",
      fields: [
        Field("uncached_input_tokens", .int),
        Field("cache_read_input_tokens", .int),
        Field("cache_creation", .record(cacheCreation)),
        Field("output_tokens", .int),
        Field("server_tool_use", .record(serverToolUse)),
        Field(
          "workspace_id",
          .id(.workspace).orNull,
          nullMeaning: "the default workspace, or not grouped"
        ),
        Field(
          "api_key_id",
          .id(.apiKey).orNull,
          nullMeaning: "used in the Console or Playground, or not grouped"
        ),
        Field(
          "account_id",
          .id(.user).orNull,
          nullMeaning: "used with an API key, or not grouped"
        ),
        Field("service_account_id", .id(.serviceAccount).orNull, nullMeaning: notGrouped),
        Field("model", .string.orNull, nullMeaning: notGrouped),
        Field("context_window", .oneOf(contextWindow).orNull, nullMeaning: notGrouped),
        Field("inference_geo", .oneOf(reportedGeo).orNull, nullMeaning: notGrouped),
        Field("service_tier", .oneOf(serviceTier).orNull, nullMeaning: notGrouped),
      ]
    )

    package static let cacheCreation = Shape(
      "CacheCreation",
      fields: [
        Field("ephemeral_5m_input_tokens", .int),
        Field("ephemeral_1h_input_tokens", .int),
      ]
    )

    package static let serverToolUse = Shape(
      "ServerToolUse",
      fields: [Field("web_search_requests", .int)]
    )

    package static let notGrouped = "not grouped by it"

    package static let contextWindow = Enumeration(
      "a context window band",
      ["0-200k", "200k-1M"]
    )
    package static let reportedGeo = Enumeration(
      "a place of inference in reports",
      ["global", "us", "not_available"]
    )
    package static let serviceTier = Enumeration(
      "a service tier",
      ["standard", "batch", "priority", "priority_on_demand", "flex", "flex_discount"]
    )
    package static let speed = Enumeration("a speed", ["standard", "fast"])
    package static let bucketWidth = Enumeration("a bucket width", ["1m", "1h", "1d"])
    package static let dimension = Enumeration(
      "a dimension of the usage report",
      [
        "account_id", "api_key_id", "context_window", "inference_geo", "model",
        "service_account_id", "service_tier", "speed", "workspace_id",
      ]
    )

    private static let bucketLimit = PageLimit.byBucketWidth([
      "1m": (default: 60, maximum: 1440),
      "1h": (default: 24, maximum: 168),
      "1d": (default: 7, maximum: 31),
    ])

    package static let messages = Operation(
      "usage_report.messages",
      .get,
      "/v1/organizations/usage_report/messages",
      "Tokens used by bucket of time, oldest first",
      parameters: [
        Parameter("starting_at", .query, .datetime, required: true, "from when, inclusive"),
        Parameter("ending_at", .query, .datetime, "until when, exclusive"),
        Parameter(
          "bucket_width",
          .query,
          .oneOf(bucketWidth),
          "how long a bucket is",
          default: "1d"
        ),
        Parameter("group_by", .query, .list(.oneOf(dimension)), "how buckets are split into rows"),
        Parameter("models", .query, .list(.string), "only these models"),
        Parameter("workspace_ids", .query, .list(.id(.workspace)), "only these workspaces"),
        Parameter("api_key_ids", .query, .list(.id(.apiKey)), "only these keys"),
        Parameter("account_ids", .query, .list(.id(.user)), "only these people's own use"),
        Parameter(
          "service_account_ids",
          .query,
          .list(.id(.serviceAccount)),
          "only these service accounts"
        ),
        Parameter(
          "context_window",
          .query,
          .list(.oneOf(contextWindow)),
          "only these context window bands"
        ),
        Parameter("inference_geos", .query, .list(.oneOf(reportedGeo)), "only these places"),
        Parameter("service_tiers", .query, .list(.oneOf(serviceTier)), "only these tiers"),
        Parameter("speeds", .query, .list(.oneOf(speed)), "only these speeds"),
      ] + Paging.token(bucketLimit),
      response: .page(.token(bucketLimit), row: bucket),
      semantics: .computes,
      notes: [
        "buckets begin at full minutes, hours or days of UTC",
        "more than five dimensions in group_by have been refused by the API",
        "usage appears about five minutes after the request",
        "Priority Tier use appears here only, never in the cost report",
      ],
      budget: .reports,
      betaHeader: BetaHeader(
        "fast-mode-2026-02-01",
        when: [.given("speeds"), .contains(parameter: "group_by", value: "speed")]
      ),
      example: "usage-report messages --starting-at (ago(7d)) --group-by model | flatten results"
    )

    package static let claudeCodeRow = Shape(
      "ClaudeCodeUsage",
      fields: [
        Field("date", .datetime, "the UTC day"),
        Field("actor", .record(actor), "who used it"),
        Field("core_metrics", .record(coreMetrics)),
        Field("model_breakdown", .list(.record(modelUsage)), "tokens and estimated cost by model"),
        Field("tool_actions", .map(.record(toolAction)), "proposals by tool"),
        Field("customer_type", .oneOf(Enumeration("a customer type", ["api", "subscription"]))),
        Field(
          "subscription_type",
          .oneOf(Enumeration("a subscription type", ["enterprise", "team"])).orNull,
          nullMeaning: "an API customer"
        ),
        Field("terminal_type", .string),
        Field("is_remote", .bool, "remote sessions have rows of their own"),
        Field("organization_id", .id(.organization)),
      ]
    )

    private static let actor = Shape(
      "ClaudeCodeActor",
      fields: [
        Field("type", .oneOf(Enumeration("a kind of actor", ["user_actor", "api_actor"]))),
        Field("email_address", .string.orNull, nullMeaning: "used with an API key"),
        Field("api_key_name", .string.orNull, nullMeaning: "used by a person who signed in"),
      ]
    )

    private static let coreMetrics = Shape(
      "ClaudeCodeMetrics",
      fields: [
        Field("num_sessions", .int),
        Field("lines_of_code", .record(linesOfCode)),
        Field("commits_by_claude_code", .int),
        Field("pull_requests_by_claude_code", .int),
      ]
    )

    private static let linesOfCode = Shape(
      "LinesOfCode",
      fields: [Field("added", .int), Field("removed", .int)]
    )

    private static let modelUsage = Shape(
      "ClaudeCodeModelUsage",
      fields: [
        Field("model", .string),
        Field("tokens", .record(tokens)),
        Field("estimated_cost", .record(estimatedCost)),
      ]
    )

    private static let tokens = Shape(
      "ClaudeCodeTokens",
      fields: [
        Field("input", .int),
        Field("output", .int),
        Field("cache_read", .int),
        Field("cache_creation", .int),
      ]
    )

    private static let estimatedCost = Shape(
      "EstimatedCost",
      fields: [
        Field(
          "amount",
          .money,
          "a JSON number of cents on the wire",
          money: MoneyRule(currencyField: "currency")
        ),
        Field("currency", .string),
      ]
    )

    private static let toolAction = Shape(
      "ToolAction",
      fields: [Field("accepted", .int), Field("rejected", .int)]
    )

    private static let rowLimit = PageLimit.fixed(default: 20, maximum: 1000)

    package static let claudeCode = Operation(
      "usage_report.claude_code",
      .get,
      "/v1/organizations/usage_report/claude_code",
      "Claude Code use of one UTC day, by person or key",
      parameters: [
        Parameter("starting_at", .query, .date, required: true, "the UTC day; one day a call")
      ] + Paging.token(rowLimit),
      response: .page(.token(rowLimit), row: claudeCodeRow),
      semantics: .computes,
      notes: [
        "the last hour is missing",
        "only use through Anthropic's own API: none of Bedrock, Vertex or Foundry",
      ],
      budget: .reports,
      example: "usage-report claude-code --starting-at 2026-10-01 | select actor.email_address"
    )

    package static let operations = [messages, claudeCode]
  }
}
