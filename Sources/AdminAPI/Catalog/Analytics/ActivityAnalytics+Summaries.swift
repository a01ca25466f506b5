package import StewardValues

extension Catalog.ActivityAnalytics {
  package static let summary = Shape(
    "ActivitySummary",
    fields: [
      Field("starting_at", .datetime, "the UTC day"),
      Field("ending_at", .datetime, "exclusive"),
      Field("assigned_seat_count", .int.orNull, nullMeaning: ofGroup),
      Field("pending_invite_count", .int.orNull, nullMeaning: ofGroup),
    ]
      + Catalog.Analytics.counts(
        "daily_active_user_count",
        "weekly_active_user_count",
        "monthly_active_user_count"
      )
      + ["daily", "weekly", "monthly"].map { span in
        Field(
          "\(span)_adoption_rate",
          .decimal.orNull,
          "active people in percent of the seats",
          nullMeaning: ofGroup
        )
      }
      + Catalog.Analytics.counts(
        "cowork_daily_active_user_count",
        "cowork_weekly_active_user_count",
        "cowork_monthly_active_user_count"
      )
      + [
        "chat", "chat_cowork_unified", "claude_code", "claude_design", "claude_tag",
        "office_agent", "science",
      ]
      .flatMap { product in
        Catalog.Analytics.optional(
          "\(product)_daily_active_user_count",
          "\(product)_weekly_active_user_count",
          "\(product)_monthly_active_user_count"
        )
      } + Catalog.Analytics.optional("science_entitled_user_count")
  )

  private static let ofGroup = "filtered by group"

  package static let listSummaries = Operation(
    "analytics.summaries.list",
    .get,
    "/v1/organizations/analytics/summaries",
    "Active people, seats and pending invites, day by day",
    parameters: [
      Parameter("starting_date", .query, .date, required: true, "the first UTC day"),
      Catalog.Analytics.lastDay,
      Catalog.Analytics.filter("rbac_group_id"),
    ] + Paging.token(Catalog.Analytics.rows),
    response: .page(.cursor(Catalog.Analytics.rows), row: summary),
    semantics: .computes,
    notes: ["all days come on one page", Catalog.Analytics.lag],
    budget: .analytics,
    access: .readingAnalytics,
    example: """
      analytics summaries list --starting-date (date_of(ago(7d))) \
      | select starting_at, daily_active_user_count, daily_adoption_rate
      """
  )
}
