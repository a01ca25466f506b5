package import StewardValues

extension Catalog {
  /// Instructions of Claude Tag, and where they hold.
  package enum ClaudeTagBundles {
    package static let claudeTagBundle = Shape(
      "ClaudeTagBundle",
      fields: [
        Field("id", .id(.bundle)), Field("display_name", .string),
        Field("description", .string.orNull), Field("instructions", .string.orNull),
        Field("created_at", .datetime), Field("updated_at", .datetime), Paging.type("bundle"),
      ]
    )

    package static let claudeTagBundleTarget = Shape(
      "ClaudeTagBundleTarget",
      fields: [
        Field("id", .id(.bundleTarget)), Field("type", .oneOf(claudeTagBundleTargetType)),
        Field("slack_channel_id", .string.orNull), Field("slack_workspace_id", .string.orNull),
        Field("created_at", .datetime),
      ]
    )

    package static let newClaudeTagBundleTargetCreate = Shape(
      "NewClaudeTagBundleTargetCreate",
      fields: [
        Field("type", .oneOf(claudeTagBundleTargetType)), Field("slack_channel_id", .string.orNull),
        Field("slack_workspace_id", .string.orNull),
      ]
    )

    package static let claudeTagBundleTargetDeleted = Shape(
      "ClaudeTagBundleTargetDeleted",
      fields: [Field("id", .string), Paging.type("bundle_target_deleted")]
    )

    package static let claudeTagBundleTargetType = Enumeration(
      "a kind of place",
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

    package static let list = Operation(
      "claude_tag.bundles.list",
      .get,
      "/v1/organizations/claude_tag/bundles",
      "The bundles of instructions",
      parameters: Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: claudeTagBundle),
      semantics: .lists(collection, filters: []),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example: "claude-tag bundles list | select display_name, instructions"
    )

    package static let retrieve = Operation(
      "claude_tag.bundles.retrieve",
      .get,
      "/v1/organizations/claude_tag/bundles/{bundle_id}",
      "One bundle",
      parameters: [Parameter("bundle_id", .path, .id(.bundle), "the bundle")],
      response: .object(claudeTagBundle),
      semantics: .retrieves(collection),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example: "claude-tag bundles get \"Support desk\""
    )

    package static let update = Operation(
      "claude_tag.bundles.update",
      .post,
      "/v1/organizations/claude_tag/bundles/{bundle_id}",
      "Changes a bundle's instructions",
      parameters: [
        Parameter("bundle_id", .path, .id(.bundle), "the bundle"),
        Parameter(
          "instructions",
          .body,
          .string,
          nullable: true,
          "at most 10,000 bytes; null takes them away"
        ),
      ],
      response: .object(claudeTagBundle),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "some bundles can be changed in claude.ai only",
        "running sessions keep the old instructions",
      ],
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["write:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "bundle_attachment_not_supported", "bundle_on_call",
        "claude_tag_writes_not_enabled", "compliance_configuration_restricted",
        "organization_level_scoped_api_key_required", "slack_channel_set_up_settings_conflict",
      ],
      example:
        "claude-tag bundles update \"Support desk\" --instructions \"Answer in two sentences.\""
    )

    package static let createTargets = Operation(
      "claude_tag.bundles.targets.create",
      .post,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets",
      "Lets a bundle hold in a channel or a workspace",
      parameters: [
        Parameter("bundle_id", .path, .id(.bundle), "the bundle"),
        Parameter(
          "target",
          .body,
          .record(newClaudeTagBundleTargetCreate),
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
      response: .object(claudeTagBundleTarget),
      effects: .always([.create, .grant]),
      semantics: .creates(targetsCollection),
      notes: [
        "the channel or the workspace has to be set up before", "not for group messages",
        "one that is there already is given back",
      ],
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      body: .whole,
      access: Access([.scopedKey], scopes: ["write:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example:
        "claude-tag bundles targets create \"Support desk\" --target {type: \"slack_channel\", slack_channel_id: \"slch_01\"}"
    )

    package static let deleteTargets = Operation(
      "claude_tag.bundles.targets.delete",
      .delete,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets/{target_id}",
      "Ends a bundle in a channel or a workspace",
      parameters: [
        Parameter("bundle_id", .path, .id(.bundle), "the bundle"),
        Parameter("target_id", .path, .id(.bundleTarget), "the place"),
      ],
      response: .object(claudeTagBundleTargetDeleted),
      effects: .always(.cut),
      semantics: .removes(targetsCollection),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["write:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example: "claude-tag bundles targets delete \"Support desk\" btgt_01"
    )

    package static let listTargets = Operation(
      "claude_tag.bundles.targets.list",
      .get,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets",
      "Where a bundle holds",
      parameters: [Parameter("bundle_id", .path, .id(.bundle), "the bundle")]
        + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: claudeTagBundleTarget),
      semantics: .lists(targetsCollection, filters: []),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example: "claude-tag bundles targets list \"Support desk\""
    )

    package static let retrieveTargets = Operation(
      "claude_tag.bundles.targets.retrieve",
      .get,
      "/v1/organizations/claude_tag/bundles/{bundle_id}/targets/{target_id}",
      "One place where a bundle holds",
      parameters: [
        Parameter("bundle_id", .path, .id(.bundle), "the bundle"),
        Parameter("target_id", .path, .id(.bundleTarget), "the place"),
      ],
      response: .object(claudeTagBundleTarget),
      semantics: .retrieves(targetsCollection),
      betaHeader: BetaHeader("experimental-claude-tag-2026-10-21"),
      access: Access([.scopedKey], scopes: ["read:claude_tag"], on: [.enterprise]),
      errorCodes: [
        "api_key_scope_missing", "claude_tag_writes_not_enabled",
        "compliance_configuration_restricted", "organization_level_scoped_api_key_required",
      ],
      example: "claude-tag bundles targets get \"Support desk\" btgt_01"
    )

    package static let operations = [
      list, retrieve, update, createTargets, deleteTargets, listTargets, retrieveTargets,
    ]
  }
}
