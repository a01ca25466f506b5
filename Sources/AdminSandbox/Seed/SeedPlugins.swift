internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  mutating func seedPlugins() {
    let jane = Value.object(["type": Value("user"), "user_id": user(.jane)])
    let library = seedMarketplace("Acme tools", "manual", .tag("organization"), daysAgo: 220)
    let synced = seedMarketplace("Acme engineering", "github", .tag("organization"), daysAgo: 190)
    let personal = seedMarketplace("Jane's tools", "manual", jane, daysAgo: 60)
    let notes = seedPlugin("release-notes", library, .tag("organization"), daysAgo: 210)
    seedPlugin("code-review", synced, .tag("organization"), daysAgo: 180)
    let meeting = seedPlugin("meeting-notes", personal, jane, daysAgo: 50)
    seed(
      Catalog.PluginInstallationSettings.collection,
      daysAgo: 200,
      [
        "plugin_id": notes, "target": .tag("organization"),
        "installation_preference": Value("available"),
      ]
    )
    seed(
      Catalog.PluginShares.collection,
      daysAgo: 40,
      [
        "plugin_id": meeting,
        "target": .object(["type": Value("organization_member"), "user_id": user(.wei)]),
      ]
    )
  }

  private mutating func seedMarketplace(
    _ name: String,
    _ source: String,
    _ owner: Value,
    daysAgo: Int
  ) -> Value {
    let isSynced = source != "manual"
    return seed(
      Catalog.PluginMarketplaces.collection,
      daysAgo: daysAgo,
      [
        "name": Value(name), "source": Value(source), "owner": owner,
        "default_installation_preference":
          owner.record?["type"] == Value("user") ? .null : Value("available"),
        "sync_status": isSynced ? Value("success") : .null,
        "last_sync_ended_at": isSynced ? day(1) : .null,
        "last_sync_read_sha": isSynced ? Value(String(repeating: "4f", count: 20)) : .null,
      ]
    )
  }

  /// A plugin with two versions, whose newer one is not pinned.
  @discardableResult
  private mutating func seedPlugin(
    _ name: String,
    _ marketplace: Value,
    _ owner: Value,
    daysAgo: Int
  ) -> Value {
    let id = Value(objects[Catalog.Plugins.collection].nextID)
    var version = Value.null
    // The assessments that the scan made of the versions, oldest first.
    for (index, assessment) in ["fail", "warn", "pass"].enumerated() {
      version = seed(
        Catalog.PluginVersions.collection,
        daysAgo: daysAgo - 10 * index,
        [
          "id": Value("pluginver_0\(index + 1)\(name.split(separator: "-").joined())"),
          "plugin_id": id, "manifest_version": Value("1.\(index).0"), "display_name": Value(name),
          "reach": Value("contained"), "created_by": .null,
          "content_scan": .object([
            "status": Value("completed"), "assessment": Value(assessment), "reason": .null,
          ]),
        ]
      )
    }
    let isOfMember = owner.record?["type"] == Value("user")
    return seed(
      Catalog.Plugins.collection,
      daysAgo: daysAgo,
      [
        "id": id, "name": Value(name), "display_name": Value(name), "owner": owner,
        "marketplace_id": marketplace, "latest_version_id": version,
        "served_version_id": version, "manifest_version": Value("1.2.0"),
        "reach": Value("contained"),
        "organization_installation_preference": isOfMember ? .null : Value("available"),
        "organization_installation_preference_inherited":
          isOfMember ? .null : .bool(name != "release-notes"),
      ]
    )
  }
}
