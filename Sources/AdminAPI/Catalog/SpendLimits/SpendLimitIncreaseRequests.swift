package import StewardValues

extension Catalog {
  /// Who asks for a higher limit, and what came of it.
  package enum SpendLimitIncreaseRequests {
    package static let shape = Shape(
      "SpendLimitIncreaseRequest",
      fields: [
        Field("id", .id(.spendLimitIncreaseRequest)),
        Field("actor", .record(actor)),
        Field("period", .oneOf(SpendLimits.period)),
        Field("resolved_by", .record(actor).orNull),
        Field("spend_summary", .record(EffectiveSpendLimits.shape).orNull),
        Field("status", .oneOf(status)),
        Field("created_at", .datetime),
        Field("resolved_at", .datetime.orNull),
        Paging.type("spend_limit_increase_request"),
      ]
    )

    package static let approved = Shape(
      "ResolvedSpendLimitIncreaseRequest",
      fields: [
        Field("id", .id(.spendLimitIncreaseRequest)),
        Field("actor", .record(actor)),
        Field("period", .oneOf(SpendLimits.period)),
        Field("resolved_by", .record(actor).orNull),
        Field("spend_limit", .record(SpendLimits.shape).orNull, "the limit that it became"),
        Field("spend_summary", .record(EffectiveSpendLimits.shape).orNull),
        Field("status", .oneOf(status)),
        Field("created_at", .datetime),
        Field("resolved_at", .datetime.orNull),
        Paging.type("spend_limit_increase_request"),
      ]
    )

    /// Who spends, asks or decides.
    package static let actor = Shape(
      "SpendLimitActor",
      fields: [
        Field("name", .string.orNull),
        Field("type", .oneOf(actorType)),
        Field("deleted", .bool.orNull),
        Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull),
        Field("scoped_api_key_id", .string.orNull),
      ]
    )

    package static let actorType = Enumeration(
      "a kind of actor",
      ["user_actor", "scoped_api_key_actor"]
    )

    package static let status = Enumeration(
      "the status of a request",
      ["approved", "denied", "pending"]
    )

    package static let collection = Semantics.Collection(
      "spend_limits.increase_requests",
      identity: ["id"],
      naming: [],
      resource: .spendLimitIncreaseRequest
    )

    private static let identity = Parameter(
      "spend_limit_increase_request_id",
      .path,
      .id(.spendLimitIncreaseRequest),
      "the request"
    )

    private static let suppressNotification = Parameter(
      "suppress_notification",
      .body,
      .bool,
      "sends no email to the person",
      default: "false"
    )

    /// What an example decides about.
    private static let pending =
      "(spend-limits increase-requests list --status pending | get id | first 1 | one)"

    package static let approve = Operation(
      "spend_limits.increase_requests.approve",
      .post,
      "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}/approve",
      "Grants a request with a new limit",
      parameters: [
        identity, Parameter("amount", .body, .money, required: true, "the new limit"),
        Parameter(
          "period",
          .body,
          .oneOf(SpendLimits.period),
          nullable: true,
          "the period of the limit"
        ), suppressNotification,
      ],
      response: .object(approved),
      effects: .always(.grant),
      semantics: .acts(collection, setting: ["status": "approved"]),
      notes: ["an email goes to the person, unless suppress_notification is true"],
      isRepeatable: false,
      budget: .analytics,
      access: .enterprise("write:spend_limits"),
      errorCodes: ["sandbox_egress_restricted"],
      example: "spend-limits increase-requests approve \(pending) --amount 200USD"
    )

    package static let deny = Operation(
      "spend_limits.increase_requests.deny",
      .post,
      "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}/deny",
      "Refuses a request",
      parameters: [identity, suppressNotification],
      response: .object(shape),
      effects: .always(.update),
      semantics: .acts(collection, setting: ["status": "denied"]),
      notes: [
        "an email goes to the person, unless suppress_notification is true",
        "what was approved cannot be denied; denying twice changes nothing",
      ],
      budget: .analytics,
      access: .enterprise("write:spend_limits"),
      errorCodes: ["sandbox_egress_restricted"],
      example: "spend-limits increase-requests deny \(pending)"
    )

    package static let list = Operation(
      "spend_limits.increase_requests.list",
      .get,
      "/v1/organizations/spend_limit_increase_requests",
      "Who asked for more",
      parameters: [
        Parameter("actor_ids", .query, .list(.string), "only requests of these people"),
        Parameter("status", .query, .list(.oneOf(status)), "only requests in these states"),
      ] + Paging.token(upTo: 1000),
      response: .page(.cursor(.fixed(default: 1000, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: [.oneOf(parameter: "status", field: "status")]),
      notes: [
        "people who have left are left out", "spend_summary is there while a request is pending",
      ],
      budget: .analytics,
      access: .enterprise("read:spend_limits"),
      example: "spend-limits increase-requests list --status pending"
    )

    package static let retrieve = Operation(
      "spend_limits.increase_requests.retrieve",
      .get,
      "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}",
      "One request for more",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      notes: ["spend_summary is there while a request is pending"],
      budget: .analytics,
      access: .enterprise("read:spend_limits"),
      example: "spend-limits increase-requests get \(pending)"
    )

    package static let operations = [approve, deny, list, retrieve]
  }
}
