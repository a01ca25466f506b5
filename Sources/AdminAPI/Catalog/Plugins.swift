package import StewardValues

extension Catalog {
  /// Plugins, and for whom they are installed.
  package enum Plugins {
    package static let plugin = Shape(
      "Plugin",
      fields: [
        Field("id", .id(.plugin)), Field("display_name", .string.orNull), Field("name", .string),
        Field("components", .list(.record(pluginComponent)).orNull),
        Field("content_scan", .record(pluginContentScan).orNull),
        Field("created_by", .record(pluginCreatedBy).orNull), Field("description", .string.orNull),
        Field("latest_version_id", .id(.pluginVersion)), Field("manifest_version", .string.orNull),
        Field("marketplace_id", .id(.pluginMarketplace)),
        Field(
          "organization_installation_preference",
          .oneOf(organizationInstallationPreference).orNull,
          "open set; null for member-owned"
        ), Field("organization_installation_preference_inherited", .bool.orNull),
        Field("owner", .record(PluginMarketplaces.pluginOwner)),
        Field("reach", .oneOf(reach).orNull), Field("served_version_id", .id(.pluginVersion)),
        Field("served_version_pinned", .bool), Field("created_at", .datetime),
        Field("updated_at", .datetime), Paging.type("plugin"),
      ]
    )

    package static let pluginComponent = Shape(
      "PluginComponent",
      fields: [
        Field("name", .string), Field("type", .oneOf(pluginComponentType)),
        Field("description", .string.orNull),
      ]
    )

    package static let pluginContentScan = Shape(
      "PluginContentScan",
      fields: [
        Field("assessment", .oneOf(assessment).orNull, "set only when status completed"),
        Field("reason", .string.orNull), Field("status", .oneOf(status)),
      ]
    )

    package static let pluginCreatedBy = Shape(
      "PluginCreatedBy",
      fields: [
        Field("type", .oneOf(pluginCreatedByType)), Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull), Field("api_key_id", .id(.apiKey).orNull),
      ]
    )

    package static let pluginDeleted = Shape(
      "PluginDeleted",
      fields: [Field("id", .string), Paging.type("plugin_deleted")]
    )

    package static let pluginInstallationSetting = Shape(
      "PluginInstallationSetting",
      fields: [
        Field("installation_preference", .oneOf(organizationInstallationPreference)),
        Field("plugin_id", .id(.plugin)), Field("target", .record(pluginTarget)),
        Field("created_at", .datetime), Field("updated_at", .datetime),
        Paging.type("plugin_installation_setting"),
      ]
    )

    package static let pluginTarget = Shape(
      "PluginTarget",
      fields: [
        Field("type", .oneOf(pluginTargetType)), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("user_id", .id(.user).orNull),
      ]
    )

    package static let pluginInstallationSettingDeleted = Shape(
      "PluginInstallationSettingDeleted",
      fields: [
        Field("plugin_id", .id(.plugin)), Field("target", .record(pluginTarget)),
        Paging.type("plugin_installation_setting_deleted"),
      ]
    )

    package static let pluginShare = Shape(
      "PluginShare",
      fields: [
        Field("plugin_id", .id(.plugin)), Field("target", .record(pluginTarget)),
        Field("granted_at", .datetime), Paging.type("plugin_share"),
      ]
    )

    package static let pluginVersion = Shape(
      "PluginVersion",
      fields: [
        Field("id", .id(.pluginVersion)), Field("display_name", .string.orNull),
        Field("components", .list(.record(pluginComponent)).orNull),
        Field("content_scan", .record(pluginContentScan).orNull),
        Field("created_by", .record(pluginCreatedBy).orNull), Field("description", .string.orNull),
        Field("manifest_version", .string.orNull), Field("plugin_id", .id(.plugin)),
        Field("reach", .oneOf(reach).orNull), Field("release_notes", .string.orNull),
        Field("created_at", .datetime), Paging.type("plugin_version"),
      ]
    )

    package static let pluginComponentType = Enumeration(
      "a plugin component type",
      ["agent", "cli", "command", "hook", "mcp_server", "skill"]
    )

    package static let assessment = Enumeration(
      "an assessment",
      ["fail", "pass", "unknown", "warn"]
    )

    package static let status = Enumeration("a status", ["completed", "errored", "processing"])

    package static let pluginCreatedByType = Enumeration(
      "a plugin created by type",
      ["user_actor", "api_actor"]
    )

    package static let organizationInstallationPreference = Enumeration(
      "an organization installation preference",
      ["auto_install", "available", "not_available", "required"]
    )

    package static let reach = Enumeration("a reach", ["contained", "privileged", "remote"])

    package static let ownerType = Enumeration("an owner type", ["organization", "user"])

    package static let pluginTargetType = Enumeration(
      "a plugin target type",
      ["organization", "rbac_group", "organization_member"]
    )

    package static let targetType = Enumeration("a target type", ["organization", "rbac_group"])

    package static let targetTypeValue = Enumeration(
      "a target type",
      ["organization", "organization_member", "rbac_group"]
    )

