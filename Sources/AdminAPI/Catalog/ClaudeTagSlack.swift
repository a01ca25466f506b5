package import StewardValues

extension Catalog {
  /// The Slack channels and workspaces that Claude Tag works in.
  package enum ClaudeTagSlack {
    package static let claudeTagSlackChannel = Shape(
      "ClaudeTagSlackChannel",
      fields: [
        Field("id", .id(.slackChannel)), Field("settings", .record(claudeTagSettings)),
        Field("slack", .record(claudeTagSlackChannelIdentifiers)),
        Field("sources", .record(claudeTagSettingSources)), Field("created_at", .datetime),
        Field("updated_at", .datetime), Paging.type("slack_channel"),
      ]
    )

    package static let claudeTagSettings = Shape(
      "ClaudeTagSettings",
      fields: [
        Field("enabled", .bool.orNull), Field("environment_id", .string.orNull),
        Field("guest_policy", .record(claudeTagGuestPolicy).orNull),
        Field("instructions", .string.orNull), Field("model", .string.orNull),
        Field(
          "reply_mode",
          .record(claudeTagReplyMode).orNull,
          "of channels only"
        ),
      ]
    )

    package static let claudeTagGuestPolicy = Shape(
      "ClaudeTagGuestPolicy",
      fields: [Field("type", .oneOf(claudeTagGuestPolicyType))]
    )

    package static let claudeTagReplyMode = Shape(
      "ClaudeTagReplyMode",
      fields: [Field("type", .oneOf(claudeTagReplyModeType))]
    )

    package static let claudeTagSlackChannelIdentifiers = Shape(
      "ClaudeTagSlackChannelIdentifiers",
      fields: [Field("channel_id", .string), Field("workspace_id", .string)]
    )

    package static let claudeTagSettingSources = Shape(
      "ClaudeTagSettingSources",
      fields: [
        Field("enabled", .record(claudeTagSettingSource).orNull),
        Field("environment_id", .record(claudeTagSettingSource).orNull),
        Field("guest_policy", .record(claudeTagSettingSource).orNull),
        Field("instructions", .list(.record(claudeTagSettingSource))),
        Field("model", .record(claudeTagSettingSource).orNull),
        Field("reply_mode", .record(claudeTagSettingSource).orNull),
      ]
    )

    package static let claudeTagSettingSource = Shape(
      "ClaudeTagSettingSource",
      fields: [
        Field("type", .oneOf(claudeTagSettingSourceType)),
        Field("slack_channel_id", .string.orNull), Field("slack_workspace_id", .string.orNull),
        Field("slack", .record(claudeTagSlackChannelIdentifiers).orNull),
      ]
    )

    package static let newClaudeTagSlackChannelIdentifiers = Shape(
      "NewClaudeTagSlackChannelIdentifiers",
      fields: [Field("channel_id", .string), Field("workspace_id", .string)]
    )

    package static let claudeTagSettingsCreate = Shape(
      "ClaudeTagSettingsCreate",
      fields: [
        Field("enabled", .bool.orNull), Field("environment_id", .string.orNull),
        Field("guest_policy", .record(newClaudeTagGuestPolicy).orNull),
        Field("instructions", .string.orNull), Field("model", .string.orNull),
        Field("reply_mode", .record(newClaudeTagReplyMode).orNull),
      ]
    )

    package static let newClaudeTagGuestPolicy = Shape(
      "NewClaudeTagGuestPolicy",
      fields: [Field("type", .oneOf(claudeTagGuestPolicyType))]
    )

    package static let newClaudeTagReplyMode = Shape(
      "NewClaudeTagReplyMode",
      fields: [Field("type", .oneOf(claudeTagReplyModeType))]
    )

    package static let claudeTagSlackChannelDeleted = Shape(
      "ClaudeTagSlackChannelDeleted",
      fields: [Field("id", .string), Paging.type("slack_channel_deleted")]
    )

    package static let newClaudeTagSettingsUpdate = Shape(
      "NewClaudeTagSettingsUpdate",
      fields: [
        Field("enabled", .bool.orNull), Field("environment_id", .string.orNull),
        Field("guest_policy", .record(newClaudeTagGuestPolicy).orNull),
        Field("instructions", .string.orNull), Field("model", .string.orNull),
        Field("reply_mode", .record(newClaudeTagReplyMode).orNull),
      ]
    )

    package static let claudeTagSlackWorkspace = Shape(
      "ClaudeTagSlackWorkspace",
      fields: [
        Field("id", .id(.slackWorkspace)), Field("settings", .record(claudeTagSettings)),
        Field("slack", .record(claudeTagSlackWorkspaceIdentifiers)),
        Field("sources", .record(claudeTagSettingSources)), Field("created_at", .datetime),
        Field("updated_at", .datetime), Paging.type("slack_workspace"),
      ]
    )

    package static let claudeTagSlackWorkspaceIdentifiers = Shape(
      "ClaudeTagSlackWorkspaceIdentifiers",
      fields: [Field("workspace_id", .string)]
    )

    package static let claudeTagGuestPolicyType = Enumeration(
      "what guests may do",
      ["allow", "restrict", "channel_only"]
    )

    package static let claudeTagReplyModeType = Enumeration(
      "when Claude replies",
      ["automatic", "mention_only", "always_awake", "thread"]
    )

    package static let claudeTagSettingSourceType = Enumeration(
      "where a setting comes from",
      [
        "slack_channel", "slack_workspace", "slack_parent_channel", "slack_default", "default",
        "slack_grid_channel",
      ]
    )

    package static let collection = Semantics.Collection(
      "claude_tag.slack_channels",
      identity: ["id"],
      naming: [],
      resource: .slackChannel
    )

    package static let slackWorkspacesCollection = Semantics.Collection(
      "claude_tag.slack_workspaces",
      identity: ["id"],
      naming: [],
      resource: .slackWorkspace
    )

    package static let createSlackChannels = Operation(
      "claude_tag.slack_channels.create",
      .post,
      "/v1/organizations/claude_tag/slack_channels",
      "Sets a channel up",
      parameters: [
        Parameter(
          "slack",
          .body,
          .record(newClaudeTagSlackChannelIdentifiers),
          required: true,
          "slack"
        ), Parameter("settings", .body, .record(claudeTagSettingsCreate), "settings"),
      ],
      response: .object(claudeTagSlackChannel),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "where only the settings are refused, the channel is set up without them",
        "a channel that is set up already is given back",
        "Claude has to see the channel in Slack",
      ],
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["write:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "environment_not_found",
        "organization_level_scoped_api_key_required", "slack_channel_set_up_environment_not_found",
        "slack_channel_set_up_settings_conflict", "slack_channel_set_up_settings_refused",
      ],
      example:
        "claude-tag slack-channels create --slack {workspace_id: \"T0ACME01\", channel_id: \"C0RELEASE\"}"
    )

