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
      "for whom plugins are installed",
      ["auto_install", "available", "not_available", "required"]
    )

    package static let pluginOwnerType = Enumeration(
      "a kind of owner",
      ["organization", "user"]
    )

    package static let source = Enumeration(
      "where a marketplace comes from",
      ["directory", "github", "gitlab", "manual", "public_git"]
    )

    package static let syncStatus = Enumeration(
      "how the last sync went",
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
          "another organization below the same parent, for keys of the parent"
        ),
        Parameter(
          "owner_type",
          .query,
          .oneOf(pluginOwnerType),
          "only the organization's or only people's own"
        ),
        Parameter("source", .query, .oneOf(source), "only those from here"),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: pluginMarketplace),
      semantics: .lists(collection, filters: [.equals(parameter: "source", field: "source")]),
      notes: ["marketplaces from the directory are not listed"],
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
        Parameter("marketplace_id", .path, .id(.pluginMarketplace), "the marketplace"),
        Parameter(
          "organization_id",
          .query,
          .string,
          "another organization below the same parent, for keys of the parent"
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
        Parameter("marketplace_id", .path, .id(.pluginMarketplace), "the marketplace"),
        Parameter(
          "default_installation_preference",
          .body,
          .oneOf(defaultInstallationPreference),
          required: true,
          "for whom plugins without a setting of their own are installed"
        ),
      ],
      response: .object(pluginMarketplace),
      effects: .always([.grant, .cut]),
      semantics: .changes(collection),
      notes: ["it can be changed, not taken away", "not for the marketplaces of people"],
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
          "a zip file, at most 32 MB",
          constraint: .file
        )
      ],
      response: .object(pluginMarketplaceValidationReport),
      semantics: .probes(nil),
      notes: ["what is wrong is in the answer, also where the archive cannot be read"],
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
          "https://github.com/OWNER/NAME",
          constraint: .length(0...2048)
        ),
        Parameter(
          "ref",
          .body,
          .string,
          nullable: true,
          "a branch, or the 40 digits of a commit",
          constraint: .length(0...255)
        ),
      ],
      response: .object(pluginMarketplaceValidationReport),
      semantics: .probes(nil),
      notes: ["what is wrong is in the answer, also where the repository cannot be read"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["read:plugins", "write:plugins"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "plugin-marketplaces validate-repository --repository-url https://github.com/acme/marketplace"
    )

    package static let operations = [list, retrieve, update, validateArchive, validateRepository]
  }
}