    package static let collection = Semantics.Collection(
      "plugins",
      identity: ["id"],
      naming: ["name"],
      resource: .plugin
    )

    package static let versionsCollection = Semantics.Collection(
      "plugins.versions",
      identity: ["plugin_id", "id"],
      naming: [],
      resource: .pluginVersion
    )

    package static let installationSettingsCollection = Semantics.Collection(
      "plugins.installation_settings",
      identity: ["plugin_id", "target"],
      naming: [],
      resource: nil
    )

    package static let sharesCollection = Semantics.Collection(
      "plugins.shares",
      identity: ["plugin_id"],
      naming: [],
      resource: nil
    )

    package static let create = Operation(
      "plugins.create",
      .post,
      "/v1/organizations/plugins",
      "Uploads a plugin",
      parameters: [
        Parameter(
          "files",
          .body,
          .list(.string),
          required: true,
          "parts named files[], filename = path; or one .zip/.plugin",
          constraint: .file
        ),
        Parameter(
          "marketplace_id",
          .body,
          .id(.pluginMarketplace),
          "manual organization marketplace; default library marketplace"
        ),
        Parameter("release_notes", .body, .string, "release notes", constraint: .length(0...5000)),
      ],
      response: .object(plugin),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "parts named files[]; filename is the path inside plugin",
        "manifest .claude-plugin/plugin.json required",
        "duplicate name gives 409 plugin_name_taken",
        "503 registration_pending: stored; create a version instead of retrying",
      ],
      isRepeatable: false,
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      body: .multipart,
      access: Access([.scopedKey], scopes: ["write:plugins"], on: [.enterprise]),
      errorCodes: [
        "cmek_key_disabled", "cmek_key_network_blocked", "plugin_name_taken",
        "registration_pending", "sandbox_egress_restricted", "skill_name_taken",
        "unsupported_charset",
      ],
      example: "plugins create --files [\".claude-plugin/plugin.json\", \"skills/notes/SKILL.md\"]"
    )

    package static let delete = Operation(
      "plugins.delete",
      .delete,
      "/v1/organizations/plugins/{plugin_id}",
      "Deletes a plugin",
      parameters: [Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_")],
      response: .object(pluginDeleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["only plugins in manual marketplaces, else 400"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["write:plugins"], on: [.enterprise]),
      errorCodes: ["cmek_key_disabled", "sandbox_egress_restricted"],
      example: "plugins delete release-notes"
    )

    package static let list = Operation(
      "plugins.list",
      .get,
      "/v1/organizations/plugins",
      "The plugins",
      parameters: [
        Parameter(
          "created_at_gt",
          .query,
          .datetime,
          "RFC 3339, exclusive lower bound",
          wireName: "created_at[gt]"
        ),
        Parameter(
          "created_at_gte",
          .query,
          .datetime,
          "RFC 3339, inclusive lower bound",
          wireName: "created_at[gte]"
        ),
        Parameter(
          "created_at_lt",
          .query,
          .datetime,
          "RFC 3339, exclusive upper bound",
          wireName: "created_at[lt]"
        ),
        Parameter(
          "created_at_lte",
          .query,
          .datetime,
          "RFC 3339, inclusive upper bound",
          wireName: "created_at[lte]"
        ), Parameter("marketplace_id", .query, .id(.pluginMarketplace), "the marketplace"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ), Parameter("owner_type", .query, .oneOf(ownerType), "owner type"),
        Parameter("owner_user_id", .query, .id(.user), "user_ ID; removed members accepted"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: plugin),
      semantics: .lists(
        collection,
        filters: [.equals(parameter: "marketplace_id", field: "marketplace_id")]
      ),
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example: "plugins list | select name, owner.type, served_version_pinned"
    )

    package static let retrieve = Operation(
      "plugins.retrieve",
      .get,
      "/v1/organizations/plugins/{plugin_id}",
      "One plugin",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ),
      ],
      response: .object(plugin),
      semantics: .retrieves(collection),
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example: "plugins get release-notes"
    )

    package static let update = Operation(
      "plugins.update",
      .post,
      "/v1/organizations/plugins/{plugin_id}",
      "Pins the version that is served",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter(
          "served_version_id",
          .body,
          .id(.pluginVersion),
          required: true,
          "pluginver_ ID; latest refused"
        ),
      ],
      response: .object(plugin),
      effects: .always(.destroy),
      semantics: .changes(collection),
      notes: [
        "scan processing gives 409 scan_pending; fail or errored gives 400 scan_failed",
        "member-owned plugin gives 403",
      ],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["write:plugins"], on: [.enterprise]),
      errorCodes: [
        "cmek_key_disabled", "cmek_key_network_blocked", "sandbox_egress_restricted", "scan_failed",
        "scan_pending", "skill_name_taken",
      ],
      example:
        #"plugins update release-notes --served-version-id (plugins versions list release-notes | get id | first 1 | one)"#
    )

    package static let listInstallationSettings = Operation(
      "plugins.installation_settings.list",
      .get,
      "/v1/organizations/plugins/{plugin_id}/installation_settings",
      "For whom a plugin is installed",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ), Parameter("target_type", .query, .oneOf(targetType), "target type"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: pluginInstallationSetting),
      semantics: .lists(installationSettingsCollection, filters: []),
      notes: ["member-owned plugin gives 404"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example: "plugins installation-settings list release-notes"
    )

    package static let removeInstallationSettings = Operation(
      "plugins.installation_settings.remove",
      .delete,
      "/v1/organizations/plugins/{plugin_id}/installation_settings/{target}",
      "Leaves to the marketplace for whom a plugin is installed",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter("target", .path, .string, "literal organization, or rbac_group_ ID"),
      ],
      response: .object(pluginInstallationSettingDeleted),
      effects: .always(.cut),
      semantics: .removes(installationSettingsCollection),
      notes: [
        "concurrent writes may give 503 with x-should-retry: true", "unset target gives 404",
      ],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["write:plugins"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "plugins installation-settings remove release-notes organization"
    )

    package static let setInstallationSettings = Operation(
      "plugins.installation_settings.set",
      .post,
      "/v1/organizations/plugins/{plugin_id}/installation_settings/{target}",
      "Decides for whom a plugin is installed",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter("target", .path, .string, "literal organization, or rbac_group_ ID"),
        Parameter(
          "installation_preference",
          .body,
          .oneOf(organizationInstallationPreference),
          required: true,
          "installation preference"
        ),
      ],
      response: .object(pluginInstallationSetting),
      effects: .always(.update),
      semantics: .sets(installationSettingsCollection),
      notes: [
        "concurrent writes may give 503 with x-should-retry: true", "member-owned plugin gives 404",
      ],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["write:plugins"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "plugins installation-settings set release-notes organization --installation-preference available"
    )

    package static let listShares = Operation(
      "plugins.shares.list",
      .get,
      "/v1/organizations/plugins/{plugin_id}/shares",
      "With whom a member's plugin is shared",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ), Parameter("target_type", .query, .oneOf(targetTypeValue), "target type"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: pluginShare),
      semantics: .lists(sharesCollection, filters: []),
      notes: ["organization-owned plugin gives 404"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example: "plugins shares list meeting-notes"
    )

    package static let createVersions = Operation(
      "plugins.versions.create",
      .post,
      "/v1/organizations/plugins/{plugin_id}/versions",
      "Uploads a new version",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter(
          "files",
          .body,
          .list(.string),
          required: true,
          "parts named files[], filename = path; or one .zip/.plugin",
          constraint: .file
        ),
        Parameter("release_notes", .body, .string, "release notes", constraint: .length(0...5000)),
      ],
      response: .object(pluginVersion),
      effects: .always(.create),
      semantics: .creates(versionsCollection),
      notes: ["manifest name must equal plugin name", "becomes served version unless pinned"],
      isRepeatable: false,
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      body: .multipart,
      access: Access([.scopedKey], scopes: ["write:plugins"], on: [.enterprise]),
      errorCodes: [
        "cmek_key_disabled", "cmek_key_network_blocked", "registration_pending",
        "sandbox_egress_restricted", "skill_name_taken", "unsupported_charset",
      ],
      example: "plugins versions create release-notes --files [\".claude-plugin/plugin.json\"]"
    )

    package static let downloadVersions = Operation(
      "plugins.versions.download",
      .get,
      "/v1/organizations/plugins/{plugin_id}/versions/{version}/content",
      "The archive of a version",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter("version", .path, .id(.pluginVersion), "pluginver_ ID; latest refused"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ),
      ],
      response: .content("application/zip"),
      semantics: .computes,
      notes: ["application/zip attachment; member-owned downloads audited"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      errorCodes: ["cmek_key_disabled", "cmek_key_network_blocked", "sandbox_egress_restricted"],
      example:
        #"plugins versions download release-notes (plugins versions list release-notes | get id | first 1 | one) | save notes.zip"#
    )

    package static let listVersions = Operation(
      "plugins.versions.list",
      .get,
      "/v1/organizations/plugins/{plugin_id}/versions",
      "The versions of a plugin",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: pluginVersion),
      semantics: .lists(versionsCollection, filters: []),
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example: "plugins versions list release-notes | select id, manifest_version, created_at"
    )

    package static let retrieveVersions = Operation(
      "plugins.versions.retrieve",
      .get,
      "/v1/organizations/plugins/{plugin_id}/versions/{version}",
      "One version",
      parameters: [
        Parameter("plugin_id", .path, .id(.plugin), "prefix plugin_"),
        Parameter("version", .path, .id(.pluginVersion), "pluginver_ ID or latest"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ),
      ],
      response: .object(pluginVersion),
      semantics: .retrieves(versionsCollection),
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example:
        #"plugins versions get release-notes (plugins versions list release-notes | get id | first 1 | one)"#
    )

    package static let operations = [
      create, delete, list, retrieve, update, listInstallationSettings, removeInstallationSettings,
      setInstallationSettings, listShares, createVersions, downloadVersions, listVersions,
      retrieveVersions,
    ]
  }
}
