package import StewardValues

extension Catalog {
  /// Where plugins come from.
  package enum PluginMarketplaces {
    package static let pluginMarketplace = Shape(
      "PluginMarketplace",
      fields: [
        Field("id", .id(.pluginMarketplace)), Field("name", .string),
        Field("default_installation_preference", .oneOf(defaultInstallationPreference).orNull),
        Field("last_sync_read_sha", .string.orNull), Field("owner", .record(pluginOwner)),
        Field("source", .oneOf(source)), Field("sync_status", .oneOf(syncStatus).orNull),
        Field("created_at", .datetime), Field("last_sync_ended_at", .datetime.orNull),
        Paging.type("plugin_marketplace"),
      ]
    )

    package static let pluginOwner = Shape(
      "PluginOwner",
      fields: [Field("type", .oneOf(pluginOwnerType)), Field("user_id", .id(.user).orNull)]
    )

    package static let pluginMarketplaceValidationReport = Shape(
      "PluginMarketplaceValidationReport",
      fields: [
        Field("commit_sha", .string.orNull), Field("manifest_error", .string.orNull),
        Field("manifest_error_code", .string.orNull),
        Field("plugin_errors", .list(.record(pluginMarketplaceValidationPluginErrorObject))),
        Field("plugin_warnings", .list(.record(pluginMarketplaceValidationPluginWarnings))),
        Field("ref", .string.orNull), Field("total_plugin_count", .int), Field("valid", .bool),
        Paging.type("plugin_marketplace_validation_report"),
      ]
    )

    package static let pluginMarketplaceValidationPluginErrorObject = Shape(
      "PluginMarketplaceValidationPluginErrorObject",
      fields: [Field("name", .string), Field("error", .string), Field("error_code", .string)]
    )

    package static let pluginMarketplaceValidationPluginWarnings = Shape(
      "PluginMarketplaceValidationPluginWarnings",
      fields: [
        Field("name", .string),
        Field("warnings", .list(.record(pluginMarketplaceValidationPluginWarning))),
      ]
    )

    package static let pluginMarketplaceValidationPluginWarning = Shape(
      "PluginMarketplaceValidationPluginWarning",
      fields: [Field("error_code", .string), Field("message", .string)]
    )

    package static let defaultInstallationPreference = Enumeration(
      "a default installation preference",
      ["auto_install", "available", "not_available", "required"]
    )

    package static let pluginOwnerType = Enumeration(
      "a plugin owner type",
      ["organization", "user"]
    )

    package static let source = Enumeration(
      "a source",
      ["directory", "github", "gitlab", "manual", "public_git"]
    )

    package static let syncStatus = Enumeration(
      "a sync status",
      [
        "failed_auth", "failed_content", "failed_limits", "failed_transient", "in_progress",
        "success",
      ]
    )

    package static let collection = Semantics.Collection(
      "plugin_marketplaces",
      identity: ["id"],
      naming: ["name"],
      resource: .pluginMarketplace
    )

    package static let list = Operation(
      "plugin_marketplaces.list",
      .get,
      "/v1/organizations/plugin_marketplaces",
      "The marketplaces",
      parameters: [
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ), Parameter("owner_type", .query, .oneOf(pluginOwnerType), "owner type"),
        Parameter("source", .query, .oneOf(source), "source"),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: pluginMarketplace),
      semantics: .lists(collection, filters: [.equals(parameter: "source", field: "source")]),
      notes: ["directory source never listed"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example: "plugin-marketplaces list | select name, source, sync_status"
    )

    package static let retrieve = Operation(
      "plugin_marketplaces.retrieve",
      .get,
      "/v1/organizations/plugin_marketplaces/{marketplace_id}",
      "One marketplace",
      parameters: [
        Parameter("marketplace_id", .path, .id(.pluginMarketplace), "prefix marketplace_"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "child org UUID or org_ ID; cross-org keys only, else 404"
        ),
      ],
      response: .object(pluginMarketplace),
      semantics: .retrieves(collection),
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access(
        [.scopedKey],
        scopes: ["read:plugins", "read:org_audit", "read:compliance_org_data"],
        on: [.enterprise]
      ),
      example: "plugin-marketplaces get \"Acme tools\""
    )

    package static let update = Operation(
      "plugin_marketplaces.update",
      .post,
      "/v1/organizations/plugin_marketplaces/{marketplace_id}",
      "Changes for whom a marketplace's plugins are installed",
      parameters: [
        Parameter("marketplace_id", .path, .id(.pluginMarketplace), "prefix marketplace_"),
        Parameter(
          "default_installation_preference",
          .body,
          .oneOf(defaultInstallationPreference),
          required: true,
          "changeable, never removable"
        ),
      ],
      response: .object(pluginMarketplace),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: ["default can change but never be removed", "personal marketplace gives 403"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["write:plugins"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "plugin-marketplaces update \"Acme tools\" --default-installation-preference available"
    )

    package static let validateArchive = Operation(
      "plugin_marketplaces.validate_archive",
      .post,
      "/v1/organizations/plugin_marketplaces/validate_archive",
      "Checks the archive of a marketplace; nothing is stored",
      parameters: [
        Parameter(
          "archive",
          .body,
          .string,
          required: true,
          "zip with filename; max 32 MB; only form field allowed",
          constraint: .file
        )
      ],
      response: .object(pluginMarketplaceValidationReport),
      semantics: .probes(nil),
      notes: ["unreadable archive gives 200 with valid=false", "over 32 MB gives 413"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      body: .multipart,
      access: Access([.scopedKey], scopes: ["read:plugins", "write:plugins"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted", "unsupported_charset"],
      example: "plugin-marketplaces validate-archive --archive marketplace.zip"
    )

    package static let validateRepository = Operation(
      "plugin_marketplaces.validate_repository",
      .post,
      "/v1/organizations/plugin_marketplaces/validate_repository",
      "Checks the repository of a marketplace; nothing is stored",
      parameters: [
        Parameter(
          "repository_url",
          .body,
          .string,
          required: true,
          "https github.com owner/repo; max 2048 chars",
          constraint: .length(0...2048)
        ),
        Parameter(
          "ref",
          .body,
          .string,
          nullable: true,
          "branch or 40-hex SHA; max 255 chars; no '..'",
          constraint: .length(0...255)
        ),
      ],
      response: .object(pluginMarketplaceValidationReport),
      semantics: .probes(nil),
      notes: ["missing or private repository gives 200 with valid=false"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["read:plugins", "write:plugins"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "plugin-marketplaces validate-repository --repository-url https://github.com/acme/marketplace"
    )

    package static let operations = [list, retrieve, update, validateArchive, validateRepository]
  }
}
