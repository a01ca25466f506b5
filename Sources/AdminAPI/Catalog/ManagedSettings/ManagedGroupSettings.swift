package import StewardValues

extension Catalog {
  /// Settings of Claude Code that hold for the people of one group.
  package enum ManagedGroupSettings {
    package static let shape = Shape(
      "RBACGroupManagedSettings",
      fields: [
        Field("rbac_group_id", .id(.rbacGroup)),
        Field("rbac_group_status", .record(groupStatus)),
        Field("settings", .map(.any).orNull),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("claude_code_rbac_group_managed_settings"),
      ]
    )

    /// A row of the list, which has no documents.
    package static let summary = Shape(
      "RBACGroupManagedSettingsSummary",
      fields: [
        Field("rbac_group_id", .id(.rbacGroup)),
        Field("rbac_group_status", .record(groupStatus)),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("claude_code_rbac_group_managed_settings_summary"),
      ]
    )

    package static let deleted = Shape(
      "ManagedSettingsDeleted",
      fields: [
        Field("rbac_group_id", .id(.rbacGroup)),
        Paging.type("claude_code_rbac_group_managed_settings_deleted"),
      ]
    )

    package static let groupStatus = Shape(
      "ClaudeCodeRBACGroupStatus",
      fields: [Field("type", .oneOf(groupStatusType))]
    )

    package static let groupStatusType = Enumeration(
      "the status of a group",
      ["active", "deleted", "unknown"]
    )

    package static let collection = Semantics.Collection(
      "claude_code.managed_settings.rbac_groups",
      identity: ["rbac_group_id"],
      naming: [],
      resource: nil
    )

    private static let identity = Parameter("rbac_group_id", .path, .id(.rbacGroup), "the group")

    package static let delete = Operation(
      "claude_code.managed_settings.rbac_groups.delete",
      .delete,
      "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
      "Takes a group's settings away",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["takes the group out of rbac_group_order", ManagedSettings.repeatNote],
      betaHeader: .managedSettings,
      access: .writingManagedSettings,
      errorCodes: [
        "cmek_key_disabled", "rbac_group_managed_settings_not_found", "sandbox_egress_restricted",
        "settings_history_limit_exceeded",
      ],
      example: "claude-code managed-settings rbac-groups delete Engineering"
    )

    package static let list = Operation(
      "claude_code.managed_settings.rbac_groups.list",
      .get,
      "/v1/organizations/claude_code/managed_settings/rbac_groups",
      "The groups that have settings",
      parameters: Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: summary),
      semantics: .lists(collection, filters: []),
      notes: [
        "the group that counts most comes first; another order between two pages is a 409",
        "groups that were deleted are there as long as they have settings",
      ],
      betaHeader: .managedSettings,
      access: .readingManagedSettings,
      example: "claude-code managed-settings rbac-groups list"
    )

    package static let retrieve = Operation(
      "claude_code.managed_settings.rbac_groups.retrieve",
      .get,
      "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
      "The settings of a group",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .managedSettings,
      access: .readingManagedSettings,
      errorCodes: [
        "cmek_feature_unsupported", "cmek_key_disabled", "rbac_group_managed_settings_not_found",
      ],
      example: "claude-code managed-settings rbac-groups get Engineering"
    )

    package static let set = Operation(
      "claude_code.managed_settings.rbac_groups.set",
      .post,
      "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
      "Replaces the settings of a group",
      parameters: [
        identity,
        Parameter(
          "settings",
          .body,
          .map(.any),
          required: true,
          "the whole document, at most 1 MiB"
        ),
      ],
      response: .object(shape),
      effects: .always(.update),
      semantics: .sets(collection),
      notes: [
        "a group that had none becomes the last in rbac_group_order", ManagedSettings.repeatNote,
      ],
      betaHeader: .managedSettings,
      access: .writingManagedSettings,
      errorCodes: [
        "cmek_feature_unsupported", "cmek_key_disabled", "rbac_group_not_found",
        "rbac_group_order_limit_exceeded", "request_body_timeout", "sandbox_egress_restricted",
        "settings_document_limit_exceeded", "settings_history_limit_exceeded",
      ],
      example: "claude-code managed-settings rbac-groups set Engineering "
        + #"--settings {model: "claude-sonnet-4-6"}"#
    )

    package static let operations = [delete, list, retrieve, set]
  }
}
