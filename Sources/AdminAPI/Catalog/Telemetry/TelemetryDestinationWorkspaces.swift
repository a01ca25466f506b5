package import StewardValues

extension Catalog {
  /// The workspaces that a destination includes, or those that it leaves out.
  package enum TelemetryDestinationWorkspaces {
    package static let shape = Shape(
      "TelemetryDestinationWorkspace",
      fields: [
        Field("telemetry_destination_id", .id(.telemetryDestination)),
        Field("workspace_id", .id(.workspace)),
        Field("created_at", .datetime),
        Paging.type("telemetry_destination_workspace"),
      ]
    )

    package static let deleted = Shape(
      "TelemetryDestinationWorkspaceDeleted",
      fields: [
        Field("telemetry_destination_id", .id(.telemetryDestination)),
        Field("workspace_id", .id(.workspace)),
        Paging.type("telemetry_destination_workspace_deleted"),
      ]
    )

    package static let collection = Semantics.Collection(
      "telemetry_destinations.workspaces",
      identity: ["telemetry_destination_id", "workspace_id"],
      naming: [],
      resource: nil
    )

    private static let workspace = Parameter(
      "workspace_id",
      .path,
      .id(.workspace),
      "the workspace"
    )

    package static let add = Operation(
      "telemetry_destinations.workspaces.add",
      .post,
      "/v1/organizations/telemetry_destinations/{destination_id}/workspaces/{workspace_id}",
      "Puts a workspace on a destination's list",
      parameters: [TelemetryDestinations.identity, workspace],
      response: .object(shape),
      effects: .always([.grant, .cut]),
      semantics: .sets(collection),
      notes: [
        "its spans begin to flow where the list includes, and stop where it excludes",
        "refused where the destination is for all workspaces",
        "a list has at most 1000 workspaces", "an archived workspace cannot be added",
      ],
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: "telemetry-destinations workspaces add Honeycomb Research"
    )

    package static let list = Operation(
      "telemetry_destinations.workspaces.list",
      .get,
      "/v1/organizations/telemetry_destinations/{destination_id}/workspaces",
      "The workspaces on a destination's list",
      parameters: [TelemetryDestinations.identity] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["empty where the destination is for all workspaces"],
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: "telemetry-destinations workspaces list Honeycomb"
    )

    package static let remove = Operation(
      "telemetry_destinations.workspaces.remove",
      .delete,
      "/v1/organizations/telemetry_destinations/{destination_id}/workspaces/{workspace_id}",
      "Takes a workspace off a destination's list",
      parameters: [TelemetryDestinations.identity, workspace],
      response: .object(deleted),
      effects: .always([.grant, .cut]),
      semantics: .removes(collection),
      notes: ["refused where the destination is for all workspaces"],
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: "telemetry-destinations workspaces remove Honeycomb Production"
    )

    package static let operations = [add, list, remove]
  }
}
