package import StewardValues

extension Catalog {
  /// Where plugins come from.
  package enum PluginMarketplaces {
    package static let marketplace = Shape(
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

    package static let report = Shape(
      "PluginMarketplaceValidationReport",
      fields: [
        Field("commit_sha", .string.orNull), Field("manifest_error", .string.orNull),
        Field("manifest_error_code", .string.orNull),
        Field("plugin_errors", .list(.record(pluginError))),
        Field("plugin_warnings", .list(.record(pluginWarnings))),
        Field("ref", .string.orNull), Field("total_plugin_count", .int), Field("valid", .bool),
        Paging.type("plugin_marketplace_validation_report"),
      ]
    )

    package static let pluginError = Shape(
      "PluginMarketplaceValidationError",
      fields: [Field("name", .string), Field("error", .string), Field("error_code", .string)]
    )

    package static let pluginWarnings = Shape(
      "PluginMarketplaceValidationPluginWarnings",
      fields: [
        Field("name", .string),
        Field("warnings", .list(.record(pluginWarning))),
      ]
    )

    package static let pluginWarning = Shape(
      "PluginMarketplaceValidationPluginWarning",
      fields: [Field("error_code", .string), Field("message", .string)]
    )

    package static let defaultInstallationPreference = Enumeration(
      "an installation preference",
      ["auto_install", "available", "not_available", "required"]
    )

    package static let pluginOwnerType = Enumeration(
      "a kind of owner",
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
          "another organization below the same parent"
        ),
        Parameter(
          "owner_type",
          .query,
          .oneOf(pluginOwnerType),
          "marketplaces of the organization, or of its members"
        ),
        Parameter("source", .query, .oneOf(source), "where its plugins come from"),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: marketplace),
      semantics: .lists(collection, filters: [.equals(parameter: "source", field: "source")]),
      notes: ["the public directory is never in the list"],
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
          "another organization below the same parent"
        ),
      ],
      response: .object(marketplace),
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
          "how its plugins are installed where nothing else is said"
        ),
      ],
      response: .object(marketplace),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "the preference can be changed, never taken away",
        "a member's own marketplace cannot be changed",
      ],
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
          "a zip file of up to 32 MB",
          constraint: .file
        )
      ],
      response: .object(report),
      semantics: .probes(nil),
      notes: ["an archive that cannot be read is an answer with valid: false"],
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
          "https://github.com/owner/repository",
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
      response: .object(report),
      semantics: .probes(nil),
      notes: ["a repository that is not there, or private, is an answer with valid: false"],
      betaHeader: BetaHeader("ce-plugins-2026-09-01", otherwise: 404),
      access: Access([.scopedKey], scopes: ["read:plugins", "write:plugins"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "plugin-marketplaces validate-repository --repository-url https://github.com/acme/marketplace"
    )

    package static let operations = [list, retrieve, update, validateArchive, validateRepository]
  }
}
