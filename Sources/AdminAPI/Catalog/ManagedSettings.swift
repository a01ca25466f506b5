package import StewardValues

extension Catalog {
  /// Settings of Claude Code that the organization decides.
  package enum ManagedSettings {
    package static let managedSettingsConfiguration = Shape(
      "ManagedSettingsConfiguration",
      fields: [
        Field("mode", .record(claudeCodeManagedSettingsMode)),
        Field("rbac_group_order", .list(.id(.rbacGroup))),
        Field("rbac_group_order_version", .string), Field("mode_updated_at", .datetime.orNull),
        Paging.type("claude_code_managed_settings_configuration"),
      ]
    )

    package static let claudeCodeManagedSettingsMode = Shape(
      "ClaudeCodeManagedSettingsMode",
      fields: [Field("type", .oneOf(claudeCodeManagedSettingsModeType))]
    )

    package static let newClaudeCodeManagedSettingsMode = Shape(
      "NewClaudeCodeManagedSettingsMode",
      fields: [Field("type", .oneOf(claudeCodeManagedSettingsModeType))]
    )

    package static let defaultManagedSettings = Shape(
      "DefaultManagedSettings",
      fields: [
        Field("settings", .map(.any).orNull), Field("updated_at", .datetime.orNull),
        Paging.type("claude_code_rbac_group_default_managed_settings"),
      ]
    )

    package static let managedSettingsDeleted = Shape(
      "ManagedSettingsDeleted",
      fields: [
        Field("rbac_group_id", .id(.rbacGroup)),
        Paging.type("claude_code_rbac_group_managed_settings_deleted"),
      ]
    )

    package static let rbacGroupManagedSettingsSummary = Shape(
      "RBACGroupManagedSettingsSummary",
      fields: [
        Field("rbac_group_id", .id(.rbacGroup)),
        Field("rbac_group_status", .record(claudeCodeRBACGroupStatus)),
        Field("created_at", .datetime), Field("updated_at", .datetime),
        Paging.type("claude_code_rbac_group_managed_settings_summary"),
      ]
    )

    package static let claudeCodeRBACGroupStatus = Shape(
      "ClaudeCodeRBACGroupStatus",
      fields: [Field("type", .oneOf(claudeCodeRBACgroupStatusType))]
    )

    package static let rbacGroupManagedSettings = Shape(
      "RBACGroupManagedSettings",
      fields: [
        Field("rbac_group_id", .id(.rbacGroup)),
        Field("rbac_group_status", .record(claudeCodeRBACGroupStatus)),
        Field("settings", .map(.any).orNull), Field("created_at", .datetime),
        Field("updated_at", .datetime), Paging.type("claude_code_rbac_group_managed_settings"),
      ]
    )

    package static let claudeCodeManagedSettingsModeType = Enumeration(
      "for whom settings hold",
      ["organization", "rbac_groups"]
    )

    package static let claudeCodeRBACgroupStatusType = Enumeration(
      "the status of a group",
      ["active", "deleted", "unknown"]
    )

    package static let collection = Semantics.Collection(
      "claude_code.managed_settings.configuration",
      identity: [],
      naming: [],
      resource: nil
    )

    package static let rbacGroupDefaultCollection = Semantics.Collection(
      "claude_code.managed_settings.rbac_group_default",
      identity: [],
      naming: [],
      resource: nil
    )

    package static let rbacGroupsCollection = Semantics.Collection(
      "claude_code.managed_settings.rbac_groups",
      identity: ["rbac_group_id"],
      naming: [],
      resource: nil
    )

    package static let retrieveConfiguration = Operation(
      "claude_code.managed_settings.configuration.retrieve",
      .get,
      "/v1/organizations/claude_code/managed_settings/configuration",
      "Whether settings hold for all or by group",
      response: .object(managedSettingsConfiguration),
      semantics: .retrieves(collection),
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      example: "claude-code managed-settings configuration get"
    )

    package static let updateConfiguration = Operation(
      "claude_code.managed_settings.configuration.update",
      .post,
      "/v1/organizations/claude_code/managed_settings/configuration",
      "Decides whether settings hold for all or by group",
      parameters: [
        Parameter(
          "mode",
          .body,
          .record(newClaudeCodeManagedSettingsMode),
          "one document for all, or one a group",
          constraint: .variants(by: "type", [Variant("organization"), Variant("rbac_groups")])
        ),
        Parameter(
          "rbac_group_order",
          .body,
          .list(.id(.rbacGroup)),
          "every group with settings once, the one that counts most first"
        ),
        Parameter(
          "rbac_group_order_version",
          .body,
          .string,
          "of the order as it was read; goes with rbac_group_order"
        ),
      ],
      response: .object(managedSettingsConfiguration),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "a new order goes with the version of the one that was read; another order in between is a 409",
        "switching to rbac_groups copies the settings of all where no others are set",
        "after a 503 it may have been done: send it again",
      ],
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["write:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      errorCodes: [
        "cmek_key_disabled", "request_body_timeout", "sandbox_egress_restricted",
        "settings_document_limit_exceeded", "settings_history_limit_exceeded",
      ],
      example: "claude-code managed-settings configuration update --mode {type: \"organization\"}"
    )

