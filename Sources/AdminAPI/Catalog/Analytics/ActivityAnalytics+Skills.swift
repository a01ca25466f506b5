package import StewardValues

extension Catalog.ActivityAnalytics {
  package static let skillActivity = Shape(
    "SkillActivity",
    fields: [
      Field("skill_name", .string, "an id for skills of people, plugins and the organization"),
      Field("skill_display_name", .string.orNull, nullMeaning: "not disclosed, or the name itself"),
      Field("invocation_count", .int.orNull),
      Field("distinct_user_count", .int, "people who used it"),
      Field(
        "enable_count",
        .int.orNull,
        "people who switched it on in the chat",
        nullMeaning: "a range, or split rows"
      ),
      Field("share_status", .oneOf(shareStatus).orNull, nullMeaning: "not of the chat"),
      Field(
        "attributed_list_price",
        .money.orNull,
        "what the requests are worth that it was part of, without discount",
        nullMeaning: "of the chat, or not known",
        money: MoneyRule(currencyField: "currency")
      ),
      Field(
        "estimated_overage_spend",
        .money.orNull,
        "an estimate, not a bill",
        nullMeaning: "of the chat, or not known",
        money: MoneyRule(currencyField: "currency")
      ),
      Field("currency", .string.orNull, nullMeaning: "both amounts are null"),
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
    "SkillConversations",
    fields: Catalog.Analytics.distinct("distinct_conversation_skill_used_count")
  )

  private static let sessions = Shape(
    "SkillSessions",
    fields: Catalog.Analytics.distinct("distinct_session_skill_used_count")
  )

  private static let office = Shape(
    "SkillOffice",
    fields: ["excel", "outlook", "powerpoint", "word"].map { Field($0, .record(sessions)) }
  )

  private static let unified = Shape(
    "SkillChatCowork",
    fields: [Field("chat", .record(conversations)), Field("sessions", .record(sessions))]
  )

  private static let shareStatus = Enumeration(
    "whom a skill is shared with",
    ["private", "organization", "public"]
  )

  package static let listSkills = list(
    "skills",
    "skills",
    "How much skills are used, by name",
    skillActivity,
    filters: Catalog.Analytics.filter(
      "product",
      "rbac_group_id",
      "share_status",
      "skill_name",
      "user_id"
    ),
    groups: dimension,
    notes: ["used is what was invoked: installed or listed alone does not count"],
    example: """
      analytics skills list --starting-date (date_of(ago(30d))) --order-by distinct_user_count \
      | select skill_name, invocation_count
      """
  )
}
