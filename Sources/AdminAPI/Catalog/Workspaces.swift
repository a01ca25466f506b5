package import StewardValues

extension Catalog {
  /// The organization's workspaces.
  package enum Workspaces {
    package static let shape = Shape(
      "Workspace",
      fields: [
        Field("id", .id(.workspace)),
        Field("name", .string),
        Field("created_at", .datetime),
        Field("archived_at", .datetime.orNull, nullMeaning: "not archived"),
        Field("display_color", .string, "#RRGGBB"),
        Field("tags", .map(.string)),
        Field("data_residency", .record(dataResidency)),
        Field("compartment_id", .string, "what key policies call the workspace"),
        Field(
          "external_key_id",
          .id(.externalKey).orNull,
          nullMeaning: "encrypted with Anthropic's keys"
        ),
        Field(
          "user_profile_id",
          .string.orNull,
          "the user profile that every request must name",
          nullMeaning: "none is needed"
        ),
        Paging.type("workspace"),
      ]
    )

    package static let dataResidency = Shape(
      "DataResidency",
      fields: [
        Field("workspace_geo", .oneOf(workspaceGeo), "where data rests; fixed at creation"),
        Field("default_inference_geo", .oneOf(inferenceGeo)),
        Field("allowed_inference_geos", .any, #"the text "unrestricted" or a list of geos"#),
      ]
    )

    package static let workspaceGeo = Enumeration("a place for data", ["us"])
    package static let inferenceGeo = Enumeration("a place for inference", ["global", "us"])

    private static let newDataResidency = Shape(
      "NewDataResidency",
      fields: [Field("workspace_geo", .oneOf(workspaceGeo).orNull)] + changedDataResidency.fields
    )

    private static let changedDataResidency = Shape(
      "ChangedDataResidency",
      fields: [
        Field("default_inference_geo", .oneOf(inferenceGeo).orNull),
        Field("allowed_inference_geos", .any),
      ]
    )

    package static let collection = Semantics.Collection(
      "workspaces",
      identity: ["id"],
      naming: ["name"],
      resource: .workspace
    )

    package static let identity = Parameter(
      "workspace_id",
      .path,
      .id(.workspace),
      "the workspace"
    )

    package static let create = Operation(
      "workspaces.create",
      .post,
      "/v1/organizations/workspaces",
      "Creates a workspace",
      parameters: [
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "what people call it",
          constraint: .length(1...40)
        ),
        Parameter(
          "data_residency",
          .body,
          .record(newDataResidency),
          nullable: true,
          "where data rests and where inference may run",
          default: "us, unrestricted inference, global by default",
          constraint: .dataResidency
        ),
        Parameter(
          "display_color",
          .body,
          .string,
          nullable: true,
          "#RRGGBB, in quotes",
          constraint: .color
        ),
        Parameter(
          "external_key_id",
          .body,
          .id(.externalKey),
          nullable: true,
          "the customer-managed key; it can never be changed"
        ),
        Parameter(
          "user_profile_id",
          .body,
          .string,
          nullable: true,
          "the user profile that every request must name; it can never be changed"
        ),
        Parameter(
          "tags",
          .body,
          .map(.string),
          nullable: true,
          "names and values of your own",
          constraint: .reservedKeyPrefix("anthropic")
        ),
      ],
      response: .object(shape),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: ["an organization has at most 100 workspaces that are not archived"],
      isRepeatable: false,
      access: .consoleAndAWS,
      errorCodes: settingCodes,
      example: "workspaces create --name Research --tags {team: \"ml\"}"
    )

    package static let retrieve = Operation(
      "workspaces.retrieve",
      .get,
      "/v1/organizations/workspaces/{workspace_id}",
      "One workspace",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      notes: [#"the default workspace comes back with the name "Default""#],
      access: .consoleAndAWS,
      example: "workspaces get Research"
    )

    package static let list = Operation(
      "workspaces.list",
      .get,
      "/v1/organizations/workspaces",
      "The organization's workspaces",
      parameters: [
        Parameter(
          "ids",
          .query,
          .list(.id(.workspace)),
          "only these; ids that are not there are left out",
          constraint: .items(0...100)
        ),
        Parameter(
          "include_archived",
          .query,
          .bool,
          "archived workspaces too",
          default: "false"
        ),
        Parameter(
          "include_default",
          .query,
          .bool,
          "the default workspace too",
          default: "false"
        ),
      ] + Paging.ids,
      response: .page(.ids, row: shape),
      semantics: .lists(
        collection,
        filters: [
          .oneOf(parameter: "ids", field: "id"),
          .unlessIncluded(parameter: "include_archived", field: "archived_at"),
          .defaultWorkspaceUnlessIncluded(parameter: "include_default"),
        ]
      ),
      notes: ["archived workspaces and the default one are hidden from `ids` too"],
      access: .consoleAndAWS,
      example: "workspaces list --include-default | select id, name"
    )

    package static let update = Operation(
      "workspaces.update",
      .post,
      "/v1/organizations/workspaces/{workspace_id}",
      "Changes a workspace's name, colour, tags or residency",
      parameters: [
        identity,
        Parameter("name", .body, .string, "the new name", constraint: .length(1...40)),
        Parameter(
          "data_residency",
          .body,
          .record(changedDataResidency),
          nullable: true,
          "where inference may run; where data rests is fixed",
          constraint: .dataResidency
        ),
        Parameter("display_color", .body, .string, "#RRGGBB, in quotes", constraint: .color),
        Parameter(
          "external_key_id",
          .body,
          .id(.externalKey),
          "the customer-managed key, if there is none yet"
        ),
        Parameter("user_profile_id", .body, .string, "the user profile, if there is none yet"),
        Parameter(
          "tags",
          .body,
          .map(.optional(.string)),
          nullable: true,
          "names and values of your own",
          constraint: .reservedKeyPrefix("anthropic")
        ),
      ],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "the default workspace cannot be renamed, and has no user profile",
        "whether tags replace all or are merged is not documented",
      ],
      access: .consoleAndAWS,
      errorCodes: settingCodes,
      example: "workspaces update Research --name \"Applied research\""
    )

    package static let archive = Operation(
      "workspaces.archive",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/archive",
      "Archives a workspace for good",
      parameters: [identity],
      response: .object(shape),
      effects: .always(.destroy),
      semantics: .archives(collection),
      affects: [
        SideEffect(
          "revokes all API keys of the workspace",
          SideEffect.Related(
            APIKeys.collection,
            by: "scope.workspace_id",
            where: ["status": "active"],
            one: "revokes 1 active API key",
            many: "revokes # active API keys"
          ),
          tellsUse: true
        )
      ],
      notes: [
        "the default workspace cannot be archived",
        "archiving the Claude Code workspace ends signing in to Claude Code",
      ],
      access: .consoleAndAWS,
      errorCodes: ["sandbox_egress_restricted"],
      example: "workspaces archive Research"
    )

    /// Why settings of a workspace are refused.
    private static let settingCodes = [
      "external_key_changed", "external_key_validation_failed",
      "external_key_validation_timed_out", "key_profile_mismatch", "sandbox_egress_restricted",
      "user_profile_not_found", "workspace_policy_violation",
    ]

    package static let operations = [create, retrieve, list, update, archive]
  }
}