    package static let retrieveRbacGroupDefault = Operation(
      "claude_code.managed_settings.rbac_group_default.retrieve",
      .get,
      "/v1/organizations/claude_code/managed_settings/rbac_group_default",
      "Settings of those who are in no group",
      response: .object(defaultManagedSettings),
      semantics: .retrieves(rbacGroupDefaultCollection),
      notes: ["settings without a value and with updated_at: the document is damaged"],
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      errorCodes: ["cmek_feature_unsupported", "cmek_key_disabled"],
      example: "claude-code managed-settings rbac-group-default get"
    )

    package static let updateRbacGroupDefault = Operation(
      "claude_code.managed_settings.rbac_group_default.update",
      .post,
      "/v1/organizations/claude_code/managed_settings/rbac_group_default",
      "Replaces the settings of those who are in no group",
      parameters: [
        Parameter(
          "settings",
          .body,
          .map(.any),
          required: true,
          nullable: true,
          "the whole document, at most 1 MiB; null takes it away"
        )
      ],
      response: .object(defaultManagedSettings),
      effects: .always(.update),
      semantics: .changes(rbacGroupDefaultCollection),
      notes: [
        "after a 503 it may have been done: send it again"
      ],
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["write:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      errorCodes: [
        "cmek_feature_unsupported", "cmek_key_disabled", "request_body_timeout",
        "sandbox_egress_restricted", "settings_document_limit_exceeded",
        "settings_history_limit_exceeded",
      ],
      example:
        "claude-code managed-settings rbac-group-default update --settings {model: \"claude-sonnet-4-6\"}"
    )

    package static let deleteRbacGroups = Operation(
      "claude_code.managed_settings.rbac_groups.delete",
      .delete,
      "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
      "Takes a group's settings away",
      parameters: [Parameter("rbac_group_id", .path, .id(.rbacGroup), "the group")],
      response: .object(managedSettingsDeleted),
      effects: .always(.destroy),
      semantics: .removes(rbacGroupsCollection),
      notes: [
        "takes the group out of rbac_group_order",
        "after a 503 it may have been done: send it again",
      ],
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["write:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      errorCodes: [
        "cmek_key_disabled", "rbac_group_managed_settings_not_found", "sandbox_egress_restricted",
        "settings_history_limit_exceeded",
      ],
      example: "claude-code managed-settings rbac-groups delete Engineering"
    )

    package static let listRbacGroups = Operation(
      "claude_code.managed_settings.rbac_groups.list",
      .get,
      "/v1/organizations/claude_code/managed_settings/rbac_groups",
      "The groups that have settings",
      parameters: Paging.token(20, 100),
      response: .page(
        .cursor(.fixed(default: 20, maximum: 100)),
        row: rbacGroupManagedSettingsSummary
      ),
      semantics: .lists(rbacGroupsCollection, filters: []),
      notes: [
        "the group that counts most comes first; another order between two pages is a 409",
        "groups that were deleted are there as long as they have settings",
      ],
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      example: "claude-code managed-settings rbac-groups list"
    )

    package static let retrieveRbacGroups = Operation(
      "claude_code.managed_settings.rbac_groups.retrieve",
      .get,
      "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
      "The settings of a group",
      parameters: [Parameter("rbac_group_id", .path, .id(.rbacGroup), "the group")],
      response: .object(rbacGroupManagedSettings),
      semantics: .retrieves(rbacGroupsCollection),
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      errorCodes: [
        "cmek_feature_unsupported", "cmek_key_disabled", "rbac_group_managed_settings_not_found",
      ],
      example: "claude-code managed-settings rbac-groups get Engineering"
    )

    package static let setRbacGroups = Operation(
      "claude_code.managed_settings.rbac_groups.set",
      .post,
      "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
      "Replaces the settings of a group",
      parameters: [
        Parameter("rbac_group_id", .path, .id(.rbacGroup), "the group"),
        Parameter(
          "settings",
          .body,
          .map(.any),
          required: true,
          "the whole document, at most 1 MiB"
        ),
      ],
      response: .object(rbacGroupManagedSettings),
      effects: .always(.update),
      semantics: .sets(rbacGroupsCollection),
      notes: [
        "a group that had none becomes the last in rbac_group_order",
        "after a 503 it may have been done: send it again",
      ],
      betaHeader: BetaHeader("ce-claude-code-managed-settings-2026-10-06", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["write:claude_code_managed_settings"],
        on: [.enterprise]
      ),
      errorCodes: [
        "cmek_feature_unsupported", "cmek_key_disabled", "rbac_group_not_found",
        "rbac_group_order_limit_exceeded", "request_body_timeout", "sandbox_egress_restricted",
        "settings_document_limit_exceeded", "settings_history_limit_exceeded",
      ],
      example:
        "claude-code managed-settings rbac-groups set Engineering --settings {model: \"claude-sonnet-4-6\"}"
    )

    package static let operations = [
      retrieveConfiguration, updateConfiguration, retrieveRbacGroupDefault, updateRbacGroupDefault,
      deleteRbacGroups, listRbacGroups, retrieveRbacGroups, setRbacGroups,
    ]
  }
}
