package import StewardValues

extension Catalog.TelemetryDestinations {
  package static let shape = Shape(
    "TelemetryDestination",
    fields: [
      Field("id", .id(.telemetryDestination)),
      Field("display_name", .string.orNull),
      Field("delivery_health", .record(deliveryHealth)),
      Field("endpoint_url", .string),
      Field(
        "header_names",
        .list(.string),
        "the headers that go with each delivery; their values are never given back"
      ),
      Field("state", .record(state)),
      Field("traces", .record(traces)),
      Field("workspaces", .record(workspaces)),
      Field("created_at", .datetime),
      Field("updated_at", .datetime),
      Paging.type("telemetry_destination"),
    ]
  )

  package static let deleted = Shape(
    "TelemetryDestinationDeleted",
    fields: [Field("id", .string), Paging.type("telemetry_destination_deleted")]
  )

  package static let deliveryHealth = Shape(
    "TelemetryDestinationDeliveryHealth",
    fields: [
      Field("last_error", .string.orNull),
      Field("last_error_at", .datetime.orNull),
      Field("last_success_at", .datetime.orNull),
    ]
  )

  package static let state = Shape(
    "TelemetryDestinationState",
    fields: [
      Field("type", .oneOf(stateType)),
      Field("reason", .record(disabledReason).orNull, nullMeaning: "it is enabled"),
    ]
  )

  package static let disabledReason = Shape(
    "TelemetryDestinationDisabledReason",
    fields: [Field("type", .oneOf(disabledReasonType))]
  )

  package static let traces = Shape(
    "TelemetryDestinationTraces",
    fields: [
      Field("content_mode", .oneOf(contentMode)),
      Field("enabled", .bool),
      Field("endpoint_url", .string.orNull, nullMeaning: "the destination's own"),
      Field("max_content_bytes", .int.orNull, nullMeaning: "as much as the API allows"),
    ]
  )

  package static let workspaces = Shape(
    "TelemetryDestinationWorkspaces",
    fields: [Field("type", .oneOf(workspacesType))]
  )

  package static let testResult = Shape(
    "TelemetryDestinationTest",
    fields: [Field("result", .record(testOutcome)), Paging.type("telemetry_destination_test")]
  )

  package static let testOutcome = Shape(
    "TelemetryDestinationTestResult",
    fields: [
      Field("type", .oneOf(testOutcomeType)),
      Field("error", .string.orNull, nullMeaning: "the span arrived"),
    ]
  )

  // MARK: - What is sent

  package static let newState = Shape(
    "NewTelemetryDestinationState",
    fields: [Field("type", .oneOf(stateType))]
  )

  package static let newTraces = Shape(
    "NewTelemetryDestinationTraces",
    fields: [
      Field("content_mode", .oneOf(contentMode).orNull),
      Field("enabled", .bool.orNull),
      Field("endpoint_url", .string.orNull, nullMeaning: "the destination's own"),
      Field(
        "max_content_bytes",
        .int.orNull,
        "1 or more",
        nullMeaning: "as much as the API allows"
      ),
    ]
  )

  package static let newWorkspaces = Shape(
    "NewTelemetryDestinationWorkspaces",
    fields: [
      Field("type", .oneOf(workspacesType)),
      Field("workspace_ids", .list(.id(.workspace)).orNull),
    ]
  )

  // MARK: - Values

  package static let stateType = Enumeration("a state", ["enabled", "disabled"])

  package static let disabledReasonType = Enumeration(
    "why a destination is disabled",
    ["caller", "sustained_failure", "invalid_address", "redirect"]
  )

  package static let contentMode = Enumeration("what a span holds", ["metadata_only", "content"])

  package static let workspacesType = Enumeration(
    "which workspaces are meant",
    ["all", "include", "exclude"]
  )

  package static let testOutcomeType = Enumeration(
    "the outcome of a test",
    ["success", "failure"]
  )
}
