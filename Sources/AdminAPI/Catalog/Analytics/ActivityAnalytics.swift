package import StewardValues

extension Catalog {
  /// What people do with Claude in an Enterprise organization, by day.
  package enum ActivityAnalytics {
    package static let dimension = Enumeration(
      "a dimension of the activity reports",
      ["product", "rbac_group_id", "user_id"]
    )

    package static let person = Shape(
      "AnalyticsUser",
      fields: [Field("id", .id(.user)), Field("email_address", .string), Paging.type("user")]
    )

    /// A list of activity over one day or several.
    static func list(
      _ id: String,
      _ path: String,
      _ summary: String,
      _ row: Shape,
      filters: Parameter,
      groups: Enumeration,
      notes: [String] = [],
      example: String
    ) -> Operation {
      Operation(
        "analytics.\(id).list",
        .get,
        "/v1/organizations/analytics/\(path)",
        summary,
        parameters: [
          Analytics.day, Analytics.firstDay, Analytics.lastDay, filters, Analytics.groupBy(groups),
        ] + Analytics.ordering + Paging.token(Analytics.rows),
        response: .page(.cursor(Analytics.rows), row: row),
        semantics: .computes,
        notes: notes + [Analytics.lag, Analytics.overlap],
        budget: .analytics,
        access: .readingAnalytics,
        example: example
      )
    }

    package static let operations = [
      listSummaries, listUsers, listSkills, listConnectors, listPlugins, listProjects,
      listArtifacts,
    ]
  }
}
