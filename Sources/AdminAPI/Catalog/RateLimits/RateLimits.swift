package import StewardValues

extension Catalog {
  /// How much of the model API the organization may use.
  package enum RateLimits {
    package static let shape = Shape(
      "RateLimit",
      fields: [
        Field("id", .id(.rateLimit), "what other commands call rate_limit_id"),
        Field("group", .record(group)),
        Field("limits", .list(.record(limit))),
        Field(
          "models",
          .list(.string).orNull,
          "the models that share the limits",
          nullMeaning: "it is not about models"
        ),
        Paging.type("rate_limit"),
      ]
    )

    /// What the limits are for: a group of models, or a service.
    package static let group = Shape(
      "OrganizationRateLimitGroup",
      fields: [
        Field("id", .string),
        Field("display_name", .string.orNull),
        Field("type", .oneOf(groupType)),
      ]
    )

    package static let limit = Shape(
      "OrganizationRateLimitValue",
      fields: [Field("value", .int), Field("type", .string)]
    )

    package static let groupType = Enumeration(
      "what a rate limit is for",
      ["model_group", "batch", "token_count", "files", "skills", "web_search"]
    )

    package static let collection = Semantics.Collection(
      "rate_limits",
      identity: ["id"],
      naming: [],
      resource: .rateLimit
    )

    package static let list = Operation(
      "rate_limits.list",
      .get,
      "/v1/organizations/rate_limits",
      "What the organization may use of the model API",
      parameters: [
        Parameter("group_type", .query, .oneOf(groupType), "only limits for this"),
        Parameter("model", .query, .string, "only the limits of this model, by name or alias"),
      ] + Paging.token(upTo: 1000),
      response: .page(.cursor(.fixed(default: 1000, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["a model that is not known is a 404"],
      example: "rate-limits list --group-type model_group"
    )

    package static let operations = [list]
  }
}
