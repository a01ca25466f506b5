package import StewardValues

extension Catalog {
  /// The limits that a workspace has of its own, below those of the organization.
  package enum WorkspaceRateLimits {
    package static let shape = Shape(
      "WorkspaceRateLimit",
      fields: [
        Field("group", .record(RateLimits.group)),
        Field("limits", .list(.record(limit))),
        Field(
          "models",
          .list(.string).orNull,
          "the models that share the limits",
          nullMeaning: "it is not about models"
        ),
        Field("rate_limit_id", .id(.rateLimit)),
        Field("workspace_id", .id(.workspace)),
        Paging.type("workspace_rate_limit"),
      ]
    )

    package static let limit = Shape(
      "WorkspaceRateLimitValue",
      fields: [
        Field(
          "org_limit",
          .int.orNull,
          "the organization's own limit",
          nullMeaning: "it has none of this type"
        ),
        Field("source", .record(source)),
        Field("value", .int),
        Field("type", .string),
      ]
    )

    /// Whose limit it is.
    package static let source = Shape(
      "WorkspaceRateLimitSource",
      fields: [Field("type", .oneOf(sourceType))]
    )

    package static let newLimit = Shape(
      "NewWorkspaceRateLimitValue",
      fields: [
        Field("type", .oneOf(limitType)),
        Field("value", .int.orNull, nullMeaning: "the organization's limit holds again"),
      ]
    )

    package static let sourceType = Enumeration("whose limit it is", ["workspace", "organization"])

    package static let limitType = Enumeration(
      "what a limit counts",
      [
        "fast_itpmca", "fast_otpm", "input_tokens_per_minute",
        "input_tokens_per_minute_cache_aware", "output_tokens_per_minute", "requests_per_minute",
        "tokens_per_day", "tokens_per_minute", "tool_uses_per_second",
      ]
    )

    package static let collection = Semantics.Collection(
      "workspaces.rate_limits",
      identity: ["workspace_id", "rate_limit_id"],
      naming: [],
      resource: nil
    )

    private static let workspace = Parameter(
      "workspace_id",
      .path,
      .id(.workspace),
      "the workspace"
    )

    package static let list = Operation(
      "workspaces.rate_limits.list",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/rate_limits",
      "What a workspace may use of the model API",
      parameters: [
        workspace,
        Parameter("group_type", .query, .oneOf(RateLimits.groupType), "only limits for this"),
        Parameter(
          "include_inherited",
          .query,
          .bool,
          "the organization's limits too, where the workspace has none",
          default: "false"
        ),
      ] + Paging.token(upTo: 1000),
      response: .page(.cursor(.fixed(default: 1000, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["without include_inherited only what the workspace has of its own"],
      example: "workspaces rate-limits list Research --include-inherited"
    )

    package static let update = Operation(
      "workspaces.rate_limits.update",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/rate_limits/{rate_limit_id}",
      "Sets or clears limits of a workspace",
      parameters: [
        workspace,
        Parameter(
          "rate_limit_id",
          .path,
          .id(.rateLimit),
          "what the limits are for: the id in rate-limits list"
        ),
        Parameter(
          "limits",
          .body,
          .list(.record(newLimit)),
          required: true,
          "those that change; the value null takes one away"
        ),
      ],
      response: .object(shape),
      effects: .always([.grant, .cut]),
      semantics: .changes(collection),
      notes: [
        "limits that are not named stay",
        "a value above the organization's limit is kept, and the lower one holds",
        "takes effect within about an hour", "the default workspace has no limits of its own",
      ],
      errorCodes: ["sandbox_egress_restricted"],
      example: "workspaces rate-limits update Research rlg_04sonnet "
        + #"--limits [{type: "requests_per_minute", value: 100}]"#
    )

    package static let operations = [list, update]
  }
}
