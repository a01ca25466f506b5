package import StewardValues

extension Catalog {
  /// What people do with Claude: by day, person, skill, connector, plugin and project.
  package enum ActivityAnalytics {
    package static let analyticsProjectActivity = Shape(
      "AnalyticsProjectActivity",
      fields: [
        Field("created_by", .record(analyticsUser).orNull),
        Field("distinct_conversation_count", .int.orNull), Field("distinct_user_count", .int),
        Field("message_count", .int), Field("project_id", .string), Field("project_name", .string),
        Field("rbac_group_id", .id(.rbacGroup).orNull), Field("rbac_group_name", .string.orNull),
        Field("user_id", .id(.user).orNull), Field("created_at", .datetime.orNull),
      ]
    )

    package static let analyticsUser = Shape(
      "AnalyticsUser",
      fields: [Field("id", .string), Field("email_address", .string), Paging.type("user")]
    )

    package static let analyticsArtifactActivity = Shape(
      "AnalyticsArtifactActivity",
      fields: [
        Field("artifact_type", .string), Field("artifacts_created_count", .int),
        Field("distinct_user_count", .int), Field("is_shared", .bool),
        Field("published_artifacts_created_count", .int), Field("product", .string.orNull),
        Field("rbac_group_id", .id(.rbacGroup).orNull), Field("rbac_group_name", .string.orNull),
        Field("user_id", .id(.user).orNull),
      ]
    )

    package static let analyticsConnectorActivity = Shape(
      "AnalyticsConnectorActivity",
      fields: [
        Field("chat_metrics", .record(analyticsConnectorChatMetrics)),
        Field("claude_code_metrics", .record(analyticsConnectorClaudeCodeMetrics)),
        Field("connector_display_name", .string.orNull), Field("connector_name", .string),
        Field("cowork_metrics", .record(analyticsConnectorCoworkMetrics)),
        Field("distinct_user_count", .int),
        Field("individual_auth_distinct_user_count", .int.orNull),
        Field("managed_auth_distinct_user_count", .int.orNull),
        Field("office_metrics", .record(analyticsConnectorOfficeMetrics)),
        Field("read_call_count", .int.orNull), Field("unclassified_call_count", .int.orNull),
        Field("write_call_count", .int.orNull),
        Field(
          "chat_cowork_unified_metrics",
          .record(analyticsConnectorChatCoworkUnifiedMetrics).orNull
        ), Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("rbac_group_name", .string.orNull), Field("user_id", .id(.user).orNull),
      ]
    )

    package static let analyticsConnectorChatMetrics = Shape(
      "AnalyticsConnectorChatMetrics",
      fields: [Field("distinct_conversation_connector_used_count", .int.orNull)]
    )

    package static let analyticsConnectorClaudeCodeMetrics = Shape(
      "AnalyticsConnectorClaudeCodeMetrics",
      fields: [Field("distinct_session_connector_used_count", .int.orNull)]
    )

    package static let analyticsConnectorCoworkMetrics = Shape(
      "AnalyticsConnectorCoworkMetrics",
      fields: [Field("distinct_session_connector_used_count", .int.orNull)]
    )

    package static let analyticsConnectorOfficeMetrics = Shape(
      "AnalyticsConnectorOfficeMetrics",
      fields: [
        Field("excel", .record(analyticsConnectorOfficeProductMetrics)),
        Field("outlook", .record(analyticsConnectorOfficeProductMetrics)),
        Field("powerpoint", .record(analyticsConnectorOfficeProductMetrics)),
        Field("word", .record(analyticsConnectorOfficeProductMetrics)),
      ]
    )

    package static let analyticsConnectorOfficeProductMetrics = Shape(
      "AnalyticsConnectorOfficeProductMetrics",
      fields: [Field("distinct_session_connector_used_count", .int.orNull)]
    )

    package static let analyticsConnectorChatCoworkUnifiedMetrics = Shape(
      "AnalyticsConnectorChatCoworkUnifiedMetrics",
      fields: [
        Field("chat", .record(analyticsConnectorChatCoworkUnifiedChatMetrics)),
        Field("sessions", .record(analyticsConnectorChatCoworkUnifiedSessionsMetrics)),
      ]
    )

    package static let analyticsConnectorChatCoworkUnifiedChatMetrics = Shape(
      "AnalyticsConnectorChatCoworkUnifiedChatMetrics",
      fields: [Field("distinct_conversation_connector_used_count", .int.orNull)]
    )

    package static let analyticsConnectorChatCoworkUnifiedSessionsMetrics = Shape(
      "AnalyticsConnectorChatCoworkUnifiedSessionsMetrics",
      fields: [Field("distinct_session_connector_used_count", .int.orNull)]
    )

    package static let analyticsPluginActivity = Shape(
      "AnalyticsPluginActivity",
      fields: [
        Field("claude_code_metrics", .record(analyticsPluginClaudeCodeMetrics)),
        Field("cowork_metrics", .record(analyticsPluginCoworkMetrics)),
        Field("distinct_user_count", .int), Field("install_count", .int.orNull),
        Field("invocation_count", .int), Field("plugin_id", .id(.plugin).orNull),
        Field("plugin_name", .string),
        Field(
          "chat_cowork_unified_metrics",
          .record(analyticsPluginChatCoworkUnifiedMetrics).orNull
        ), Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("rbac_group_name", .string.orNull), Field("user_id", .id(.user).orNull),
      ]
    )

    package static let analyticsPluginClaudeCodeMetrics = Shape(
      "AnalyticsPluginClaudeCodeMetrics",
      fields: [Field("distinct_session_plugin_used_count", .int.orNull)]
    )

    package static let analyticsPluginCoworkMetrics = Shape(
      "AnalyticsPluginCoworkMetrics",
      fields: [Field("distinct_session_plugin_used_count", .int.orNull)]
    )

    package static let analyticsPluginChatCoworkUnifiedMetrics = Shape(
      "AnalyticsPluginChatCoworkUnifiedMetrics",
      fields: [Field("distinct_session_plugin_used_count", .int.orNull)]
    )

    package static let analyticsSkillActivity = Shape(
      "AnalyticsSkillActivity",
      fields: [
        Field("attributed_list_price", .string.orNull),
        Field("chat_metrics", .record(analyticsSkillChatMetrics)),
        Field("claude_code_metrics", .record(analyticsSkillClaudeCodeMetrics)),
        Field("cowork_metrics", .record(analyticsSkillCoworkMetrics)),
        Field("currency", .string.orNull), Field("distinct_user_count", .int),
        Field("enable_count", .int.orNull), Field("estimated_overage_spend", .string.orNull),
        Field("invocation_count", .int.orNull),
        Field("office_metrics", .record(analyticsSkillOfficeMetrics)),
        Field("share_status", .oneOf(shareStatus).orNull),
        Field("skill_display_name", .string.orNull), Field("skill_name", .string),
        Field(
          "chat_cowork_unified_metrics",
          .record(analyticsSkillChatCoworkUnifiedMetrics).orNull
        ), Field("product", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("rbac_group_name", .string.orNull), Field("user_id", .id(.user).orNull),
      ]
    )

    package static let analyticsSkillChatMetrics = Shape(
      "AnalyticsSkillChatMetrics",
      fields: [Field("distinct_conversation_skill_used_count", .int.orNull)]
    )

    package static let analyticsSkillClaudeCodeMetrics = Shape(
      "AnalyticsSkillClaudeCodeMetrics",
      fields: [Field("distinct_session_skill_used_count", .int.orNull)]
    )

    package static let analyticsSkillCoworkMetrics = Shape(
      "AnalyticsSkillCoworkMetrics",
      fields: [Field("distinct_session_skill_used_count", .int.orNull)]
    )

    package static let analyticsSkillOfficeMetrics = Shape(
      "AnalyticsSkillOfficeMetrics",
      fields: [
        Field("excel", .record(analyticsSkillOfficeProductMetrics)),
        Field("outlook", .record(analyticsSkillOfficeProductMetrics)),
        Field("powerpoint", .record(analyticsSkillOfficeProductMetrics)),
        Field("word", .record(analyticsSkillOfficeProductMetrics)),
      ]
    )

    package static let analyticsSkillOfficeProductMetrics = Shape(
      "AnalyticsSkillOfficeProductMetrics",
      fields: [Field("distinct_session_skill_used_count", .int.orNull)]
    )

    package static let analyticsSkillChatCoworkUnifiedMetrics = Shape(
      "AnalyticsSkillChatCoworkUnifiedMetrics",
      fields: [
        Field("chat", .record(analyticsSkillChatCoworkUnifiedChatMetrics)),
        Field("sessions", .record(analyticsSkillChatCoworkUnifiedSessionsMetrics)),
      ]
    )

    package static let analyticsSkillChatCoworkUnifiedChatMetrics = Shape(
      "AnalyticsSkillChatCoworkUnifiedChatMetrics",
      fields: [Field("distinct_conversation_skill_used_count", .int.orNull)]
    )

    package static let analyticsSkillChatCoworkUnifiedSessionsMetrics = Shape(
      "AnalyticsSkillChatCoworkUnifiedSessionsMetrics",
      fields: [Field("distinct_session_skill_used_count", .int.orNull)]
    )

    package static let analyticsSingleDayActivitySummary = Shape(
      "AnalyticsSingleDayActivitySummary",
      fields: [
        Field("assigned_seat_count", .int.orNull), Field("cowork_daily_active_user_count", .int),
        Field("cowork_monthly_active_user_count", .int),
        Field("cowork_weekly_active_user_count", .int), Field("daily_active_user_count", .int),
        Field("daily_adoption_rate", .decimal.orNull), Field("monthly_active_user_count", .int),
        Field("monthly_adoption_rate", .decimal.orNull), Field("pending_invite_count", .int.orNull),
        Field("weekly_active_user_count", .int), Field("weekly_adoption_rate", .decimal.orNull),
        Field("chat_cowork_unified_daily_active_user_count", .int.orNull),
        Field("chat_cowork_unified_monthly_active_user_count", .int.orNull),
        Field("chat_cowork_unified_weekly_active_user_count", .int.orNull),
        Field("chat_daily_active_user_count", .int.orNull),
        Field("chat_monthly_active_user_count", .int.orNull),
        Field("chat_weekly_active_user_count", .int.orNull),
        Field("claude_code_daily_active_user_count", .int.orNull),
        Field("claude_code_monthly_active_user_count", .int.orNull),
        Field("claude_code_weekly_active_user_count", .int.orNull),
        Field("claude_design_daily_active_user_count", .int.orNull),
        Field("claude_design_monthly_active_user_count", .int.orNull),
        Field("claude_design_weekly_active_user_count", .int.orNull),
        Field("claude_tag_daily_active_user_count", .int.orNull),
        Field("claude_tag_monthly_active_user_count", .int.orNull),
        Field("claude_tag_weekly_active_user_count", .int.orNull),
        Field("office_agent_daily_active_user_count", .int.orNull),
        Field("office_agent_monthly_active_user_count", .int.orNull),
        Field("office_agent_weekly_active_user_count", .int.orNull),
        Field("science_daily_active_user_count", .int.orNull),
        Field("science_entitled_user_count", .int.orNull),
        Field("science_monthly_active_user_count", .int.orNull),
        Field("science_weekly_active_user_count", .int.orNull), Field("ending_at", .datetime),
        Field("starting_at", .datetime),
      ]
    )

    package static let analyticsUserActivity = Shape(
      "AnalyticsUserActivity",
      fields: [
        Field("chat_metrics", .record(analyticsChatMetrics)),
        Field("claude_code_metrics", .record(analyticsClaudeCodeMetrics)),
        Field("cowork_metrics", .record(analyticsCoworkMetrics)),
        Field("design_metrics", .record(analyticsDesignMetrics)),
        Field("distinct_user_count", .int.orNull),
        Field("office_metrics", .record(analyticsOfficeMetrics)),
        Field("science_metrics", .record(analyticsScienceMetrics)),
        Field("user", .record(analyticsUser).orNull), Field("web_search_count", .int),
        Field("chat_cowork_unified_metrics", .record(analyticsChatCoworkUnifiedMetrics).orNull),
        Field("claude_tag_metrics", .record(analyticsClaudeTagMetrics).orNull),
        Field("last_activity_date", .date.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("rbac_group_name", .string.orNull),
      ]
    )

    package static let analyticsChatMetrics = Shape(
      "AnalyticsChatMetrics",
      fields: [
        Field("connectors_used_count", .int), Field("distinct_artifacts_created_count", .int),
        Field("distinct_connectors_used_count", .int.orNull),
        Field("distinct_conversation_count", .int.orNull),
        Field("distinct_files_uploaded_count", .int.orNull),
        Field("distinct_projects_created_count", .int),
        Field("distinct_projects_used_count", .int.orNull),
        Field("distinct_shared_artifacts_viewed_count", .int.orNull),
        Field("distinct_skills_used_count", .int.orNull), Field("message_count", .int),
        Field("shared_conversations_viewed_count", .int), Field("thinking_message_count", .int),
      ]
    )

    package static let analyticsClaudeCodeMetrics = Shape(
      "AnalyticsClaudeCodeMetrics",
      fields: [
        Field("core_metrics", .record(analyticsCoreCodeMetrics)),
        Field("tool_actions", .record(analyticsToolActions)),
      ]
    )

    package static let analyticsCoreCodeMetrics = Shape(
      "AnalyticsCoreCodeMetrics",
      fields: [
        Field("artifacts_created_count", .int), Field("commit_count", .int),
        Field("distinct_session_count", .int.orNull),
        Field("lines_of_code", .record(analyticsLinesOfCode)), Field("pull_request_count", .int),
      ]
    )

    package static let analyticsLinesOfCode = Shape(
      "AnalyticsLinesOfCode",
      fields: [Field("added_count", .int), Field("removed_count", .int)]
    )

    package static let analyticsToolActions = Shape(
      "AnalyticsToolActions",
      fields: [
        Field("edit_tool", .record(analyticsToolActionCounts)),
        Field("multi_edit_tool", .record(analyticsToolActionCounts)),
        Field("notebook_edit_tool", .record(analyticsToolActionCounts)),
        Field("write_tool", .record(analyticsToolActionCounts)),
      ]
    )

    package static let analyticsToolActionCounts = Shape(
      "AnalyticsToolActionCounts",
      fields: [Field("accepted_count", .int), Field("rejected_count", .int)]
    )

    package static let analyticsCoworkMetrics = Shape(
      "AnalyticsCoworkMetrics",
      fields: [
        Field("action_count", .int), Field("artifacts_created_count", .int),
        Field("connectors_used_count", .int), Field("dispatch_turn_count", .int),
        Field("distinct_connectors_used_count", .int.orNull),
        Field("distinct_plugins_used_count", .int.orNull),
        Field("distinct_session_count", .int.orNull),
        Field("distinct_skills_used_count", .int.orNull), Field("edit_tool_count", .int.orNull),
        Field("file_edit_count", .int.orNull), Field("message_count", .int),
        Field("multi_edit_tool_count", .int.orNull), Field("notebook_edit_tool_count", .int.orNull),
        Field("plugins_used_count", .int.orNull),
        Field("sessions_with_file_edits_count", .int.orNull), Field("skills_used_count", .int),
        Field("write_tool_count", .int.orNull),
      ]
    )

    package static let analyticsDesignMetrics = Shape(
      "AnalyticsDesignMetrics",
      fields: [
        Field("distinct_projects_created_count", .int),
        Field("distinct_projects_used_count", .int.orNull),
        Field("distinct_session_count", .int.orNull), Field("message_count", .int),
      ]
    )

    package static let analyticsOfficeMetrics = Shape(
      "AnalyticsOfficeMetrics",
      fields: [
        Field("excel", .record(analyticsOfficeProductMetrics)),
        Field("outlook", .record(analyticsOfficeProductMetrics)),
        Field("powerpoint", .record(analyticsOfficeProductMetrics)),
        Field("word", .record(analyticsOfficeProductMetrics)),
      ]
    )

    package static let analyticsOfficeProductMetrics = Shape(
      "AnalyticsOfficeProductMetrics",
      fields: [
        Field("connectors_used_count", .int), Field("distinct_connectors_used_count", .int.orNull),
        Field("distinct_session_count", .int.orNull),
        Field("distinct_skills_used_count", .int.orNull), Field("message_count", .int),
        Field("skills_used_count", .int),
      ]
    )

    package static let analyticsScienceMetrics = Shape(
      "AnalyticsScienceMetrics",
      fields: [
        Field("delegation_count", .int), Field("distinct_session_count", .int.orNull),
        Field("message_count", .int), Field("remote_compute_job_count", .int),
        Field("skills_used_count", .int),
      ]
    )

    package static let analyticsChatCoworkUnifiedMetrics = Shape(
      "AnalyticsChatCoworkUnifiedMetrics",
      fields: [
        Field("chat", .record(analyticsChatCoworkUnifiedChatMetrics)),
        Field("sessions", .record(analyticsChatCoworkUnifiedSessionsMetrics)),
      ]
    )

    package static let analyticsChatCoworkUnifiedChatMetrics = Shape(
      "AnalyticsChatCoworkUnifiedChatMetrics",
      fields: [
        Field("connectors_used_count", .int), Field("distinct_artifacts_created_count", .int),
        Field("distinct_connectors_used_count", .int.orNull),
        Field("distinct_conversation_count", .int.orNull),
        Field("distinct_files_uploaded_count", .int.orNull),
        Field("distinct_projects_created_count", .int),
        Field("distinct_projects_used_count", .int.orNull),
        Field("distinct_shared_artifacts_viewed_count", .int.orNull),
        Field("distinct_skills_used_count", .int.orNull), Field("message_count", .int),
        Field("shared_conversations_viewed_count", .int), Field("thinking_message_count", .int),
      ]
    )

    package static let analyticsChatCoworkUnifiedSessionsMetrics = Shape(
      "AnalyticsChatCoworkUnifiedSessionsMetrics",
      fields: [
        Field("action_count", .int), Field("artifacts_created_count", .int),
        Field("connectors_used_count", .int), Field("dispatch_turn_count", .int),
        Field("distinct_connectors_used_count", .int.orNull),
        Field("distinct_plugins_used_count", .int.orNull),
        Field("distinct_session_count", .int.orNull),
        Field("distinct_skills_used_count", .int.orNull), Field("edit_tool_count", .int.orNull),
        Field("file_edit_count", .int.orNull), Field("message_count", .int),
        Field("multi_edit_tool_count", .int.orNull), Field("notebook_edit_tool_count", .int.orNull),
        Field("plugins_used_count", .int.orNull),
        Field("sessions_with_file_edits_count", .int.orNull), Field("skills_used_count", .int),
        Field("write_tool_count", .int.orNull),
      ]
    )

    package static let analyticsClaudeTagMetrics = Shape(
      "AnalyticsClaudeTagMetrics",
      fields: [Field("active_day_count", .int.orNull), Field("active_message_count", .int.orNull)]
    )

    package static let analyticsProjectGroupBy = Enumeration(
      "an analytics project group by",
      ["rbac_group_id", "user_id"]
    )

    package static let analyticsOrder = Enumeration("an analytics order", ["asc", "desc"])

    package static let analyticsArtifactGroupBy = Enumeration(
      "an analytics artifact group by",
      ["product", "rbac_group_id", "user_id"]
    )

    package static let shareStatus = Enumeration(
      "a share status",
      ["organization", "private", "public"]
    )

    package static let analyticsUserGroupBy = Enumeration(
      "an analytics user group by",
      ["rbac_group_id"]
    )

    package static let listAppsChatProjects = Operation(
      "analytics.apps.chat.projects.list",
      .get,
      "/v1/organizations/analytics/apps/chat/projects",
      "Which projects of the chat are used",
      parameters: [
        Parameter(
          "date",
          .query,
          .date,
          "UTC YYYY-MM-DD; not before 2026-01-01; excludes starting_date"
        ),
        Parameter(
          "ending_date",
          .query,
          .date,
          "UTC date, exclusive; max 366 days span; default today"
        ),
        Parameter(
          "filter",
          .query,
          .list(.string),
          "dimension:value; repeat = OR within, AND across; max 100",
          constraint: .dimensions(["project_id", "rbac_group_id", "user_id"])
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsProjectGroupBy)),
          "unsupported dimension gives 400",
          constraint: .items(0...100)
        ),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsOrder),
          "default asc on sort column, desc on metrics"
        ), Parameter("order_by", .query, .string, "sort column or rankable metric only"),
        Parameter(
          "starting_date",
          .query,
          .date,
          "UTC date, inclusive; switches to range rollup; excludes date"
        ),
      ] + Paging.token(100, 1000),
      response: .page(.cursor(.fixed(default: 100, maximum: 1000)), row: analyticsProjectActivity),
      semantics: .computes,
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics apps chat projects list --date 2026-11-20"
    )

    package static let listArtifacts = Operation(
      "analytics.artifacts.list",
      .get,
      "/v1/organizations/analytics/artifacts",
      "How many artifacts are made",
      parameters: [
        Parameter(
          "date",
          .query,
          .date,
          required: true,
          "UTC YYYY-MM-DD; required; not before 2026-01-01"
        ),
        Parameter(
          "filter",
          .query,
          .list(.string),
          "dimension:value; repeat = OR within, AND across; max 100",
          constraint: .dimensions([
            "artifact_type", "is_shared", "product", "rbac_group_id", "user_id",
          ])
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsArtifactGroupBy)),
          "unsupported dimension gives 400",
          constraint: .items(0...100)
        ),
      ] + Paging.token(100, 1000),
      response: .page(.cursor(.fixed(default: 100, maximum: 1000)), row: analyticsArtifactActivity),
      semantics: .computes,
      notes: [
        "single day only; no range mode", "ungrouped result never paginated",
        "claude Code and Cowork counted from 2026-08-17",
      ],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics artifacts list --date 2026-11-20"
    )

    package static let listConnectors = Operation(
      "analytics.connectors.list",
      .get,
      "/v1/organizations/analytics/connectors",
      "Which connectors are used",
      parameters: [
        Parameter(
          "date",
          .query,
          .date,
          "UTC YYYY-MM-DD; not before 2026-01-01; excludes starting_date"
        ),
        Parameter(
          "ending_date",
          .query,
          .date,
          "UTC date, exclusive; max 366 days span; default today"
        ),
        Parameter(
          "filter",
          .query,
          .list(.string),
          "dimension:value; repeat = OR within, AND across; max 100",
          constraint: .dimensions(["connector_name", "product", "rbac_group_id", "user_id"])
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsArtifactGroupBy)),
          "unsupported dimension gives 400",
          constraint: .items(0...100)
        ),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsOrder),
          "default asc on sort column, desc on metrics"
        ), Parameter("order_by", .query, .string, "sort column or rankable metric only"),
        Parameter(
          "starting_date",
          .query,
          .date,
          "UTC date, inclusive; switches to range rollup; excludes date"
        ),
      ] + Paging.token(100, 1000),
      response: .page(
        .cursor(.fixed(default: 100, maximum: 1000)),
        row: analyticsConnectorActivity
      ),
      semantics: .computes,
      notes: ["connector names are normalized"],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics connectors list --date 2026-11-20"
    )

    package static let listPlugins = Operation(
      "analytics.plugins.list",
      .get,
      "/v1/organizations/analytics/plugins",
      "Which plugins are used",
      parameters: [
        Parameter(
          "date",
          .query,
          .date,
          "UTC YYYY-MM-DD; not before 2026-01-01; excludes starting_date"
        ),
        Parameter(
          "ending_date",
          .query,
          .date,
          "UTC date, exclusive; max 366 days span; default today"
        ),
        Parameter(
          "filter",
          .query,
          .list(.string),
          "dimension:value; repeat = OR within, AND across; max 100",
          constraint: .dimensions(["plugin_name", "product", "rbac_group_id", "user_id"])
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsArtifactGroupBy)),
          "unsupported dimension gives 400",
          constraint: .items(0...100)
        ),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsOrder),
          "default asc on sort column, desc on metrics"
        ), Parameter("order_by", .query, .string, "sort column or rankable metric only"),
        Parameter(
          "starting_date",
          .query,
          .date,
          "UTC date, inclusive; switches to range rollup; excludes date"
        ),
      ] + Paging.token(100, 1000),
      response: .page(.cursor(.fixed(default: 100, maximum: 1000)), row: analyticsPluginActivity),
      semantics: .computes,
      notes: ["plugin_name 'third-party' is an aggregate bucket"],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics plugins list --date 2026-11-20"
    )

    package static let listSkills = Operation(
      "analytics.skills.list",
      .get,
      "/v1/organizations/analytics/skills",
      "Which skills are used",
      parameters: [
        Parameter(
          "date",
          .query,
          .date,
          "UTC YYYY-MM-DD; not before 2026-01-01; excludes starting_date"
        ),
        Parameter(
          "ending_date",
          .query,
          .date,
          "UTC date, exclusive; max 366 days span; default today"
        ),
        Parameter(
          "filter",
          .query,
          .list(.string),
          "dimension:value; repeat = OR within, AND across; max 100",
          constraint: .dimensions([
            "product", "rbac_group_id", "share_status", "skill_name", "user_id",
          ])
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsArtifactGroupBy)),
          "unsupported dimension gives 400",
          constraint: .items(0...100)
        ),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsOrder),
          "default asc on sort column, desc on metrics"
        ), Parameter("order_by", .query, .string, "sort column or rankable metric only"),
        Parameter(
          "starting_date",
          .query,
          .date,
          "UTC date, inclusive; switches to range rollup; excludes date"
        ),
      ] + Paging.token(100, 1000),
      response: .page(.cursor(.fixed(default: 100, maximum: 1000)), row: analyticsSkillActivity),
      semantics: .computes,
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics skills list --date 2026-11-20"
    )

    package static let listSummaries = Operation(
      "analytics.summaries.list",
      .get,
      "/v1/organizations/analytics/summaries",
      "Active people, seats and invitations by day",
      parameters: [
        Parameter(
          "starting_date",
          .query,
          .date,
          required: true,
          "UTC date, inclusive; not before 2026-01-01"
        ),
        Parameter(
          "ending_date",
          .query,
          .date,
          "UTC date, exclusive; max 366 days span; default today"
        ),
        Parameter(
          "filter",
          .query,
          .list(.string),
          "dimension:value; repeat = OR within, AND across; max 100",
          constraint: .dimensions(["rbac_group_id"])
        ),
      ] + Paging.token(100, 1000),
      response: .page(
        .cursor(.fixed(default: 100, maximum: 1000)),
        row: analyticsSingleDayActivitySummary
      ),
      semantics: .computes,
      notes: [
        "next_page currently always null", "filtering by group nulls seat and adoption fields",
      ],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics summaries list --starting-date 2026-11-01"
    )

    package static let listUsers = Operation(
      "analytics.users.list",
      .get,
      "/v1/organizations/analytics/users",
      "What each person did",
      parameters: [
        Parameter(
          "date",
          .query,
          .date,
          "UTC YYYY-MM-DD; not before 2026-01-01; excludes starting_date"
        ),
        Parameter(
          "ending_date",
          .query,
          .date,
          "UTC date, exclusive; max 366 days span; default today"
        ),
        Parameter(
          "filter",
          .query,
          .list(.string),
          "dimension:value; repeat = OR within, AND across; max 100",
          constraint: .dimensions(["project_id", "rbac_group_id", "user_id"])
        ),
        Parameter(
          "group_by",
          .query,
          .list(.oneOf(analyticsUserGroupBy)),
          "unsupported dimension gives 400",
          constraint: .items(0...100)
        ),
        Parameter(
          "order",
          .query,
          .oneOf(analyticsOrder),
          "default asc on sort column, desc on metrics"
        ), Parameter("order_by", .query, .string, "sort column or rankable metric only"),
        Parameter(
          "starting_date",
          .query,
          .date,
          "UTC date, inclusive; switches to range rollup; excludes date"
        ),
      ] + Paging.token(100, 1000),
      response: .page(.cursor(.fixed(default: 100, maximum: 1000)), row: analyticsUserActivity),
      semantics: .computes,
      notes: ["project_id filter excludes group_by and rbac_group_id filter"],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:analytics"], on: [.enterprise]),
      example: "analytics users list --date 2026-11-20"
    )

    package static let operations = [
      listAppsChatProjects, listArtifacts, listConnectors, listPlugins, listSkills, listSummaries,
      listUsers,
    ]
  }
}
