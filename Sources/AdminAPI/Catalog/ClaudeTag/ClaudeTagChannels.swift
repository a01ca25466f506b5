package import StewardValues

extension Catalog {
  /// The Slack channels that Claude Tag works in.
  package enum ClaudeTagChannels {
    package static let shape = Shape(
      "ClaudeTagSlackChannel",
      fields: [
        Field("id", .id(.slackChannel)),
        Field("settings", .record(ClaudeTagSettings.shape)),
        Field("slack", .record(slackIDs)),
        Field("sources", .record(ClaudeTagSettings.sources)),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("slack_channel"),
      ]
    )

    package static let deleted = Shape(
      "ClaudeTagSlackChannelDeleted",
      fields: [Field("id", .string), Paging.type("slack_channel_deleted")]
    )

    /// What Slack calls the channel, and the workspace that it is in.
    package static let slackIDs = Shape(
      "ClaudeTagSlackChannelIdentifiers",
      fields: [Field("channel_id", .string), Field("workspace_id", .string)]
    )

    package static let collection = Semantics.Collection(
      "claude_tag.slack_channels",
      identity: ["id"],
      naming: [],
      resource: .slackChannel
    )

    private static let identity = Parameter("id", .path, .id(.slackChannel), "the channel")

    /// What an example is about.
    private static let first =
      "(claude-tag slack-channels list --slack-workspace-id T0ACME01 | get id | first 1 | one)"

    package static let create = Operation(
      "claude_tag.slack_channels.create",
      .post,
      "/v1/organizations/claude_tag/slack_channels",
      "Sets a channel up",
      parameters: [
        Parameter(
          "slack",
          .body,
          .record(slackIDs),
          required: true,
          "the channel and its workspace, by Slack's own ids"
        ),
        Parameter(
          "settings",
          .body,
          .record(ClaudeTagSettings.shape),
          "those that it does not inherit"
        ),
      ],
      response: .object(shape),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "where only the settings are refused, the channel is set up without them",
        "a channel that is set up already is given back",
        "Claude has to see the channel in Slack",
      ],
      betaHeader: .claudeTag,
      access: .writingClaudeTag,
      errorCodes: ClaudeTagSettings.changeCodes + ["slack_channel_set_up_settings_refused"],
      example: "claude-tag slack-channels create "
        + #"--slack {workspace_id: "T0ACME01", channel_id: "C0RELEASE"}"#
    )

    package static let delete = Operation(
      "claude_tag.slack_channels.delete",
      .delete,
      "/v1/organizations/claude_tag/slack_channels/{id}",
      "Takes a channel away, with all that Claude kept of it",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["refused while the channel is enabled", "not for group messages"],
      betaHeader: .claudeTag,
      access: .writingClaudeTag,
      errorCodes: ClaudeTagSettings.codes + ["slack_channel_set_up_settings_conflict"],
      example: "claude-tag slack-channels delete \(first)"
    )

    package static let list = Operation(
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
        ), ClaudeTagSettings.includeInherited,
        Parameter(
          "slack_channel_id",
          .query,
          .string,
          "only this one, by Slack's own id, C… or G…"
        ),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["settings that are inherited are null unless include_inherited is true"],
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag slack-channels list --slack-workspace-id T0ACME01"
    )

    package static let retrieve = Operation(
      "claude_tag.slack_channels.retrieve",
      .get,
      "/v1/organizations/claude_tag/slack_channels/{id}",
      "One channel",
      parameters: [identity, ClaudeTagSettings.includeInherited],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag slack-channels get \(first)"
    )

    package static let update = Operation(
      "claude_tag.slack_channels.update",
      .post,
      "/v1/organizations/claude_tag/slack_channels/{id}",
      "Changes a channel's settings",
      parameters: [identity, ClaudeTagSettings.changed],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "all of it or nothing", "reply_mode can be changed, not taken away",
        "not for group messages",
      ],
      betaHeader: .claudeTag,
      access: .writingClaudeTag,
      errorCodes: ClaudeTagSettings.changeCodes,
      example: "claude-tag slack-channels update \(first) --settings {enabled: false}"
    )

    package static let operations = [create, delete, list, retrieve, update]
  }
}
