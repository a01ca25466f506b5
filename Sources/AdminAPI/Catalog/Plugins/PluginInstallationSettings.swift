package import StewardValues

extension Catalog {
  /// For whom a plugin of the organization is installed.
  package enum PluginInstallationSettings {
    package static let shape = Shape(
      "PluginInstallationSetting",
      fields: [
        Field("installation_preference", .oneOf(preference)),
        Field("plugin_id", .id(.plugin)),
        Field("target", .record(PluginShares.target)),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("plugin_installation_setting"),
      ]
    )

    package static let deleted = Shape(
      "PluginInstallationSettingDeleted",
      fields: [
        Field("plugin_id", .id(.plugin)),
        Field("target", .record(PluginShares.target)),
        Paging.type("plugin_installation_setting_deleted"),
      ]
    )

    package static let preference = Enumeration(
      "how a plugin is installed",
      ["auto_install", "available", "not_available", "required"]
    )

    package static let targetType = Enumeration("a kind of target", ["organization", "rbac_group"])

    package static let collection = Semantics.Collection(
      "plugins.installation_settings",
      identity: ["plugin_id", "target"],
      naming: [],
      resource: nil
    )

    private static let target = Parameter(
      "target",
      .path,
      .string,
      "`organization`, or the id of a group"
    )

    package static let list = Operation(
      "plugins.installation_settings.list",
      .get,
      "/v1/organizations/plugins/{plugin_id}/installation_settings",
      "For whom a plugin is installed",
      parameters: [
        Plugins.identity, Plugins.organization,
        Parameter("target_type", .query, .oneOf(targetType), "only targets of this kind"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["not for people's own plugins"],
      betaHeader: .plugins,
      access: .readingPlugins,
      example: "plugins installation-settings list release-notes"
    )

    package static let remove = Operation(
      "plugins.installation_settings.remove",
      .delete,
      "/v1/organizations/plugins/{plugin_id}/installation_settings/{target}",
      "Leaves to the marketplace for whom a plugin is installed",
      parameters: [Plugins.identity, target],
      response: .object(deleted),
      effects: .always([.grant, .cut]),
      semantics: .removes(collection),
      notes: ["after a 503 send it again"],
      betaHeader: .plugins,
      access: .writingPlugins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "plugins installation-settings remove release-notes organization"
    )

    package static let set = Operation(
      "plugins.installation_settings.set",
      .post,
      "/v1/organizations/plugins/{plugin_id}/installation_settings/{target}",
      "Decides for whom a plugin is installed",
      parameters: [
        Plugins.identity, target,
        Parameter(
          "installation_preference",
          .body,
          .oneOf(preference),
          required: true,
          "how it is installed there"
        ),
      ],
      response: .object(shape),
      effects: .always([.grant, .cut]),
      semantics: .sets(collection),
      notes: ["after a 503 send it again", "not for people's own plugins"],
      betaHeader: .plugins,
      access: .writingPlugins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "plugins installation-settings set release-notes organization "
        + "--installation-preference available"
    )

    package static let operations = [list, remove, set]
  }
}
