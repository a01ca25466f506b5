internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  /// Engineering has settings of Claude Code of its own.
  mutating func seedSettings() {
    seed(Catalog.ComplianceSettings.collection, daysAgo: 300, ["state": .tag("enabled")])
    let groups = objects[Catalog.RBACGroups.collection].current
    let engineering = groups.first { $0.row.text("name") == "Engineering" }?.row["id"]
    seed(
      Catalog.ManagedSettings.collection,
      daysAgo: 200,
      [
        "mode": .tag("organization"), "rbac_group_order_version": Value("v1"),
        "rbac_group_order": Value([engineering].compactMap(\.self)),
      ]
    )
    seed(
      Catalog.ManagedSettings.groupDefaultCollection,
      daysAgo: 200,
      ["settings": .object(["model": Value("claude-sonnet-4-6")]), "updated_at": day(200)]
    )
    guard let engineering else { return }
    seed(
      Catalog.ManagedGroupSettings.collection,
      daysAgo: 100,
      [
        "rbac_group_id": engineering,
        "settings": .object(["model": Value("claude-opus-4-6")]),
      ]
    )
  }

  // MARK: - Destinations

  mutating func seedDestinations() {
    seed(
      Catalog.Webhooks.collection,
      daysAgo: 300,
      [
        "name": Value("old-audit"), "url": Value("https://audit.acme.example/claude"),
        "enabled_events": Value([Value("external_key.recovered")]), "state": Value("disabled"),
        "disabled_reason": Value("Deliveries failed for too long."),
      ]
    )
    seed(
      Catalog.Webhooks.collection,
      daysAgo: 80,
      [
        "name": Value("security-alerts"), "url": Value("https://hooks.acme.example/security"),
        "enabled_events": Value([Value("external_key.failed")]), "state": Value("enabled"),
      ]
    )
    let destination = seed(
      Catalog.TelemetryDestinations.collection,
      daysAgo: 70,
      [
        "display_name": Value("Honeycomb"), "endpoint_url": Value("https://api.honeycomb.example"),
        "header_names": Value([Value("x-honeycomb-team")]), "state": .tag("enabled"),
        "delivery_health": .object([
          "last_error": .null, "last_error_at": .null, "last_success_at": day(1),
        ]),
        "traces": .object([
          "enabled": .bool(true), "content_mode": Value("metadata_only"), "endpoint_url": .null,
          "max_content_bytes": .null,
        ]),
        "workspaces": .tag("include"),
      ]
    )
    seed(
      Catalog.TelemetryDestinationWorkspaces.collection,
      daysAgo: 70,
      ["telemetry_destination_id": destination, "workspace_id": workspace(.production)]
    )
  }
}
