package import StewardValues

extension Catalog {
  /// How much of the model API the organization may use, and each of its workspaces.
  package enum RateLimits {
    package static let rateLimit = Shape(
      "RateLimit",
      fields: [
        Field("id", .id(.rateLimit), "organization-specific; used as rate_limit_id"),
        Field("group", .record(organizationRateLimitGroup)),
        Field("limits", .list(.record(organizationRateLimitValue))),
        Field("models", .list(.string).orNull, "null unless group.type is model_group"),
        Paging.type("rate_limit"),
      ]
    )

    package static let organizationRateLimitGroup = Shape(
      "OrganizationRateLimitGroup",
      fields: [
        Field("id", .string), Field("display_name", .string.orNull),
        Field("type", .oneOf(organizationRateLimitGroupType)),
      ]
    )

    package static let organizationRateLimitValue = Shape(
      "OrganizationRateLimitValue",
      fields: [Field("value", .int), Field("type", .string)]
    )

    package static let workspaceRateLimit = Shape(
      "WorkspaceRateLimit",
      fields: [
        Field("group", .record(organizationRateLimitGroup)),
        Field("limits", .list(.record(workspaceRateLimitValue))),
        Field("models", .list(.string).orNull), Field("rate_limit_id", .id(.rateLimit)),
        Field("workspace_id", .id(.workspace)), Paging.type("workspace_rate_limit"),
      ]
    )

    package static let workspaceRateLimitValue = Shape(
      "WorkspaceRateLimitValue",
      fields: [
        Field("org_limit", .int.orNull, "null when org has no such limiter"),
        Field("source", .record(workspaceRateLimitSource)), Field("value", .int),
        Field("type", .string),
      ]
    )

    package static let workspaceRateLimitSource = Shape(
      "WorkspaceRateLimitSource",
      fields: [Field("type", .oneOf(workspaceRateLimitSourceType))]
    )

    package static let newWorkspaceRateLimitUpdateValue = Shape(
      "NewWorkspaceRateLimitUpdateValue",
      fields: [
        Field("type", .oneOf(workspaceRateLimitUpdateValueType)),
        Field("value", .int.orNull, "null clears override"),
      ]
    )

    package static let organizationRateLimitGroupType = Enumeration(
      "an organization rate limit group type",
      ["model_group", "batch", "token_count", "files", "skills", "web_search"]
    )

    package static let groupType = Enumeration(
      "a group type",
      ["batch", "files", "model_group", "skills", "token_count", "web_search"]
    )

    package static let workspaceRateLimitSourceType = Enumeration(
      "a workspace rate limit source type",
      ["workspace", "organization"]
    )

    package static let workspaceRateLimitUpdateValueType = Enumeration(
      "a workspace rate limit update value type",
      [
        "fast_itpmca", "fast_otpm", "input_tokens_per_minute",
        "input_tokens_per_minute_cache_aware", "output_tokens_per_minute", "requests_per_minute",
        "tokens_per_day", "tokens_per_minute", "tool_uses_per_second",
      ]
    )

    package static let collection = Semantics.Collection(
      "rate_limits",
      identity: ["id"],
      naming: [],
      resource: .rateLimit
    )

    package static let rateLimitsCollection = Semantics.Collection(
      "workspaces.rate_limits",
      identity: ["workspace_id", "rate_limit_id"],
      naming: [],
      resource: nil
    )

    package static let list = Operation(
      "rate_limits.list",
      .get,
      "/v1/organizations/rate_limits",
      "What the organization may use of the model API",
      parameters: [
        Parameter("group_type", .query, .oneOf(groupType), "group type"),
        Parameter("model", .query, .string, "name or alias; 404 when unknown"),
      ] + Paging.token(upTo: 1000),
      response: .page(.cursor(.fixed(default: 1000, maximum: 1000)), row: rateLimit),
      semantics: .lists(collection, filters: []),
      notes: ["without limit: one page, next_page null", "unknown model filter gives 404"],
      example: "rate-limits list --group-type model_group"
    )

    package static let listOfWorkspace = Operation(
      "workspaces.rate_limits.list",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/rate_limits",
      "What a workspace may use of the model API",
      parameters: [
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
        Parameter("group_type", .query, .oneOf(groupType), "group type"),
        Parameter(
          "include_inherited",
          .query,
          .bool,
          "adds values inherited from the organization",
          default: "false"
        ),
      ] + Paging.token(upTo: 1000),
      response: .page(.cursor(.fixed(default: 1000, maximum: 1000)), row: workspaceRateLimit),
      semantics: .lists(rateLimitsCollection, filters: []),
      notes: ["default shows overrides only", "without limit: one page, next_page null"],
      example: "workspaces rate-limits list Research --include-inherited"
    )

    package static let update = Operation(
      "workspaces.rate_limits.update",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/rate_limits/{rate_limit_id}",
      "Sets or clears limits of a workspace",
      parameters: [
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
        Parameter(
          "rate_limit_id",
          .path,
          .id(.rateLimit),
          "id of the organization rate-limit entry"
        ),
        Parameter(
          "limits",
          .body,
          .list(.record(newWorkspaceRateLimitUpdateValue)),
          required: true,
          "only named limiter types change; null value clears"
        ),
      ],
      response: .object(workspaceRateLimit),
      effects: .always(.update),
      semantics: .changes(rateLimitsCollection),
      notes: [
        "limits that are not named stay; null takes one away",
        "value above org limit stored; lower one enforced", "takes effect within about an hour",
      ],
      errorCodes: ["sandbox_egress_restricted"],
      example:
        #"workspaces rate-limits update Research (rate-limits list --model claude-sonnet-5 | get id | one) --limits [{type: "requests_per_minute", value: 100}]"#
    )

    package static let operations = [list]
    package static let ofWorkspaces = [listOfWorkspace, update]
  }
}
