package import StewardValues

extension Catalog.ActivityAnalytics {
  package static let userActivity = Shape(
    "UserActivity",
    fields: [
      Field("user", .record(person).orNull, nullMeaning: "grouped by group"),
      Field("chat_metrics", .record(chat)),
      Field("claude_code_metrics", .record(claudeCode)),
      Field("cowork_metrics", .record(cowork)),
      Field("design_metrics", .record(design)),
      Field("office_metrics", .record(office)),
      Field("science_metrics", .record(science)),
      Field(
        "chat_cowork_unified_metrics",
        .record(unified).orNull,
        "chat and Cowork where they are one product",
        nullMeaning: "they are two"
      ),
      Field("claude_tag_metrics", .record(claudeTag).orNull, nullMeaning: "no Claude Tag"),
      Field("web_search_count", .int),
      Field("last_activity_date", .date.orNull),
      Field("distinct_user_count", .int.orNull, nullMeaning: "not grouped by group"),
      Field("rbac_group_id", .id(.rbacGroup).orNull, nullMeaning: "not grouped by it, or no group"),
      Field("rbac_group_name", .string.orNull, nullMeaning: "not known, or not grouped"),
    ]
  )

  private static let chat = Shape(
    "ChatActivity",
    fields: Catalog.Analytics.counts(
      "message_count",
      "thinking_message_count",
      "connectors_used_count",
      "distinct_artifacts_created_count",
      "distinct_projects_created_count",
      "shared_conversations_viewed_count"
    )
      + Catalog.Analytics.distinct(
        "distinct_conversation_count",
        "distinct_connectors_used_count",
        "distinct_files_uploaded_count",
        "distinct_projects_used_count",
        "distinct_shared_artifacts_viewed_count",
        "distinct_skills_used_count"
      )
  )

  private static let cowork = Shape(
    "CoworkActivity",
    fields: Catalog.Analytics.counts(
      "message_count",
      "action_count",
      "artifacts_created_count",
      "connectors_used_count",
      "dispatch_turn_count",
      "skills_used_count"
    )
      + Catalog.Analytics.distinct(
        "distinct_session_count",
        "distinct_connectors_used_count",
        "distinct_plugins_used_count",
        "distinct_skills_used_count"
      )
      + Catalog.Analytics.optional(
        "plugins_used_count",
        "sessions_with_file_edits_count",
        "file_edit_count",
        "edit_tool_count",
        "multi_edit_tool_count",
        "notebook_edit_tool_count",
        "write_tool_count"
      )
  )

  private static let unified = Shape(
    "ChatCoworkActivity",
    fields: [Field("chat", .record(chat)), Field("sessions", .record(cowork))]
  )

  private static let claudeCode = Shape(
    "ClaudeCodeActivity",
    fields: [Field("core_metrics", .record(code)), Field("tool_actions", .record(toolActions))]
  )

  private static let code = Shape(
    "CodeActivity",
    fields: [Field("lines_of_code", .record(lines))]
      + Catalog.Analytics.counts("commit_count", "pull_request_count", "artifacts_created_count")
      + Catalog.Analytics.distinct("distinct_session_count")
  )

  private static let lines = Shape(
    "ChangedLines",
    fields: Catalog.Analytics.counts("added_count", "removed_count")
  )

  private static let toolActions = Shape(
    "ToolActions",
    fields: ["edit_tool", "multi_edit_tool", "notebook_edit_tool", "write_tool"].map {
      Field($0, .record(proposals), "what it proposed")
    }
  )

  private static let proposals = Shape(
    "Proposals",
    fields: Catalog.Analytics.counts("accepted_count", "rejected_count")
  )

  private static let design = Shape(
    "DesignActivity",
    fields: Catalog.Analytics.counts("message_count", "distinct_projects_created_count")
      + Catalog.Analytics.distinct("distinct_session_count", "distinct_projects_used_count")
  )

  private static let office = Shape(
    "OfficeActivity",
    fields: ["excel", "outlook", "powerpoint", "word"].map { Field($0, .record(officeProgram)) }
  )

  private static let officeProgram = Shape(
    "OfficeProgramActivity",
    fields: Catalog.Analytics.counts("message_count", "connectors_used_count", "skills_used_count")
      + Catalog.Analytics.distinct(
        "distinct_session_count",
        "distinct_connectors_used_count",
        "distinct_skills_used_count"
      )
  )

  private static let science = Shape(
    "ScienceActivity",
    fields: Catalog.Analytics.counts(
      "message_count",
      "delegation_count",
      "remote_compute_job_count",
      "skills_used_count"
    ) + Catalog.Analytics.distinct("distinct_session_count")
  )

  private static let claudeTag = Shape(
    "ClaudeTagActivity",
    fields: Catalog.Analytics.distinct("active_day_count", "active_message_count")
  )

  private static let group = Enumeration("a dimension of people's activity", ["rbac_group_id"])

  package static let listUsers = list(
    "users",
    "users",
    "What each person did, by address",
    userActivity,
    filters: Catalog.Analytics.filter("project_id", "rbac_group_id", "user_id"),
    groups: group,
    notes: ["the filter project_id does not go with groups"],
    example: """
      analytics users list --date (date_of(ago(2d))) \
      | select who = user?.email_address, chat_metrics.message_count
      """
  )
}