    package static let deleteSlackChannels = Operation(
      "claude_tag.slack_channels.delete",
      .delete,
      "/v1/organizations/claude_tag/slack_channels/{id}",
      "Takes a channel away, with all that Claude kept of it",
      parameters: [Parameter("id", .path, .id(.slackChannel), "the channel")],
      response: .object(claudeTagSlackChannelDeleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["refused while the channel is enabled", "not for group messages"],
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["write:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
        "slack_channel_set_up_settings_conflict",
      ],
      example:
        #"claude-tag slack-channels delete (claude-tag slack-channels list --slack-workspace-id T0ACME01 | get id | first 1 | one)"#
    )

    package static let listSlackChannels = Operation(
      "claude_tag.slack_channels.list",
      .get,
      "/v1/organizations/claude_tag/slack_channels",
      "The channels of a Slack workspace that are set up",
      parameters: [
        Parameter(
          "slack_workspace_id",
          .query,
          .string,
          required: true,
          "Slack's own id, T…"
        ),
        Parameter(
          "include_inherited",
          .query,
          .bool,
          "what holds by inheritance too"
        ),
        Parameter(
          "slack_channel_id",
          .query,
          .string,
          "only this one, by Slack's own id, C… or G…"
        ),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: claudeTagSlackChannel),
      semantics: .lists(collection, filters: []),
      notes: [
        "settings that are inherited are null unless include_inherited is true"
      ],
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example: "claude-tag slack-channels list --slack-workspace-id T0ACME01"
    )

    package static let retrieveSlackChannels = Operation(
      "claude_tag.slack_channels.retrieve",
      .get,
      "/v1/organizations/claude_tag/slack_channels/{id}",
      "One channel",
      parameters: [
        Parameter("id", .path, .id(.slackChannel), "the channel"),
        Parameter(
          "include_inherited",
          .query,
          .bool,
          "what holds by inheritance too"
        ),
      ],
      response: .object(claudeTagSlackChannel),
      semantics: .retrieves(collection),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example:
        #"claude-tag slack-channels get (claude-tag slack-channels list --slack-workspace-id T0ACME01 | get id | first 1 | one)"#
    )

    package static let updateSlackChannels = Operation(
      "claude_tag.slack_channels.update",
      .post,
      "/v1/organizations/claude_tag/slack_channels/{id}",
      "Changes a channel's settings",
      parameters: [
        Parameter("id", .path, .id(.slackChannel), "the channel"),
        Parameter(
          "settings",
          .body,
          .record(newClaudeTagSettingsUpdate),
          required: true,
          "those that change; null takes one away"
        ),
      ],
      response: .object(claudeTagSlackChannel),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "all of it or nothing", "reply_mode can be changed, not taken away",
        "not for group messages",
      ],
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["write:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "environment_not_found",
        "organization_level_scoped_api_key_required", "slack_channel_set_up_environment_not_found",
        "slack_channel_set_up_settings_conflict",
      ],
      example:
        #"claude-tag slack-channels update (claude-tag slack-channels list --slack-workspace-id T0ACME01 | get id | first 1 | one) --settings {enabled: false}"#
    )

