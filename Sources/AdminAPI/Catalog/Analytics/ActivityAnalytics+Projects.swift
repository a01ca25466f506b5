package import StewardValues

extension Catalog.ActivityAnalytics {
  package static let projectActivity = Shape(
    "ProjectActivity",
    fields: [
      Field("project_id", .string),
      Field("project_name", .string),
      Field("created_at", .datetime.orNull),
      Field("created_by", .record(person).orNull),
      Field("message_count", .int),
      Field("distinct_conversation_count", .int.orNull, nullMeaning: Catalog.Analytics.notCounted),
      Field("distinct_user_count", .int, "people who used it"),
      Field("rbac_group_id", .id(.rbacGroup).orNull, nullMeaning: "not grouped by it, or no group"),
      Field("rbac_group_name", .string.orNull, nullMeaning: "not known, or not grouped"),
      Field("user_id", .id(.user).orNull, nullMeaning: Catalog.Analytics.notGrouped),
    ]
  )

  private static let group = Enumeration(
    "a dimension of projects' activity",
    ["rbac_group_id", "user_id"]
  )

  package static let listProjects = list(
    "apps.chat.projects",
    "apps/chat/projects",
    "How much the chat's projects are used, by id",
    projectActivity,
    filters: Catalog.Analytics.filter("project_id", "rbac_group_id", "user_id"),
    groups: group,
    example: """
      analytics apps chat projects list --date (date_of(ago(2d))) \
      | select project_name, message_count
      """
  )
}
