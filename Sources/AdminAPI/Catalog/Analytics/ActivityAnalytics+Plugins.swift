package import StewardValues

extension Catalog.ActivityAnalytics {
  package static let pluginActivity = Shape(
    "PluginActivity",
    fields: [
      Field("plugin_name", .string, "third-party for all that are not of the organization"),
      Field("plugin_id", .id(.plugin).orNull, nullMeaning: "third-party, or not known"),
      Field("invocation_count", .int),
      Field("distinct_user_count", .int, "people who used it"),
      Field("install_count", .int.orNull, nullMeaning: "a range, or split rows"),
      Field("claude_code_metrics", .record(sessions)),
      Field("cowork_metrics", .record(sessions)),
      Field(
        "chat_cowork_unified_metrics",
        .record(sessions).orNull,
        nullMeaning: "chat and Cowork are two products"
      ),
    ] + Catalog.Analytics.groupFields
  )

  private static let sessions = Shape(
    "PluginSessions",
    fields: Catalog.Analytics.distinct("distinct_session_plugin_used_count")
  )

  package static let listPlugins = list(
    "plugins",
    "plugins",
    "How much plugins are used, by name",
    pluginActivity,
    filters: Catalog.Analytics.filter("plugin_name", "product", "rbac_group_id", "user_id"),
    groups: dimension,
    example: """
      analytics plugins list --date (date_of(ago(2d))) | select plugin_name, invocation_count
      """
  )
}
