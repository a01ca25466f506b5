package import StewardValues

extension Catalog {
  /// Where telemetry of the organization is sent.
  package enum TelemetryDestinations {
    package static let telemetryDestination = Shape(
      "TelemetryDestination",
      fields: [
        Field("id", .id(.telemetryDestination)), Field("display_name", .string.orNull),
        Field("delivery_health", .record(telemetryDestinationDeliveryHealth)),
        Field("endpoint_url", .string),
        Field("header_names", .list(.string), "names only; values write-only"),
        Field("state", .record(telemetryDestinationState)),
        Field("traces", .record(telemetryDestinationTraces)),
        Field("workspaces", .record(telemetryDestinationWorkspaces)),
        Field("created_at", .datetime), Field("updated_at", .datetime),
        Paging.type("telemetry_destination"),
      ]
    )

    package static let telemetryDestinationDeliveryHealth = Shape(
      "TelemetryDestinationDeliveryHealth",
      fields: [
        Field("last_error", .string.orNull), Field("last_error_at", .datetime.orNull),
        Field("last_success_at", .datetime.orNull),
      ]
    )

    package static let telemetryDestinationState = Shape(
      "TelemetryDestinationState",
      fields: [
        Field("type", .oneOf(telemetryDestinationStateType)),
        Field("reason", .record(telemetryDestinationDisabledReason).orNull),
      ]
    )

    package static let telemetryDestinationDisabledReason = Shape(
      "TelemetryDestinationDisabledReason",
      fields: [Field("type", .oneOf(telemetryDestinationDisabledReasonType))]
    )

    package static let telemetryDestinationTraces = Shape(
      "TelemetryDestinationTraces",
      fields: [
        Field("content_mode", .oneOf(telemetryDestinationContentMode)), Field("enabled", .bool),
        Field("endpoint_url", .string.orNull), Field("max_content_bytes", .int.orNull),
      ]
    )

    package static let telemetryDestinationWorkspaces = Shape(
      "TelemetryDestinationWorkspaces",
      fields: [Field("type", .oneOf(telemetryDestinationWorkspacesType))]
    )

    package static let newTelemetryDestinationWorkspaces = Shape(
      "NewTelemetryDestinationWorkspaces",
      fields: [
        Field("type", .oneOf(telemetryDestinationWorkspacesType)),
        Field("workspace_ids", .list(.id(.workspace)).orNull),
      ]
    )

    package static let newTelemetryDestinationTraces = Shape(
      "NewTelemetryDestinationTraces",
      fields: [
        Field("content_mode", .oneOf(telemetryDestinationContentMode).orNull),
        Field("enabled", .bool.orNull), Field("endpoint_url", .string.orNull),
        Field("max_content_bytes", .int.orNull, "min 1; null = API maximum"),
      ]
    )

    package static let telemetryDestinationDeleted = Shape(
      "TelemetryDestinationDeleted",
      fields: [Field("id", .string), Paging.type("telemetry_destination_deleted")]
    )

    package static let telemetryDestinationTest = Shape(
      "TelemetryDestinationTest",
      fields: [
        Field("result", .record(telemetryDestinationTestResult)),
        Paging.type("telemetry_destination_test"),
      ]
    )

    package static let telemetryDestinationTestResult = Shape(
      "TelemetryDestinationTestResult",
      fields: [
        Field("type", .oneOf(telemetryDestinationTestResultType)), Field("error", .string.orNull),
      ]
    )

    package static let newTelemetryDestinationState = Shape(
      "NewTelemetryDestinationState",
      fields: [Field("type", .oneOf(telemetryDestinationStateType))]
    )

    package static let telemetryDestinationWorkspace = Shape(
      "TelemetryDestinationWorkspace",
      fields: [
        Field("telemetry_destination_id", .id(.telemetryDestination)),
        Field("workspace_id", .id(.workspace)), Field("created_at", .datetime),
        Paging.type("telemetry_destination_workspace"),
      ]
    )

    package static let telemetryDestinationWorkspaceDeleted = Shape(
      "TelemetryDestinationWorkspaceDeleted",
      fields: [
        Field("telemetry_destination_id", .id(.telemetryDestination)),
        Field("workspace_id", .id(.workspace)),
        Paging.type("telemetry_destination_workspace_deleted"),
      ]
    )

    package static let telemetryDestinationStateType = Enumeration(
      "a telemetry destination state type",
      ["enabled", "disabled"]
    )

    package static let telemetryDestinationDisabledReasonType = Enumeration(
      "a telemetry destination disabled reason type",
      ["caller", "sustained_failure", "invalid_address", "redirect"]
    )

    package static let telemetryDestinationContentMode = Enumeration(
      "a telemetry destination content mode",
      ["metadata_only", "content"]
    )

    package static let telemetryDestinationWorkspacesType = Enumeration(
      "a telemetry destination workspaces type",
      ["all", "include", "exclude"]
    )

    package static let telemetryDestinationTestResultType = Enumeration(
      "a telemetry destination test result type",
      ["success", "failure"]
    )

    package static let collection = Semantics.Collection(
      "telemetry_destinations",
      identity: ["id"],
      naming: ["display_name"],
      resource: .telemetryDestination
    )

    package static let workspacesCollection = Semantics.Collection(
      "telemetry_destinations.workspaces",
      identity: ["telemetry_destination_id", "workspace_id"],
      naming: [],
      resource: nil
    )

    package static let create = Operation(
      "telemetry_destinations.create",
      .post,
      "/v1/organizations/telemetry_destinations",
      "Sends telemetry to one more place",
      parameters: [
        Parameter(
          "endpoint_url",
          .body,
          .string,
          required: true,
          "https hostname, port 443, no query/fragment/credentials; max 2048",
          constraint: .length(1...2048)
        ),
        Parameter(
          "workspaces",
          .body,
          .record(newTelemetryDestinationWorkspaces),
          required: true,
          "workspaces",
          constraint: .variants(
            by: "type",
            [
              Variant("all"), Variant("include", optional: ["workspace_ids"]),
              Variant("exclude", optional: ["workspace_ids"]),
            ]
          )
        ),
        Parameter(
          "display_name",
          .body,
          .string,
          nullable: true,
          "1-255 characters; null clears on update",
          constraint: .length(1...255)
        ),
        Parameter(
          "headers",
          .body,
          .map(.secret),
          "max 20; names 128, values 4096, total 16384 bytes"
        ), Parameter("traces", .body, .record(newTelemetryDestinationTraces), "traces"),
      ],
      response: .object(telemetryDestination),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: [
        "at most 10 destinations, disabled ones included", "starts enabled",
        "header values never returned",
      ],
      isRepeatable: false,
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example:
        "telemetry-destinations create --display-name Backup --endpoint-url https://otel.acme.example --workspaces {type: \"all\"}"
    )

    package static let delete = Operation(
      "telemetry_destinations.delete",
      .delete,
      "/v1/organizations/telemetry_destinations/{destination_id}",
      "Sends telemetry to a place no longer",
      parameters: [Parameter("destination_id", .path, .id(.telemetryDestination), "prefix tdst_")],
      response: .object(telemetryDestinationDeleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations delete Honeycomb"
    )

    package static let list = Operation(
      "telemetry_destinations.list",
      .get,
      "/v1/organizations/telemetry_destinations",
      "Where telemetry is sent",
      parameters: [
        Parameter(
          "workspace_ids",
          .query,
          .list(.id(.workspace)),
          "max 100; match any covering destination",
          constraint: .items(0...100)
        )
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: telemetryDestination),
      semantics: .lists(collection, filters: []),
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations list | select display_name, endpoint_url, state.type"
    )

    package static let retrieve = Operation(
      "telemetry_destinations.retrieve",
      .get,
      "/v1/organizations/telemetry_destinations/{destination_id}",
      "One destination",
      parameters: [Parameter("destination_id", .path, .id(.telemetryDestination), "prefix tdst_")],
      response: .object(telemetryDestination),
      semantics: .retrieves(collection),
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations get Honeycomb"
    )

    package static let test = Operation(
      "telemetry_destinations.test",
      .post,
      "/v1/organizations/telemetry_destinations/{destination_id}/test",
      "Sends one span to try a destination out",
      parameters: [Parameter("destination_id", .path, .id(.telemetryDestination), "prefix tdst_")],
      response: .object(telemetryDestinationTest),
      semantics: .probes(collection),
      notes: [
        "200 for success and failure results", "space tests 10 seconds; sooner may give 429",
        "works on disabled destination",
      ],
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations test Honeycomb"
    )

    package static let update = Operation(
      "telemetry_destinations.update",
      .post,
      "/v1/organizations/telemetry_destinations/{destination_id}",
      "Changes a destination",
      parameters: [
        Parameter("destination_id", .path, .id(.telemetryDestination), "prefix tdst_"),
        Parameter(
          "display_name",
          .body,
          .string,
          nullable: true,
          "1-255 characters; null clears on update",
          constraint: .length(1...255)
        ),
        Parameter(
          "endpoint_url",
          .body,
          .string,
          "same rules; host/port change drops headers",
          constraint: .length(0...2048)
        ),
        Parameter(
          "headers",
          .body,
          .map(.optional(.secret)),
          nullable: true,
          "merge by name; null removes; value needs endpoint_url too"
        ),
        Parameter(
          "state",
          .body,
          .record(newTelemetryDestinationState),
          "cannot be null",
          constraint: .variants(by: "type", [Variant("enabled"), Variant("disabled")])
        ),
        Parameter(
          "traces",
          .body,
          .record(newTelemetryDestinationTraces),
          nullable: true,
          "null resets all to create defaults"
        ),
        Parameter(
          "workspaces",
          .body,
          .record(newTelemetryDestinationWorkspaces),
          "replaces scope; cannot be null",
          constraint: .variants(
            by: "type",
            [
              Variant("all"), Variant("include", optional: ["workspace_ids"]),
              Variant("exclude", optional: ["workspace_ids"]),
            ]
          )
        ),
      ],
      response: .object(telemetryDestination),
      effects: .always([.update, .cut]),
      semantics: .changes(collection),
      notes: [
        "at least one field required", "host or port change drops all headers",
        "setting a header value requires endpoint_url in request",
        "concurrent change gives 409 conflict_error",
        "lists above 750 workspaces cannot be replaced",
      ],
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations update Honeycomb --display-name \"Honeycomb EU\""
    )

    package static let addWorkspaces = Operation(
      "telemetry_destinations.workspaces.add",
      .post,
      "/v1/organizations/telemetry_destinations/{destination_id}/workspaces/{workspace_id}",
      "Puts a workspace on a destination's list",
      parameters: [
        Parameter("destination_id", .path, .id(.telemetryDestination), "prefix tdst_"),
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
      ],
      response: .object(telemetryDestinationWorkspace),
      effects: .always(.update),
      semantics: .sets(workspacesCollection),
      notes: [
        "type=all destination gives 400", "at most 1000 workspaces per list",
        "archived workspace cannot be newly added", "no request body",
      ],
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations workspaces add Honeycomb Research"
    )

    package static let listWorkspaces = Operation(
      "telemetry_destinations.workspaces.list",
      .get,
      "/v1/organizations/telemetry_destinations/{destination_id}/workspaces",
      "The workspaces in a destination's list",
      parameters: [Parameter("destination_id", .path, .id(.telemetryDestination), "prefix tdst_")]
        + Paging.token(20, 1000),
      response: .page(
        .cursor(.fixed(default: 20, maximum: 1000)),
        row: telemetryDestinationWorkspace
      ),
      semantics: .lists(workspacesCollection, filters: []),
      notes: ["type=all destination gives empty page"],
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations workspaces list Honeycomb"
    )

    package static let removeWorkspaces = Operation(
      "telemetry_destinations.workspaces.remove",
      .delete,
      "/v1/organizations/telemetry_destinations/{destination_id}/workspaces/{workspace_id}",
      "Takes a workspace off a destination's list",
      parameters: [
        Parameter("destination_id", .path, .id(.telemetryDestination), "prefix tdst_"),
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
      ],
      response: .object(telemetryDestinationWorkspaceDeleted),
      effects: .always(.update),
      semantics: .removes(workspacesCollection),
      notes: ["type=all destination gives 400"],
      betaHeader: BetaHeader("telemetry-destinations-2026-08-11"),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "telemetry-destinations workspaces remove Honeycomb Production"
    )

    package static let operations = [
      create, delete, list, retrieve, test, update, addWorkspaces, listWorkspaces, removeWorkspaces,
    ]
  }
}
