package import StewardValues

extension Catalog {
  /// What a channel and a Slack workspace are told, and from where a setting comes that nobody gave.
  package enum ClaudeTagSettings {
    /// Null means inherited in answers, and takes a setting away in changes.
    package static let shape = Shape(
      "ClaudeTagSettings",
      fields: [
        Field("enabled", .bool.orNull),
        Field("environment_id", .string.orNull),
        Field("guest_policy", .record(guestPolicy).orNull),
        Field("instructions", .string.orNull),
        Field("model", .string.orNull),
        Field("reply_mode", .record(replyMode).orNull, "of channels only"),
      ]
    )

    package static let guestPolicy = Shape(
      "ClaudeTagGuestPolicy",
      fields: [Field("type", .oneOf(guestPolicyType))]
    )

    package static let replyMode = Shape(
      "ClaudeTagReplyMode",
      fields: [Field("type", .oneOf(replyModeType))]
    )

    /// For each setting, where it comes from.
    package static let sources = Shape(
      "ClaudeTagSettingSources",
      fields: [
        Field("enabled", .record(source).orNull),
        Field("environment_id", .record(source).orNull),
        Field("guest_policy", .record(source).orNull),
        Field("instructions", .list(.record(source))),
        Field("model", .record(source).orNull),
        Field("reply_mode", .record(source).orNull),
      ]
    )

    package static let source = Shape(
      "ClaudeTagSettingSource",
      fields: [
        Field("type", .oneOf(sourceType)),
        Field("slack_channel_id", .string.orNull),
        Field("slack_workspace_id", .string.orNull),
        Field("slack", .record(ClaudeTagChannels.slackIDs).orNull),
      ]
    )

    package static let guestPolicyType = Enumeration(
      "what guests may do",
      ["allow", "restrict", "channel_only"]
    )

    package static let replyModeType = Enumeration(
      "when Claude replies",
      ["automatic", "mention_only", "always_awake", "thread"]
    )

    package static let sourceType = Enumeration(
      "where a setting comes from",
      [
        "slack_channel", "slack_workspace", "slack_parent_channel", "slack_default", "default",
        "slack_grid_channel",
      ]
    )

    package static let includeInherited = Parameter(
      "include_inherited",
      .query,
      .bool,
      "what holds by inheritance too"
    )

    package static let changed = Parameter(
      "settings",
      .body,
      .record(shape),
      required: true,
      "those that change; null takes one away"
    )

    /// Why any operation of Claude Tag may be refused.
    package static let codes = [
      "api_key_scope_missing", "claude_tag_writes_not_enabled",
      "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
    ]

    /// Why a change of settings may be.
    package static let changeCodes =
      codes + [
        "environment_not_found", "slack_channel_set_up_environment_not_found",
        "slack_channel_set_up_settings_conflict",
      ]
  }
}
