package import StewardValues

extension Catalog {
  /// The Slack workspaces that Claude Tag works in.
  package enum ClaudeTagWorkspaces {
    package static let shape = Shape(
      "ClaudeTagSlackWorkspace",
      fields: [
        Field("id", .id(.slackWorkspace)),
        Field("settings", .record(ClaudeTagSettings.shape)),
        Field("slack", .record(slackIDs)),
        Field("sources", .record(ClaudeTagSettings.sources)),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("slack_workspace"),
      ]
    )

    /// What Slack calls the workspace.
    package static let slackIDs = Shape(
      "ClaudeTagSlackWorkspaceIdentifiers",
      fields: [Field("workspace_id", .string)]
    )

    package static let collection = Semantics.Collection(
      "claude_tag.slack_workspaces",
      identity: ["id"],
      naming: [],
      resource: .slackWorkspace
    )

    private static let identity = Parameter(
      "id",
      .path,
      .id(.slackWorkspace),
      "the Slack workspace"
    )

    /// What an example is about.
    private static let first = "(claude-tag slack-workspaces list | get id | first 1 | one)"

    package static let list = Operation(
      "claude_tag.slack_workspaces.list",
      .get,
      "/v1/organizations/claude_tag/slack_workspaces",
      "The Slack workspaces that are set up",
      parameters: [
        ClaudeTagSettings.includeInherited,
        Parameter("slack_workspace_id", .query, .string, "only this one, by Slack's own id, T…"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag slack-workspaces list"
    )

    package static let retrieve = Operation(
      "claude_tag.slack_workspaces.retrieve",
      .get,
      "/v1/organizations/claude_tag/slack_workspaces/{id}",
      "One Slack workspace",
      parameters: [identity, ClaudeTagSettings.includeInherited],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag slack-workspaces get \(first)"
    )

    package static let update = Operation(
      "claude_tag.slack_workspaces.update",
      .post,
      "/v1/organizations/claude_tag/slack_workspaces/{id}",
      "Changes a Slack workspace's settings",
      parameters: [identity, ClaudeTagSettings.changed],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: ["all of it or nothing", "reply_mode is for channels only"],
      betaHeader: .claudeTag,
      access: .writingClaudeTag,
      errorCodes: ClaudeTagSettings.changeCodes,
      example: "claude-tag slack-workspaces update \(first) --settings {enabled: true}"
    )

    package static let operations = [list, retrieve, update]
  }
}
