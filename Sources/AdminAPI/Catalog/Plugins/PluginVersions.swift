package import StewardValues

extension Catalog {
  /// The versions of a plugin, of which one is served.
  package enum PluginVersions {
    package static let shape = Shape(
      "PluginVersion",
      fields: [
        Field("id", .id(.pluginVersion)),
        Field("display_name", .string.orNull),
        Field("components", .list(.record(Plugins.component)).orNull),
        Field("content_scan", .record(Plugins.scan).orNull),
        Field("created_by", .record(Plugins.creator).orNull),
        Field("description", .string.orNull),
        Field("manifest_version", .string.orNull),
        Field("plugin_id", .id(.plugin)),
        Field("reach", .oneOf(Plugins.reach).orNull),
        Field("release_notes", .string.orNull),
        Field("created_at", .datetime),
        Paging.type("plugin_version"),
      ]
    )

    package static let collection = Semantics.Collection(
      "plugins.versions",
      identity: ["plugin_id", "id"],
      naming: [],
      resource: .pluginVersion
    )

    package static let create = Operation(
      "plugins.versions.create",
      .post,
      "/v1/organizations/plugins/{plugin_id}/versions",
      "Uploads a new version",
      parameters: [Plugins.identity, Plugins.files, Plugins.releaseNotes],
      response: .object(shape),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "the manifest names the same plugin",
        "it is served at once, unless another version is pinned",
      ],
      isRepeatable: false,
      betaHeader: .plugins,
      body: .multipart,
      access: .writingPlugins,
      errorCodes: [
        "cmek_key_disabled", "cmek_key_network_blocked", "registration_pending",
        "sandbox_egress_restricted", "skill_name_taken", "unsupported_charset",
      ],
      example: #"plugins versions create release-notes --files [".claude-plugin/plugin.json"]"#
    )

    package static let download = Operation(
      "plugins.versions.download",
      .get,
      "/v1/organizations/plugins/{plugin_id}/versions/{version}/content",
      "The archive of a version",
      parameters: [
        Plugins.identity,
        Parameter("version", .path, .id(.pluginVersion), "the version, by its id"),
        Plugins.organization,
      ],
      response: .content("application/zip"),
      semantics: .computes,
      notes: ["downloads of people's own plugins are in the activity feed"],
      betaHeader: .plugins,
      access: .readingPlugins,
      errorCodes: ["cmek_key_disabled", "cmek_key_network_blocked", "sandbox_egress_restricted"],
      example: "plugins versions download release-notes "
        + "(plugins versions list release-notes | get id | first 1 | one) | save notes.zip"
    )

    package static let list = Operation(
      "plugins.versions.list",
      .get,
      "/v1/organizations/plugins/{plugin_id}/versions",
      "The versions of a plugin",
      parameters: [Plugins.identity, Plugins.organization] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      betaHeader: .plugins,
      access: .readingPlugins,
      example: "plugins versions list release-notes | select id, manifest_version, created_at"
    )

    package static let retrieve = Operation(
      "plugins.versions.retrieve",
      .get,
      "/v1/organizations/plugins/{plugin_id}/versions/{version}",
      "One version",
      parameters: [
        Plugins.identity,
        Parameter("version", .path, .id(.pluginVersion), "the version, or `latest`"),
        Plugins.organization,
      ],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .plugins,
      access: .readingPlugins,
      example: "plugins versions get release-notes "
        + "(plugins versions list release-notes | get id | first 1 | one)"
    )

    package static let operations = [create, download, list, retrieve]
  }
}
