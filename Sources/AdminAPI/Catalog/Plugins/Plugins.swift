package import StewardValues

extension Catalog {
  /// Plugins of the organization and of its people.
  package enum Plugins {
    package static let shape = Shape(
      "Plugin",
      fields: [
        Field("id", .id(.plugin)),
        Field("display_name", .string.orNull),
        Field("name", .string),
        Field("components", .list(.record(component)).orNull),
        Field("content_scan", .record(scan).orNull),
        Field("created_by", .record(creator).orNull),
        Field("description", .string.orNull),
        Field("latest_version_id", .id(.pluginVersion)),
        Field("manifest_version", .string.orNull),
        Field("marketplace_id", .id(.pluginMarketplace)),
        Field(
          "organization_installation_preference",
          .oneOf(PluginInstallationSettings.preference).orNull,
          nullMeaning: "a person's own plugin"
        ),
        Field(
          "organization_installation_preference_inherited",
          .bool.orNull,
          "whether the marketplace decides"
        ),
        Field("owner", .record(PluginMarketplaces.owner)),
        Field("reach", .oneOf(reach).orNull),
        Field("served_version_id", .id(.pluginVersion)),
        Field("served_version_pinned", .bool),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("plugin"),
      ]
    )

    package static let deleted = Shape(
      "PluginDeleted",
      fields: [Field("id", .string), Paging.type("plugin_deleted")]
    )

    /// What is in a plugin.
    package static let component = Shape(
      "PluginComponent",
      fields: [
        Field("name", .string),
        Field("type", .oneOf(componentType)),
        Field("description", .string.orNull),
      ]
    )

    /// What the scan of a plugin's content found.
    package static let scan = Shape(
      "PluginContentScan",
      fields: [
        Field("assessment", .oneOf(assessment).orNull, nullMeaning: "the scan is not complete"),
        Field("reason", .string.orNull),
        Field("status", .oneOf(scanStatus)),
      ]
    )

    package static let creator = Shape(
      "PluginCreatedBy",
      fields: [
        Field("type", .oneOf(creatorType)),
        Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull),
        Field("api_key_id", .id(.apiKey).orNull),
      ]
    )

    package static let componentType = Enumeration(
      "a kind of component",
      ["agent", "cli", "command", "hook", "mcp_server", "skill"]
    )

    package static let assessment = Enumeration(
      "the result of a scan",
      ["fail", "pass", "unknown", "warn"]
    )

    package static let scanStatus = Enumeration(
      "the status of a scan",
      ["completed", "errored", "processing"]
    )

    package static let creatorType = Enumeration("a kind of creator", ["user_actor", "api_actor"])

    package static let reach = Enumeration(
      "how far a plugin reaches",
      ["contained", "privileged", "remote"]
    )

    package static let collection = Semantics.Collection(
      "plugins",
      identity: ["id"],
      naming: ["name"],
      resource: .plugin
    )

    /// Names the plugin in the path.
    package static let identity = Parameter("plugin_id", .path, .id(.plugin), "the plugin")

    /// What a key of the parent organization reads elsewhere with.
    package static let organization = Parameter(
      "organization_id",
      .query,
      .string,
      "another organization below the same parent, for keys of the parent"
    )

    /// What is uploaded.
    package static let files = Parameter(
      "files",
      .body,
      .list(.string),
      required: true,
      "the plugin's files, or one .zip or .plugin file",
      constraint: .file
    )

    package static let releaseNotes = Parameter(
      "release_notes",
      .body,
      .string,
      "what is new",
      constraint: .length(0...5000)
    )

    package static let create = Operation(
      "plugins.create",
      .post,
      "/v1/organizations/plugins",
      "Uploads a plugin",
      parameters: [
        files, Parameter("marketplace_id", .body, .id(.pluginMarketplace), "where it goes"),
        releaseNotes,
      ],
      response: .object(shape),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "the paths of the files are those inside the plugin; .claude-plugin/plugin.json has to be "
          + "among them",
        "names of plugins and skills are taken once",
        "after registration_pending it is stored: upload a version instead of sending it again",
      ],
      isRepeatable: false,
      betaHeader: .plugins,
      body: .multipart,
      access: .writingPlugins,
      errorCodes: [
        "cmek_key_disabled", "cmek_key_network_blocked", "plugin_name_taken",
        "registration_pending", "sandbox_egress_restricted", "skill_name_taken",
        "unsupported_charset",
      ],
      example:
        #"plugins create --files [".claude-plugin/plugin.json", "skills/notes/SKILL.md"]"#
    )

    package static let delete = Operation(
      "plugins.delete",
      .delete,
      "/v1/organizations/plugins/{plugin_id}",
      "Deletes a plugin",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["only plugins that were uploaded"],
      betaHeader: .plugins,
      access: .writingPlugins,
      errorCodes: ["cmek_key_disabled", "sandbox_egress_restricted"],
      example: "plugins delete release-notes"
    )

    package static let list = Operation(
      "plugins.list",
      .get,
      "/v1/organizations/plugins",
      "The plugins",
      parameters: [
        created("gt", "only those made after"), created("gte", "only those made then or later"),
        created("lt", "only those made before"), created("lte", "only those made then or earlier"),
        Parameter("marketplace_id", .query, .id(.pluginMarketplace), "the marketplace"),
        organization,
        Parameter(
          "owner_type",
          .query,
          .oneOf(PluginMarketplaces.ownerType),
          "only the organization's or only people's own"
        ),
        Parameter("owner_user_id", .query, .id(.user), "only this person's, also after they left"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(
        collection,
        filters: [.equals(parameter: "marketplace_id", field: "marketplace_id")]
      ),
      betaHeader: .plugins,
      access: .readingPlugins,
      example: "plugins list | select name, owner.type, served_version_pinned"
    )

    /// A bound of `created_at`, whose brackets no flag can have.
    private static func created(_ bound: String, _ summary: String) -> Parameter {
      Parameter(
        "created_at_\(bound)",
        .query,
        .datetime,
        summary,
        wireName: "created_at[\(bound)]"
      )
    }

    package static let retrieve = Operation(
      "plugins.retrieve",
      .get,
      "/v1/organizations/plugins/{plugin_id}",
      "One plugin",
      parameters: [identity, organization],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .plugins,
      access: .readingPlugins,
      example: "plugins get release-notes"
    )

    package static let update = Operation(
      "plugins.update",
      .post,
      "/v1/organizations/plugins/{plugin_id}",
      "Pins the version that is served",
      parameters: [
        identity,
        Parameter(
          "served_version_id",
          .body,
          .id(.pluginVersion),
          required: true,
          "the version, by its id"
        ),
      ],
      response: .object(shape),
      effects: .always(.destroy),
      semantics: .changes(collection),
      notes: [
        "a pin can be moved, not taken away: new versions are no longer served by themselves",
        "the version's scan has to be complete and passed", "not for people's own plugins",
      ],
      betaHeader: .plugins,
      access: .writingPlugins,
      errorCodes: [
        "cmek_key_disabled", "cmek_key_network_blocked", "sandbox_egress_restricted", "scan_failed",
        "scan_pending", "skill_name_taken",
      ],
      example: "plugins update release-notes --served-version-id "
        + "(plugins versions list release-notes | get id | first 1 | one)"
    )

    package static let operations = [create, delete, list, retrieve, update]
  }
}
