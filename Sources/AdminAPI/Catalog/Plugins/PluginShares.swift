package import StewardValues

extension Catalog {
  /// With whom a person's own plugin is shared.
  package enum PluginShares {
    package static let shape = Shape(
      "PluginShare",
      fields: [
        Field("plugin_id", .id(.plugin)),
        Field("target", .record(target)),
        Field("granted_at", .datetime),
        Paging.type("plugin_share"),
      ]
    )

    /// Whom a share or an installation setting is for.
    package static let target = Shape(
      "PluginTarget",
      fields: [
        Field("type", .oneOf(targetType)),
        Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("user_id", .id(.user).orNull),
      ]
    )

    package static let targetType = Enumeration(
      "a kind of target",
      ["organization", "rbac_group", "organization_member"]
    )

    package static let collection = Semantics.Collection(
      "plugins.shares",
      identity: ["plugin_id"],
      naming: [],
      resource: nil
    )

    package static let list = Operation(
      "plugins.shares.list",
      .get,
      "/v1/organizations/plugins/{plugin_id}/shares",
      "With whom a member's plugin is shared",
      parameters: [
        Plugins.identity, Plugins.organization,
        Parameter("target_type", .query, .oneOf(targetType), "only targets of this kind"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["only people's own plugins are shared"],
      betaHeader: .plugins,
      access: .readingPlugins,
      example: "plugins shares list meeting-notes"
    )

    package static let operations = [list]
  }
}
