package import StewardValues

extension Catalog {
  /// Instructions of Claude Tag, and where they hold.
  package enum ClaudeTagBundles {
    package static let shape = Shape(
      "ClaudeTagBundle",
      fields: [
        Field("id", .id(.bundle)),
        Field("display_name", .string),
        Field("description", .string.orNull),
        Field("instructions", .string.orNull),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("bundle"),
      ]
    )

    package static let target = Shape(
      "ClaudeTagBundleTarget",
      fields: [
        Field("id", .id(.bundleTarget)),
        Field("type", .oneOf(targetType)),
        Field("slack_channel_id", .id(.slackChannel).orNull),
        Field("slack_workspace_id", .id(.slackWorkspace).orNull),
        Field("created_at", .datetime),
      ]
    )

    package static let newTarget = Shape(
      "NewClaudeTagBundleTarget",
      fields: [
        Field("type", .oneOf(targetType)),
        Field("slack_channel_id", .id(.slackChannel).orNull),
        Field("slack_workspace_id", .id(.slackWorkspace).orNull),
      ]
    )

    package static let targetDeleted = Shape(
      "ClaudeTagBundleTargetDeleted",
      fields: [Field("id", .id(.bundleTarget)), Paging.type("bundle_target_deleted")]
    )

    package static let targetType = Enumeration(
      "a kind of target",
      ["slack_channel", "slack_workspace"]
    )

    package static let collection = Semantics.Collection(
      "claude_tag.bundles",
      identity: ["id"],
      naming: ["display_name"],
      resource: .bundle
    )

    package static let targetsCollection = Semantics.Collection(
      "claude_tag.bundles.targets",
      identity: ["bundle_id", "id"],
      naming: [],
      resource: .bundleTarget
    )

    private static let identity = Parameter("bundle_id", .path, .id(.bundle), "the bundle")

    private static let targetIdentity = Parameter(
      "target_id",
      .path,
      .id(.bundleTarget),
      "the target"
    )

    package static let list = Operation(
      "claude_tag.bundles.list",
      .get,
      "/v1/organizations/claude_tag/bundles",
      "The bundles of instructions",
      parameters: Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag bundles list | select display_name, instructions"
    )

    package static let retrieve = Operation(
      "claude_tag.bundles.retrieve",
      .get,
      "/v1/organizations/claude_tag/bundles/{bundle_id}",
      "One bundle",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag bundles get \"Support desk\""
    )

    package static let update = Operation(
      "claude_tag.bundles.update",
      .post,
      "/v1/organizations/claude_tag/bundles/{bundle_id}",
      "Changes a bundle's instructions",
      parameters: [
        identity,
        Parameter(
          "instructions",
          .body,
          .string,
          nullable: true,
          "what Claude is told, up to 10000 bytes; null takes it away"
        ),
      ],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "a bundle that is managed in claude.ai cannot be changed here",
        "sessions that run already keep the old instructions",
      ],
      betaHeader: .claudeTag,
      access: .writingClaudeTag,
      errorCodes: ClaudeTagSettings.codes + [
        "bundle_attachment_not_supported", "bundle_on_call",
        "slack_channel_set_up_settings_conflict",
      ],
      example:
        "claude-tag bundles update \"Support desk\" --instructions \"Answer in two sentences.\""
    )

    package static let createTarget = Operation(
      "claude_tag.bundles.targets.create",
      .post,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets",
      "Lets a bundle hold in a channel or a workspace",
      parameters: [
        identity,
        Parameter(
          "target",
          .body,
          .record(newTarget),
          required: true,
          "the channel or the workspace",
          constraint: .variants(
            by: "type",
            [
              Variant("slack_channel", required: ["slack_channel_id"]),
              Variant("slack_workspace", required: ["slack_workspace_id"]),
            ]
          )
        ),
      ],
      response: .object(target),
      effects: .always(.create),
      semantics: .creates(targetsCollection),
      notes: [
        "the channel or the workspace must be set up already",
        "a group direct message cannot be a target", "a target that is there already comes back",
      ],
      betaHeader: .claudeTag,
      body: .whole,
      access: .writingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example:
        "claude-tag bundles targets create \"Support desk\" --target {type: \"slack_channel\", slack_channel_id: \"slch_01Archive\"}"
    )

    package static let deleteTarget = Operation(
      "claude_tag.bundles.targets.delete",
      .delete,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets/{target_id}",
      "Ends a bundle in a channel or a workspace",
      parameters: [
        identity,
        targetIdentity,
      ],
      response: .object(targetDeleted),
      effects: .always(.cut),
      semantics: .removes(targetsCollection),
      betaHeader: .claudeTag,
      access: .writingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag bundles targets delete \"Support desk\" btgt_01Support"
    )

    package static let listTargets = Operation(
      "claude_tag.bundles.targets.list",
      .get,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets",
      "Where a bundle holds",
      parameters: [identity]
        + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: target),
      semantics: .lists(targetsCollection, filters: []),
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag bundles targets list \"Support desk\""
    )

    package static let retrieveTarget = Operation(
      "claude_tag.bundles.targets.retrieve",
      .get,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets/{target_id}",
      "One place where a bundle holds",
      parameters: [
        identity,
        targetIdentity,
      ],
      response: .object(target),
      semantics: .retrieves(targetsCollection),
      notes: ["a target of another bundle is not found"],
      betaHeader: .claudeTag,
      access: .readingClaudeTag,
      errorCodes: ClaudeTagSettings.codes,
      example: "claude-tag bundles targets get \"Support desk\" btgt_01Support"
    )

    package static let operations = [
      list, retrieve, update, createTarget, deleteTarget, listTargets, retrieveTarget,
    ]
  }
}
