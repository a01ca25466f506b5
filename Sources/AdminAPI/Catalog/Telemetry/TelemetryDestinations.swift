internal import StewardValues

extension Catalog {
  /// Where the traces of what the organization does are sent.
  package enum TelemetryDestinations {
    package static let collection = Semantics.Collection(
      "telemetry_destinations",
      identity: ["id"],
      naming: ["display_name"],
      resource: .telemetryDestination
    )

    /// Names the destination in the path.
    package static let identity = Parameter(
      "destination_id",
      .path,
      .id(.telemetryDestination),
      "the destination"
    )

    private static let displayName = Parameter(
      "display_name",
      .body,
      .string,
      nullable: true,
      "what people call it; null takes the name away",
      constraint: .length(1...255)
    )

    private static let workspaceVariants = Constraint.variants(
      by: "type",
      [
        Variant("all"), Variant("include", optional: ["workspace_ids"]),
        Variant("exclude", optional: ["workspace_ids"]),
      ]
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
          "an https address with a host name, on port 443, without query or credentials; "
            + "/v1/traces is appended",
          constraint: .length(1...2048)
        ),
        Parameter(
          "workspaces",
          .body,
          .record(newWorkspaces),
          required: true,
          "of which workspaces: all, only those listed, or all but those",
          constraint: workspaceVariants
        ),
        displayName,
        Parameter(
          "headers",
          .body,
          .map(.string),
          "up to 20 headers for each delivery, 16 KiB in all; a name has up to 128 characters, "
            + "a value up to 4096"
        ),
        Parameter("traces", .body, .record(newTraces), "what is sent of traces"),
      ],
      response: .object(shape),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: [
        "an organization has at most 10 destinations, disabled ones included",
        "a new destination is enabled", "the values of headers are never given back",
      ],
      isRepeatable: false,
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: "telemetry-destinations create --display-name Backup "
        + #"--endpoint-url https://otel.acme.example --workspaces {type: "all"}"#
    )

    package static let delete = Operation(
      "telemetry_destinations.delete",
      .delete,
      "/v1/organizations/telemetry_destinations/{destination_id}",
      "Stops sending telemetry to a destination, and forgets it",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
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
          "only destinations that get something of one of these workspaces",
          constraint: .items(0...100)
        )
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: "telemetry-destinations list | select display_name, endpoint_url, state.type"
    )

    package static let retrieve = Operation(
      "telemetry_destinations.retrieve",
      .get,
      "/v1/organizations/telemetry_destinations/{destination_id}",
      "One destination",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: "telemetry-destinations get Honeycomb"
    )

    package static let test = Operation(
      "telemetry_destinations.test",
      .post,
      "/v1/organizations/telemetry_destinations/{destination_id}/test",
      "Sends one span to try a destination out",
      parameters: [identity],
      response: .object(testResult),
      semantics: .probes(collection),
      notes: [
        "a span that does not arrive is no error: see result.type",
        "one test in 10 seconds; sooner may give a 429", "disabled destinations can be tested",
      ],
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: "telemetry-destinations test Honeycomb"
    )

    package static let update = Operation(
      "telemetry_destinations.update",
      .post,
      "/v1/organizations/telemetry_destinations/{destination_id}",
      "Changes a destination",
      parameters: [
        identity, displayName,
        Parameter(
          "endpoint_url",
          .body,
          .string,
          "the new address, as in create; another host drops all headers",
          constraint: .length(0...2048)
        ),
        Parameter(
          "headers",
          .body,
          .map(.optional(.string)),
          nullable: true,
          "those that change; null takes one away; a new value goes with endpoint_url"
        ),
        Parameter(
          "state",
          .body,
          .record(newState),
          "enabled or disabled",
          constraint: .variants(by: "type", [Variant("enabled"), Variant("disabled")])
        ),
        Parameter(
          "traces",
          .body,
          .record(newTraces),
          nullable: true,
          "what is sent of traces; null for what create takes"
        ),
        Parameter(
          "workspaces",
          .body,
          .record(newWorkspaces),
          "of which workspaces, in place of those so far",
          constraint: workspaceVariants
        ),
      ],
      response: .object(shape),
      effects: .byValue(
        of: "state",
        ["enabled": .grant, "disabled": .cut],
        base: [
          "display_name": .update, "endpoint_url": [.grant, .cut], "headers": [.update, .cut],
          "traces": [.grant, .cut], "workspaces": [.grant, .cut],
        ]
      ),
      semantics: .changes(collection),
      notes: [
        "at least one field has to be given", "another host or port drops all headers",
        "a header gets a value only together with endpoint_url",
        "another change at the same time is a 409",
        "a list of more than 750 workspaces cannot be replaced",
      ],
      betaHeader: .telemetryDestinations,
      access: .consoleAndAWS,
      example: #"telemetry-destinations update Honeycomb --display-name "Honeycomb EU""#
    )

    package static let operations = [create, delete, list, retrieve, test, update]
  }
}
