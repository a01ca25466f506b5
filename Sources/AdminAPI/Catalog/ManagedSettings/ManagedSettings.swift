package import StewardValues

extension Catalog {
  /// Settings of Claude Code that the organization decides: for whom they hold, and what holds for
  /// those who are in no group.
  package enum ManagedSettings {
    package static let configuration = Shape(
      "ManagedSettingsConfiguration",
      fields: [
        Field("mode", .record(mode)),
        Field("rbac_group_order", .list(.id(.rbacGroup)), "the group that counts most comes first"),
        Field("rbac_group_order_version", .string, "goes with a new order"),
        Field("mode_updated_at", .datetime.orNull),
        Paging.type("claude_code_managed_settings_configuration"),
      ]
    )

    package static let mode = Shape(
      "ClaudeCodeManagedSettingsMode",
      fields: [Field("type", .oneOf(modeType))]
    )

    package static let groupDefault = Shape(
      "DefaultManagedSettings",
      fields: [
        Field("settings", .map(.any).orNull),
        Field("updated_at", .datetime.orNull),
        Paging.type("claude_code_rbac_group_default_managed_settings"),
      ]
    )

    package static let modeType = Enumeration(
      "for whom settings hold",
      ["organization", "rbac_groups"]
    )

    package static let collection = Semantics.Collection(
      "claude_code.managed_settings.configuration",
      identity: [],
      naming: [],
      resource: nil
    )

    package static let groupDefaultCollection = Semantics.Collection(
      "claude_code.managed_settings.rbac_group_default",
      identity: [],
      naming: [],
      resource: nil
    )

    /// Writing settings can end without saying whether it was done.
    package static let repeatNote = "after a 503 it may have been done: send it again"

    package static let retrieveConfiguration = Operation(
      "claude_code.managed_settings.configuration.retrieve",
      .get,
      "/v1/organizations/claude_code/managed_settings/configuration",
      "Whether settings hold for all or by group",
      response: .object(configuration),
      semantics: .retrieves(collection),
      betaHeader: .managedSettings,
      access: .readingManagedSettings,
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
          .record(mode),
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
      response: .object(configuration),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "a new order goes with the version of the one that was read; another order in between is "
          + "a 409",
        "switching to rbac_groups copies the settings of all where no others are set", repeatNote,
      ],
      betaHeader: .managedSettings,
      access: .writingManagedSettings,
      errorCodes: [
        "cmek_key_disabled", "request_body_timeout", "sandbox_egress_restricted",
        "settings_document_limit_exceeded", "settings_history_limit_exceeded",
      ],
      example: #"claude-code managed-settings configuration update --mode {type: "organization"}"#
    )

    package static let retrieveGroupDefault = Operation(
      "claude_code.managed_settings.rbac_group_default.retrieve",
      .get,
      "/v1/organizations/claude_code/managed_settings/rbac_group_default",
      "Settings of those who are in no group",
      response: .object(groupDefault),
      semantics: .retrieves(groupDefaultCollection),
      notes: ["settings without a value and with updated_at: the document is damaged"],
      betaHeader: .managedSettings,
      access: .readingManagedSettings,
      errorCodes: ["cmek_feature_unsupported", "cmek_key_disabled"],
      example: "claude-code managed-settings rbac-group-default get"
    )

    package static let updateGroupDefault = Operation(
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
      response: .object(groupDefault),
      effects: .always(.update),
      semantics: .changes(groupDefaultCollection),
      notes: [repeatNote],
      betaHeader: .managedSettings,
      access: .writingManagedSettings,
      errorCodes: [
        "cmek_feature_unsupported", "cmek_key_disabled", "request_body_timeout",
        "sandbox_egress_restricted", "settings_document_limit_exceeded",
        "settings_history_limit_exceeded",
      ],
      example: "claude-code managed-settings rbac-group-default update "
        + #"--settings {model: "claude-sonnet-4-6"}"#
    )

    package static let operations = [
      retrieveConfiguration, updateConfiguration, retrieveGroupDefault, updateGroupDefault,
    ]
  }
}
