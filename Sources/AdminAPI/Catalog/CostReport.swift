package import StewardValues

extension Catalog {
  /// What it cost, by day.
  package enum CostReport {
    package static let bucket = Shape(
      "CostBucket",
      fields: [
        Field("starting_at", .datetime),
        Field("ending_at", .datetime, "exclusive"),
        Field("results", .list(.record(result)), "one row a group; none without cost"),
      ]
    )

    package static let result = Shape(
      "CostResult",
      fields: [
        Field(
          "amount",
          .money,
          "decimal text in cents on the wire",
          money: MoneyRule(currencyField: "currency")
        ),
        Field("currency", .string),
        Field(
          "workspace_id",
          .id(.workspace).orNull,
          nullMeaning: "the default workspace, or not grouped"
        ),
        Field("description", .string.orNull, nullMeaning: UsageReports.notGrouped),
        Field("cost_type", .oneOf(costType).orNull, nullMeaning: notDescribed),
        Field("model", .string.orNull, nullMeaning: notDescribed),
        Field("token_type", .oneOf(tokenType).orNull, nullMeaning: notDescribed),
        Field(
          "context_window",
          .oneOf(UsageReports.contextWindow).orNull,
          nullMeaning: notDescribed
        ),
        Field("inference_geo", .oneOf(UsageReports.reportedGeo).orNull, nullMeaning: notDescribed),
        Field("service_tier", .oneOf(serviceTier).orNull, nullMeaning: notDescribed),
      ]
    )

    private static let notDescribed = "not grouped by description"

    package static let costType = Enumeration(
      "a kind of cost",
      ["tokens", "web_search", "code_execution", "session_usage"]
    )
    package static let tokenType = Enumeration(
      "a kind of token",
      [
        "uncached_input_tokens", "output_tokens", "cache_read_input_tokens",
        "cache_creation.ephemeral_5m_input_tokens", "cache_creation.ephemeral_1h_input_tokens",
      ]
    )
    private static let serviceTier = Enumeration(
      "a service tier of the cost report",
      ["standard", "batch"]
    )
    private static let dimension = Enumeration(
      "a dimension of the cost report",
      ["workspace_id", "description"]
    )
    private static let bucketWidth = Enumeration("a bucket width of the cost report", ["1d"])
    private static let bucketLimit = PageLimit.fixed(default: 7, maximum: 31)

    package static let list = Operation(
      "cost_report.list",
      .get,
      "/v1/organizations/cost_report",
      "Cost by day, oldest first",
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
      ] + Paging.token(bucketLimit),
      response: .page(.token(bucketLimit), row: bucket),
      semantics: .computes,
      notes: [
        "days are UTC days; the running one is unfinished",
        "Priority Tier costs are not in it",
      ],
      budget: .reports,
      example: "cost-report list --starting-at (month_start()) | flatten results | sum amount"
    )

    package static let operations = [list]
  }
}