    package static let listSlackWorkspaces = Operation(
      "claude_tag.slack_workspaces.list",
      .get,
      "/v1/organizations/claude_tag/slack_workspaces",
      "The Slack workspaces that are set up",
      parameters: [
        Parameter(
          "include_inherited",
          .query,
          .bool,
          "what holds by inheritance too"
        ), Parameter("slack_workspace_id", .query, .string, "only this one, by Slack's own id, T…"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: claudeTagSlackWorkspace),
      semantics: .lists(slackWorkspacesCollection, filters: []),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example: "claude-tag slack-workspaces list"
    )

    package static let retrieveSlackWorkspaces = Operation(
      "claude_tag.slack_workspaces.retrieve",
      .get,
      "/v1/organizations/claude_tag/slack_workspaces/{id}",
      "One Slack workspace",
      parameters: [
        Parameter("id", .path, .id(.slackWorkspace), "the Slack workspace"),
        Parameter(
          "include_inherited",
          .query,
          .bool,
          "what holds by inheritance too"
        ),
      ],
      response: .object(claudeTagSlackWorkspace),
      semantics: .retrieves(slackWorkspacesCollection),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example:
        #"claude-tag slack-workspaces get (claude-tag slack-workspaces list | get id | first 1 | one)"#
    )

    package static let updateSlackWorkspaces = Operation(
      "claude_tag.slack_workspaces.update",
      .post,
      "/v1/organizations/claude_tag/slack_workspaces/{id}",
      "Changes a Slack workspace's settings",
      parameters: [
        Parameter("id", .path, .id(.slackWorkspace), "the Slack workspace"),
        Parameter(
          "settings",
          .body,
          .record(newClaudeTagSettingsUpdate),
          required: true,
          "those that change; null takes one away"
        ),
      ],
      response: .object(claudeTagSlackWorkspace),
      effects: .always(.update),
      semantics: .changes(slackWorkspacesCollection),
      notes: ["all of it or nothing", "reply_mode is for channels only"],
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["write:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "environment_not_found",
        "organization_level_scoped_api_key_required", "slack_channel_set_up_environment_not_found",
        "slack_channel_set_up_settings_conflict",
      ],
      example:
        #"claude-tag slack-workspaces update (claude-tag slack-workspaces list | get id | first 1 | one) --settings {enabled: true}"#
    )

    package static let operations = [
      createSlackChannels, deleteSlackChannels, listSlackChannels, retrieveSlackChannels,
      updateSlackChannels, listSlackWorkspaces, retrieveSlackWorkspaces, updateSlackWorkspaces,
    ]
  }
}
