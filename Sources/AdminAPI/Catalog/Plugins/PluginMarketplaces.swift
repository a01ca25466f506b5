package import StewardValues

extension Catalog {
  /// Where plugins come from.
  package enum PluginMarketplaces {
    package static let shape = Shape(
      "PluginMarketplace",
      fields: [
        Field("id", .id(.pluginMarketplace)),
        Field("name", .string),
        Field(
          "default_installation_preference",
          .oneOf(PluginInstallationSettings.preference).orNull,
          "how its plugins are installed where nothing else is said"
        ),
        Field("last_sync_read_sha", .string.orNull, "the commit that was read last"),
        Field("owner", .record(owner)),
        Field("source", .oneOf(source)),
        Field("sync_status", .oneOf(syncStatus).orNull),
        Field("created_at", .datetime),
        Field("last_sync_ended_at", .datetime.orNull),
        Paging.type("plugin_marketplace"),
      ]
    )

    /// Whose a marketplace or a plugin is.
    package static let owner = Shape(
      "PluginOwner",
      fields: [
        Field("type", .oneOf(ownerType)),
        Field("user_id", .id(.user).orNull, nullMeaning: "the organization's"),
      ]
    )

    package static let report = Shape(
      "PluginMarketplaceValidationReport",
      fields: [
        Field("commit_sha", .string.orNull),
        Field("manifest_error", .string.orNull),
        Field("manifest_error_code", .string.orNull),
        Field("plugin_errors", .list(.record(pluginError))),
        Field("plugin_warnings", .list(.record(pluginWarnings))),
        Field("ref", .string.orNull),
        Field("total_plugin_count", .int),
        Field("valid", .bool),
        Paging.type("plugin_marketplace_validation_report"),
      ]
    )

    package static let pluginError = Shape(
      "PluginMarketplaceValidationError",
      fields: [Field("name", .string), Field("error", .string), Field("error_code", .string)]
    )

    package static let pluginWarnings = Shape(
      "PluginMarketplaceValidationPluginWarnings",
      fields: [Field("name", .string), Field("warnings", .list(.record(pluginWarning)))]
    )

    package static let pluginWarning = Shape(
      "PluginMarketplaceValidationPluginWarning",
      fields: [Field("error_code", .string), Field("message", .string)]
    )

    package static let ownerType = Enumeration("a kind of owner", ["organization", "user"])

    package static let source = Enumeration(
      "where a marketplace is kept",
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

    private static let identity = Parameter(
      "marketplace_id",
      .path,
      .id(.pluginMarketplace),
      "the marketplace"
    )

    package static let list = Operation(
      "plugin_marketplaces.list",
      .get,
      "/v1/organizations/plugin_marketplaces",
      "The marketplaces that plugins come from",
      parameters: [
        Plugins.organization,
        Parameter(
          "owner_type",
          .query,
          .oneOf(ownerType),
          "only the organization's or only people's own"
        ),
        Parameter("source", .query, .oneOf(source), "only marketplaces that are kept there"),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: [.equals(parameter: "source", field: "source")]),
      notes: ["the public directory is never in the list"],
      betaHeader: .plugins,
      access: .readingPlugins,
      example: "plugin-marketplaces list | select name, source, sync_status"
    )

    package static let retrieve = Operation(
      "plugin_marketplaces.retrieve",
      .get,
      "/v1/organizations/plugin_marketplaces/{marketplace_id}",
      "One marketplace",
      parameters: [identity, Plugins.organization],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .plugins,
      access: .readingPlugins,
      example: #"plugin-marketplaces get "Acme tools""#
    )

    package static let update = Operation(
      "plugin_marketplaces.update",
      .post,
      "/v1/organizations/plugin_marketplaces/{marketplace_id}",
      "Changes how a marketplace's plugins are installed",
      parameters: [
        identity,
        Parameter(
          "default_installation_preference",
          .body,
          .oneOf(PluginInstallationSettings.preference),
          required: true,
          "how its plugins are installed where nothing else is said"
        ),
      ],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "the preference can be changed, not taken away",
        "people's own marketplaces cannot be changed",
      ],
      betaHeader: .plugins,
      access: .writingPlugins,
      errorCodes: ["sandbox_egress_restricted"],
      example:
        #"plugin-marketplaces update "Acme tools" --default-installation-preference available"#
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
          "a .zip file of up to 32 MB",
          constraint: .file
        )
      ],
      response: .object(report),
      semantics: .probes(nil),
      notes: ["an archive that cannot be read gives a report with valid: false, not an error"],
      betaHeader: .plugins,
      body: .multipart,
      access: .validatingPlugins,
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
          "of a public repository: https://github.com/OWNER/REPOSITORY",
          constraint: .length(0...2048)
        ),
        Parameter(
          "ref",
          .body,
          .string,
          nullable: true,
          "a branch, or all 40 digits of a commit",
          constraint: .length(0...255)
        ),
      ],
      response: .object(report),
      semantics: .probes(nil),
      notes: [
        "a repository that is missing or private gives a report with valid: false, not an error"
      ],
      betaHeader: .plugins,
      access: .validatingPlugins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "plugin-marketplaces validate-repository "
        + "--repository-url https://github.com/acme/marketplace"
    )

    package static let operations = [list, retrieve, update, validateArchive, validateRepository]
  }
}
