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
          nullMeaning: "a person's own plugin"
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
        Field("assessment", .oneOf(assessment).orNull, nullMeaning: "the scan is not complete"),
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
      "a kind of component",
      ["agent", "cli", "command", "hook", "mcp_server", "skill"]
    )

    package static let assessment = Enumeration(
      "the result of a scan",
      ["fail", "pass", "unknown", "warn"]
    )

    package static let status = Enumeration(
      "the status of a scan",
      ["completed", "errored", "processing"]
    )

    package static let pluginCreatedByType = Enumeration(
      "a kind of creator",
      ["user_actor", "api_actor"]
    )

    package static let organizationInstallationPreference = Enumeration(
      "for whom a plugin is installed",
      ["auto_install", "available", "not_available", "required"]
    )

    package static let reach = Enumeration(
      "how far a plugin reaches",
      ["contained", "privileged", "remote"]
    )

    package static let ownerType = Enumeration("a kind of owner", ["organization", "user"])

    package static let pluginTargetType = Enumeration(
      "a kind of target",
      ["organization", "rbac_group", "organization_member"]
    )

    package static let targetType = Enumeration("a kind of target", ["organization", "rbac_group"])

    package static let targetTypeValue = Enumeration(
      "a kind of target",
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
          "the plugin's files, or one .zip or .plugin file",
          constraint: .file
        ),
        Parameter(
          "marketplace_id",
          .body,
          .id(.pluginMarketplace),
          "where it goes"
        ),
        Parameter("release_notes", .body, .string, "what is new", constraint: .length(0...5000)),
      ],
      response: .object(plugin),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "the paths of the files are those inside the plugin; .claude-plugin/plugin.json has to be among them",
        "names of plugins and skills are taken once",
        "after registration_pending it is stored: upload a version instead of sending it again",
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
      parameters: [Parameter("plugin_id", .path, .id(.plugin), "the plugin")],
      response: .object(pluginDeleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["only plugins that were uploaded"],
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
          "only those made after",
          wireName: "created_at[gt]"
        ),
        Parameter(
          "created_at_gte",
          .query,
          .datetime,
          "only those made then or later",
          wireName: "created_at[gte]"
        ),
        Parameter(
          "created_at_lt",
          .query,
          .datetime,
          "only those made before",
          wireName: "created_at[lt]"
        ),
        Parameter(
          "created_at_lte",
          .query,
          .datetime,
          "only those made then or earlier",
          wireName: "created_at[lte]"
        ), Parameter("marketplace_id", .query, .id(.pluginMarketplace), "the marketplace"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
        ),
        Parameter(
          "owner_type",
          .query,
          .oneOf(ownerType),
          "only the organization's or only people's own"
        ),
        Parameter("owner_user_id", .query, .id(.user), "only this person's, also after they left"),
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter(
          "served_version_id",
          .body,
          .id(.pluginVersion),
          required: true,
          "the version, by its id"
        ),
      ],
      response: .object(plugin),
      effects: .always(.destroy),
      semantics: .changes(collection),
      notes: [
        "a pin can be moved, not taken away: new versions are no longer served by themselves",
        "the version's scan has to be complete and passed", "not for people's own plugins",
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
        ), Parameter("target_type", .query, .oneOf(targetType), "only targets of this kind"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: pluginInstallationSetting),
      semantics: .lists(installationSettingsCollection, filters: []),
      notes: ["not for people's own plugins"],
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter("target", .path, .string, "`organization`, or the id of a group"),
      ],
      response: .object(pluginInstallationSettingDeleted),
      effects: .always([.grant, .cut]),
      semantics: .removes(installationSettingsCollection),
      notes: [
        "after a 503 send it again"
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter("target", .path, .string, "`organization`, or the id of a group"),
        Parameter(
          "installation_preference",
          .body,
          .oneOf(organizationInstallationPreference),
          required: true,
          "for whom it is installed"
        ),
      ],
      response: .object(pluginInstallationSetting),
      effects: .always([.grant, .cut]),
      semantics: .sets(installationSettingsCollection),
      notes: [
        "after a 503 send it again", "not for people's own plugins",
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
        ), Parameter("target_type", .query, .oneOf(targetTypeValue), "only targets of this kind"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: pluginShare),
      semantics: .lists(sharesCollection, filters: []),
      notes: ["only people's own plugins are shared"],
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter(
          "files",
          .body,
          .list(.string),
          required: true,
          "the plugin's files, or one .zip or .plugin file",
          constraint: .file
        ),
        Parameter("release_notes", .body, .string, "what is new", constraint: .length(0...5000)),
      ],
      response: .object(pluginVersion),
      effects: .always(.create),
      semantics: .creates(versionsCollection),
      notes: [
        "the manifest names the same plugin",
        "it is served at once, unless another version is pinned",
      ],
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter("version", .path, .id(.pluginVersion), "the version, by its id"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
        ),
      ],
      response: .content("application/zip"),
      semantics: .computes,
      notes: ["downloads of people's own plugins are in the activity feed"],
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
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
        Parameter("plugin_id", .path, .id(.plugin), "the plugin"),
        Parameter("version", .path, .id(.pluginVersion), "the version, or `latest`"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
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
