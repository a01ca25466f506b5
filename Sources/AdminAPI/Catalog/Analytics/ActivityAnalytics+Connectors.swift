package import StewardValues

extension Catalog.ActivityAnalytics {
  package static let connectorActivity = Shape(
    "ConnectorActivity",
    fields: [
      Field("connector_name", .string, "in one spelling, however it was set up"),
      Field("connector_display_name", .string.orNull),
      Field("distinct_user_count", .int, "people who used it"),
      Field("individual_auth_distinct_user_count", .int.orNull, "of them with their own sign-in"),
      Field("managed_auth_distinct_user_count", .int.orNull, "of them with the organization's"),
      Field("read_call_count", .int.orNull),
      Field("write_call_count", .int.orNull),
      Field("unclassified_call_count", .int.orNull),
      Field("chat_metrics", .record(conversations)),
      Field("claude_code_metrics", .record(sessions)),
      Field("cowork_metrics", .record(sessions)),
      Field("office_metrics", .record(office)),
      Field(
        "chat_cowork_unified_metrics",
        .record(unified).orNull,
        nullMeaning: "chat and Cowork are two products"
      ),
    ] + Catalog.Analytics.groupFields
  )

  private static let conversations = Shape(
    "ConnectorConversations",
    fields: Catalog.Analytics.distinct("distinct_conversation_connector_used_count")
  )

  private static let sessions = Shape(
    "ConnectorSessions",
    fields: Catalog.Analytics.distinct("distinct_session_connector_used_count")
  )

  private static let office = Shape(
    "ConnectorOffice",
    fields: ["excel", "outlook", "powerpoint", "word"].map { Field($0, .record(sessions)) }
  )

  private static let unified = Shape(
    "ConnectorChatCowork",
    fields: [Field("chat", .record(conversations)), Field("sessions", .record(sessions))]
  )

  package static let listConnectors = list(
    "connectors",
    "connectors",
    "How much connectors are used, by name",
    connectorActivity,
    filters: Catalog.Analytics.filter("connector_name", "product", "rbac_group_id", "user_id"),
    groups: dimension,
    example: """
      analytics connectors list --date (date_of(ago(2d))) | select connector_name, read_call_count
      """
  )
}
