package import StewardValues

extension Catalog {
  /// How much may be spent, by whom, in a day, a week or a month.
  package enum SpendLimits {
    package static let shape = Shape(
      "SpendLimit",
      fields: [
        Field("id", .id(.spendLimit)),
        Field(
          "amount",
          .money.orNull,
          nullMeaning: "no limit",
          money: MoneyRule(currencyField: "currency")
        ),
        Field("currency", .string),
        Field("is_enabled", .bool, "false where use beyond the seats is switched off"),
        Field("period", .oneOf(period)),
        Field("scope", .record(scope)),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("spend_limit"),
      ]
    )

    package static let deleted = Shape(
      "SpendLimitDeleted",
      fields: [Field("id", .string), Paging.type("spend_limit_deleted")]
    )

    /// For whom a limit holds.
    package static let scope = Shape(
      "SpendLimitScope",
      fields: [
        Field("type", .oneOf(scopeType)),
        Field("user_id", .id(.user).orNull),
        Field("seat_tier", .string.orNull),
        Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("service", .string.orNull),
        Field("workspace_id", .id(.workspace).orNull),
      ]
    )

    /// The same, where a limit is set.
    package static let settableScope = Shape(
      "SettableSpendLimitScope",
      fields: [
        Field("type", .oneOf(settableScopeType)),
        Field("user_id", .id(.user).orNull),
        Field("workspace_id", .id(.workspace).orNull),
      ]
    )

    package static let period = Enumeration("a period of a limit", ["daily", "monthly", "weekly"])

    package static let scopeType = Enumeration(
      "for whom a limit holds",
      [
        "user", "seat_tier", "rbac_group", "organization_service", "organization", "workspace",
        "usage_tier",
      ]
    )

    package static let settableScopeType = Enumeration(
      "for whom a limit can be set",
      ["user", "organization", "workspace"]
    )

    package static let collection = Semantics.Collection(
      "spend_limits",
      identity: ["id"],
      naming: [],
      resource: .spendLimit,
      replacedBy: ["scope", "period"]
    )

    private static let identity = Parameter("spend_limit_id", .path, .id(.spendLimit), "the limit")

    package static let delete = Operation(
      "spend_limits.delete",
      .delete,
      "/v1/organizations/spend_limits/{spend_limit_id}",
      "Lifts a spend limit",
      parameters: [identity],
      response: .object(deleted),
      effects: .always([.grant, .cut]),
      semantics: .removes(collection),
      notes: [
        "Enterprise organizations: limits of people only",
        "Console organizations: limits of the organization and of workspaces only",
      ],
      budget: .analytics,
      access: .writingSpendLimits,
      errorCodes: ["sandbox_egress_restricted", "spend_limits_admin_api_writes_not_enabled"],
      example: #"spend-limits delete (spend-limits list | get id | first 1 | one)"#
    )

    package static let list = Operation(
      "spend_limits.list",
      .get,
      "/v1/organizations/spend_limits",
      "The spend limits that were set",
      parameters: [
        Parameter(
          "scope_type",
          .query,
          .list(.oneOf(scopeType)),
          "only limits for these; not every kind of organization has each",
          constraint: .items(0...100)
        ),
        Parameter(
          "workspace_id",
          .query,
          .id(.workspace),
          "only limits of this workspace; Console organizations"
        ),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["in Console organizations this is an early-access preview"],
      budget: .analytics,
      betaHeader: .spendLimitReads,
      access: .readingSpendLimits,
      errorCodes: ["organization_type_not_supported"],
      example: "spend-limits list | select scope.type, amount, period"
    )

    package static let retrieve = Operation(
      "spend_limits.retrieve",
      .get,
      "/v1/organizations/spend_limits/{spend_limit_id}",
      "One spend limit",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      budget: .analytics,
      access: .readingSpendLimits,
      errorCodes: ["spend_limits_admin_api_writes_not_enabled"],
      example: #"spend-limits get (spend-limits list | get id | first 1 | one)"#
    )

    package static let set = Operation(
      "spend_limits.set",
      .post,
      "/v1/organizations/spend_limits",
      "Sets a spend limit, or replaces it",
      parameters: [
        Parameter(
          "amount",
          .body,
          .money,
          required: true,
          nullable: true,
          "the most that may be spent; null for no limit"
        ),
        Parameter(
          "scope",
          .body,
          .record(settableScope),
          required: true,
          "for whom: a user, the organization or a workspace",
          constraint: .variants(
            by: "type",
            [
              Variant("user", required: ["user_id"]), Variant("organization"),
              Variant("workspace", required: ["workspace_id"]),
            ]
          )
        ),
        Parameter(
          "period",
          .body,
          .oneOf(period),
          "how often it begins anew, usually monthly",
          default: "monthly"
        ),
      ],
      response: .object(shape),
      effects: .always([.grant, .cut]),
      semantics: .sets(collection),
      notes: [
        "Enterprise organizations set limits of people only",
        "Console organizations set those of the organization and of workspaces, monthly and with "
          + "an amount", "in Console organizations this is an early-access preview",
      ],
      budget: .analytics,
      access: .writingSpendLimits,
      errorCodes: ["sandbox_egress_restricted", "spend_limits_admin_api_writes_not_enabled"],
      example: #"spend-limits set --amount 500USD --scope {type: "organization"}"#
    )

    package static let operations = [delete, list, retrieve, set]
  }
}
