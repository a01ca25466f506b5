package import StewardValues

extension Catalog.ActivityAnalytics {
  package static let artifactActivity = Shape(
    "ArtifactActivity",
    fields: [
      Field("artifact_type", .string),
      Field("is_shared", .bool),
      Field("artifacts_created_count", .int),
      Field("published_artifacts_created_count", .int),
      Field("distinct_user_count", .int, "people who made them"),
    ] + Catalog.Analytics.groupFields
  )

  package static let listArtifacts = Operation(
    "analytics.artifacts.list",
    .get,
    "/v1/organizations/analytics/artifacts",
    "How many artifacts were made on a day, by kind",
    parameters: [
      Parameter("date", .query, .date, required: true, "the UTC day"),
      Catalog.Analytics.filter(
        "artifact_type",
        "is_shared",
        "product",
        "rbac_group_id",
        "user_id"
      ),
      Catalog.Analytics.groupBy(dimension),
    ] + Paging.token(Catalog.Analytics.rows),
    response: .page(.cursor(Catalog.Analytics.rows), row: artifactActivity),
    semantics: .computes,
    notes: [
      "one page, unless rows are split",
      "artifacts of Claude Code and Cowork count from 2026-08-17 on",
      Catalog.Analytics.lag, Catalog.Analytics.overlap,
    ],
    budget: .analytics,
    access: .readingAnalytics,
    example: """
      analytics artifacts list --date (date_of(ago(2d))) \
      | select artifact_type, artifacts_created_count
      """
  )
}
