internal import StewardValues

extension Catalog {
  /// Tokens and cost by anything they can be told apart by.
  package enum UsageAnalytics {
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
      betaHeader: .usageAnalytics,
      access: .readingUsage,
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
      betaHeader: .usageAnalytics,
      access: .readingUsage,
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
    private static let notes = [
      rangeNote, "a row for each combination of values that was used; ungrouped it is one row",
      "without buckets, the range is cut to full hours", Analytics.overlap,
    ]
  }
}
